package be.livc.naming;

/**
 * How much of some consonants far from all others a word has, in the eight bytes of a long: words that differ much in them are
 * far apart, which is seen without laying them side by side.
 *
 * <p>Each landmark is a function of sounds that changes by no more than what it costs to take one sound for another, or to lose
 * it. So what two words differ in over all landmarks, by the most that one such cost may change in all of them together, is never
 * more than their distance.
 */
final class Landmarks {

    private static final String SOUNDS = "lrmnptkf";
    private static final int SIGNS = 128;
    private static final int LOST = SIGNS;

    /** A byte of a landmark counts so many hundredths, and at most so many times. */
    private static final int UNIT = 5;

    private static final int MOST = 127;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = ~HIGH_BITS;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long ONES = 0x0001000100010001L;
    private static final int TO_THE_TOP = 48;

    private static final int[][] NEAR = near();

    /** By how much one error changes all landmarks together, as a part of what it costs; in hundredths. */
    private static final int MOST_CHANGED = mostChanged();

    private Landmarks() {}

    /** By landmark and sound: the cost of losing the landmark, less the cheapest way from the sound to it. */
    private static int[][] near() {
        int[][] ways = cheapestWays();
        int[][] near = new int[SOUNDS.length()][SIGNS];
        for (int mark = 0; mark < near.length; mark++) {
            int landmark = SOUNDS.charAt(mark);
            for (int sound = 0; sound < SIGNS; sound++) {
                near[mark][sound] = Math.max(0, ways[LOST][landmark] - ways[sound][landmark]);
            }
        }
        return near;
    }

    private static int[][] cheapestWays() {
        int[][] ways = new int[SIGNS + 1][SIGNS + 1];
        for (int one = 0; one < SIGNS; one++) {
            ways[one][LOST] = SoundCosts.leastLost(one);
            ways[LOST][one] = ways[one][LOST];
            for (int other = 0; other < SIGNS; other++) {
                ways[one][other] = SoundCosts.costOf(one, other);
            }
        }
        for (int by = 0; by <= SIGNS; by++) {
            for (int from = 0; from <= SIGNS; from++) {
                for (int to = 0; to <= SIGNS; to++) {
                    ways[from][to] = Math.min(ways[from][to], ways[from][by] + ways[by][to]);
                }
            }
        }
        return ways;
    }

    private static int mostChanged() {
        int most = 100;
        for (int one = 0; one < SIGNS; one++) {
            most = Math.max(most, 100 * changed(one, LOST) / SoundCosts.leastLost(one) + 1);
            for (int other = 0; other < SIGNS; other++) {
                int cost = SoundCosts.costOf(one, other);
                most = cost == 0 ? most : Math.max(most, 100 * changed(one, other) / cost + 1);
            }
        }
        return most;
    }

    private static int changed(int one, int other) {
        int changed = 0;
        for (int[] mark : NEAR) {
            changed += Math.abs(mark[one] - (other == LOST ? 0 : mark[other]));
        }
        return changed;
    }

    static long of(byte[] heard) {
        long marks = 0;
        for (int mark = 0; mark < NEAR.length; mark++) {
            int sum = 0;
            for (byte sound : heard) {
                sum += NEAR[mark][sound];
            }
            marks |= (long) Math.min(MOST, sum / UNIT) << Byte.SIZE * mark;
        }
        return marks;
    }

    /** At least so far apart are two words, in hundredths. */
    static int apart(long one, long other) {
        long more = (one | HIGH_BITS) - other;
        long less = (other | HIGH_BITS) - one;
        long isMore = (more & HIGH_BITS) >>> 7;
        long where = (isMore << 7) - isMore;
        long differences = (more & LOW_BITS & where) | (less & LOW_BITS & ~where);
        long pairs = (differences & EVEN_BYTES) + (differences >>> Byte.SIZE & EVEN_BYTES);
        int all = (int) (pairs * ONES >>> TO_THE_TOP);
        return (all - SOUNDS.length()) * UNIT * 100 / MOST_CHANGED;
    }
}
