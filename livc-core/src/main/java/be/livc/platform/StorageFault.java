package be.livc.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Why nothing can be kept or read at this moment. Nobody did anything wrong, and only who runs the program can mend it. */
public enum StorageFault {

    /** There is no room on the disk. What was asked was not done: its transaction was rolled back. */
    FULL("storage-full"),

    /** The database does not answer. When it went away amid a commit, what was asked may have been done all the same. */
    AWAY("storage-away");

    /** As in Appendix A of the PostgreSQL documentation. */
    private static final String DISK_FULL = "53100";

    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String CONNECTION_EXCEPTIONS = "08";
    private static final String SHUT_DOWN_OR_NOT_YET_UP = "57P0";

    /** How Linux words ENOSPC, which Java hands on as text only. */
    private static final String NO_SPACE = "no space left on device";

    private final String code;

    StorageFault(String code) {
        this.code = code;
    }

    /** Stable; part of the REST contract, and the key of the text about it. */
    public String code() {
        return code;
    }

    /** The fault that this failure comes from; empty when it comes from anything else. */
    public static Optional<StorageFault> behind(Throwable failure) {
        Optional<StorageFault> found = Optional.empty();
        for (@Nullable Throwable cause = failure; cause != null && found.isEmpty(); cause = cause.getCause()) {
            found = of(cause);
        }
        return found;
    }

    /** What the innermost cause says: enough for the log, which else has a page of each request while the fault lasts. */
    public static String messageOf(Throwable failure) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    private static Optional<StorageFault> of(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return Optional.of(AWAY);
        }
        if (cause instanceof SQLException refused) {
            return ofState(Objects.requireNonNullElse(refused.getSQLState(), ""));
        }
        return cause instanceof IOException && textOf(cause).contains(NO_SPACE) ? Optional.of(FULL) : Optional.empty();
    }

    private static String textOf(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "").toLowerCase(Locale.ROOT);
    }

    private static Optional<StorageFault> ofState(String state) {
        if (state.equals(DISK_FULL)) {
            return Optional.of(FULL);
        }
        return state.startsWith(CONNECTION_EXCEPTIONS)
                        || state.startsWith(SHUT_DOWN_OR_NOT_YET_UP)
                        || state.equals(TOO_MANY_CONNECTIONS)
                ? Optional.of(AWAY)
                : Optional.empty();
    }
}
