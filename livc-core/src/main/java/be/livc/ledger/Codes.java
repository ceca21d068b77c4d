package be.livc.ledger;

import java.util.regex.Pattern;

/**
 * Lets only codes and opaque ids into an entry. An entry outlives the erasure of its case, so that no field may have
 * room for a sentence, a name or a network address.
 */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    /** A keyed hash, in hexadecimal or base64url. No dot or colon: an address in clear does not pass. */
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Codes() {}

    /** The value, when it is a code; the exception names the field and never the value. */
    static String code(String field, String value) {
        return matching(CODE, field, value);
    }

    /** The value, when it can be a keyed hash. */
    static String opaque(String field, String value) {
        return matching(OPAQUE, field, value);
    }

    private static String matching(Pattern pattern, String field, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code: " + field);
        }
        return value;
    }
}
