package be.livc.ledger;

/**
 * Lets only codes and opaque ids into an entry. An entry outlives the erasure of its case, so that no field may have
 * room for a sentence, a name or a network address.
 */
final class Codes {

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_HASH = 64;

    private Codes() {}

    /** The value, when it is a code; the exception names the field and never the value. */
    static String code(String field, String value) {
        return checked(field, value, LONGEST_CODE, true);
    }

    /** The value, when it can be a keyed hash. No dot or colon: an address in clear does not pass. */
    static String opaque(String field, String value) {
        return checked(field, value, LONGEST_HASH, false);
    }

    /** By hand and not by a pattern: every entry passes here a dozen times. */
    private static String checked(String field, String value, int longest, boolean dots) {
        boolean fits = !value.isEmpty() && value.length() <= longest;
        for (int i = 0; fits && i < value.length(); i++) {
            char c = value.charAt(i);
            fits = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c == '-'
                    || dots && c == '.';
        }
        if (!fits) {
            throw new IllegalArgumentException("not a code: " + field);
        }
        return value;
    }
}
