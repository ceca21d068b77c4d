package be.livc.consultation;

/** Whether two words of what is told are one: as a reader sees it, and not letter for letter. */
final class SameWord {

    /** What is shorter counts letter for letter only. */
    private static final int SHORTEST = 4;

    /** From so many letters on, two typing errors are forgiven. */
    private static final int LONG = 8;

    private static final int SHORT_ENDING = 2;
    private static final int LONG_ENDING = 4;
    private static final int LEAST_PART = 5;
    private static final int LEAST_OTHER_PART = 3;

    private SameWord() {}

    /** The same word, with another ending, with a typing error, or as a part of a compound. */
    static boolean is(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST || Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return false;
        }
        if (isPart(one, other) || isPart(other, one)) {
            return true;
        }
        if (hasSameStem(one, other)) {
            return true;
        }
        int allowed = shorter >= LONG ? 2 : 1;
        return Math.abs(one.length() - other.length()) <= allowed && distance(one, other) <= allowed;
    }

    private static boolean hasSameStem(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= SHORTEST && shorter - same <= SHORT_ENDING && longer - same <= LONG_ENDING;
    }

    /** The first or the last part of a compound: Dutch writes them as one word. */
    private static boolean isPart(String part, String whole) {
        return part.length() >= LEAST_PART
                && whole.length() >= part.length() + LEAST_OTHER_PART
                && (whole.startsWith(part) || whole.endsWith(part));
    }

    /** Damerau-Levenshtein: letters put in, left out, changed, or two of them swapped. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
