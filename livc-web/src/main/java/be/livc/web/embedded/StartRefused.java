package be.livc.web.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The program does not start: one sentence says why, one says what to do. Shown without a stack trace.
 *
 * <p>Neither sentence may hold a secret: both are printed and logged.
 */
final class StartRefused extends RuntimeException {

    private final String remedy;

    StartRefused(String reason, String remedy) {
        this(reason, remedy, null);
    }

    StartRefused(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
