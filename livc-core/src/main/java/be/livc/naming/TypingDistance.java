package be.livc.naming;

/** Optimal string alignment on letters: one letter too many, too few, another or two swapped is one error. */
final class TypingDistance {

    private TypingDistance() {}

    /** From 0 to 1: the part of the letters that is not in error. */
    static float alike(String one, String other) {
        float size = (one.length() + other.length()) / 2f;
        if (Math.abs(one.length() - other.length()) > size * (1 - WordLikeness.LEAST)) {
            return 0;
        }
        return Math.max(0, 1 - distance(one, other) / size);
    }

    static int distance(String one, String other) {
        int width = other.length() + 1;
        int[] table = new int[(one.length() + 1) * width];
        for (int j = 1; j < width; j++) {
            table[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int row = i * width;
            table[row] = i;
            for (int j = 1; j < width; j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int least = Math.min(
                        Math.min(table[row - width + j], table[row + j - 1]) + 1,
                        table[row - width + j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    least = Math.min(least, table[row - 2 * width + j - 2] + 1);
                }
                table[row + j] = least;
            }
        }
        return table[table.length - 1];
    }
}
