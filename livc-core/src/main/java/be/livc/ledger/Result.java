package be.livc.ledger;

import java.util.Locale;

/** How the act ended. */
public enum Result {
    OK,
    DENIED,
    FAILED;

    /** The word as it stands in an entry: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The result that an entry's word stands for; throws {@link IllegalArgumentException} on any other word. */
    public static Result of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
