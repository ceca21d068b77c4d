package be.livc.naming;

import java.nio.charset.StandardCharsets;

/** Optimal string alignment on letters: one letter too many, too few, another or two swapped is one error. */
final class TypingDistance {

    private static final float ROUNDING = 1e-4f;

    private TypingDistance() {}

    /**
     * From 0 to 1: the part of the letters that is not in error.
     *
     * @param least below this the answer is 0, and found sooner
     */
    static float alike(String one, String other, float least) {
        float size = (one.length() + other.length()) / 2f;
        if (Math.abs(one.length() - other.length()) > size * (1 - WordLikeness.LEAST)) {
            return 0;
        }
        int most = (int) (size * (1 - least) + ROUNDING);
        float alike = 1 - distance(one, other, most) / size;
        return alike < least ? 0 : alike;
    }

    static int distance(String one, String other) {
        return distance(one, other, one.length() + other.length());
    }

    /** Stops where there are sure to be more errors than so many, and gives a number that is larger. */
    private static int distance(String one, String other, int most) {
        int width = other.length() + 1;
        int[] beforeThat = new int[width];
        int[] before = new int[width];
        int[] row = new int[width];
        for (int j = 1; j < width; j++) {
            before[j] = j;
        }
        int leastBefore = 0;
        for (int i = 1; i <= one.length(); i++) {
            char here = one.charAt(i - 1);
            row[0] = i;
            int least = i;
            for (int j = 1; j < width; j++) {
                char there = other.charAt(j - 1);
                int fewest = Math.min(Math.min(before[j], row[j - 1]) + 1, before[j - 1] + (here == there ? 0 : 1));
                if (i > 1 && j > 1 && here == other.charAt(j - 2) && there == one.charAt(i - 2)) {
                    fewest = Math.min(fewest, beforeThat[j - 2] + 1);
                }
                row[j] = fewest;
                least = Math.min(least, fewest);
            }
            if (least > most && leastBefore > most) {
                return most + 1;
            }
            leastBefore = least;
            int[] free = beforeThat;
            beforeThat = before;
            before = row;
            row = free;
        }
        return before[width - 1];
    }

    /** Whether there are at most so many errors; of letters as numbers. What both begin and end with is left out first. */
    static boolean isWithin(byte[] one, byte[] other, int most) {
        int shorter = Math.min(one.length, other.length);
        int begin = 0;
        while (begin < shorter && one[begin] == other[begin]) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && one[one.length - 1 - end] == other[other.length - 1 - end]) {
            end++;
        }
        int left = one.length - begin - end;
        int leftOfOther = other.length - begin - end;
        if (Math.max(left, leftOfOther) <= most) {
            return true;
        }
        if (Math.abs(left - leftOfOther) > most || most == 0) {
            return false;
        }
        if (most == 1) {
            return left == 2 && leftOfOther == 2 && one[begin] == other[begin + 1] && one[begin + 1] == other[begin];
        }
        return distance(text(one, begin, left), text(other, begin, leftOfOther), most) <= most;
    }

    private static String text(byte[] letters, int begin, int length) {
        return new String(letters, begin, length, StandardCharsets.ISO_8859_1);
    }
}
