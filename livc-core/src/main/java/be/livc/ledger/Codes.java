package be.livc.ledger;

/**
 * Lets only codes and opaque ids into an entry. An entry outlives the erasure of its case, so that no field may have
 * room for a sentence, a name or a network address.
 */
final class Codes {

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_HASH = 64;

    private Codes() {}

    /** Passes a code; the exception names the field and never the value. */
    static void code(String field, String value) {
        check(field, value, LONGEST_CODE, true);
    }

    /** Passes what can be a keyed hash. No dot or colon: an address in clear does not pass. */
    static void opaque(String field, String value) {
        check(field, value, LONGEST_HASH, false);
    }

    /** By hand and not by a pattern: every entry passes here a dozen times. */
    private static void check(String field, String value, int longest, boolean dots) {
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
    }
}
