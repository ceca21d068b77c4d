package be.livc.web.signin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses within the program to go back to. Nothing else passes: no other host, and no path with an escape. */
final class LocalPath {

    private static final Pattern LOCAL =
            Pattern.compile("(?=/)(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*+)*+/?(?:\\?[A-Za-z0-9_.~%&=+-]*+)?");

    private LocalPath() {}

    /** The path, with its query, when it is one of the program. */
    static Optional<String> of(@Nullable String path) {
        return Optional.ofNullable(path)
                .filter(given -> given.length() <= 200 && LOCAL.matcher(given).matches());
    }
}
