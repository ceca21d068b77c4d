package be.livc.naming;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Which words have which pairs of letters, one bit for each word: so that what all of them share with one that is asked is
 * counted for 64 words at a step.
 *
 * <pre>
 *   pair  wordsWith          asked: pairs 0 and 2
 *    0    1 1 0 1
 *    1    0 1 1 0            digits of the counts, added up over both rows:  2 1 1 2
 *    2    1 0 1 1
 * </pre>
 */
final class SharedPairs {

    private static final int DIGITS = 4;
    private static final int FULL = 1 << DIGITS;

    private final IntBinaryOperator fewest;
    private final long[][] wordsWith = new long[Long.SIZE][0];

    /** By how many pairs a word has. */
    private final long[][] wordsOf = new long[Long.SIZE + 1][0];

    /**
     * Empty.
     *
     * @param fewest how many pairs two words have to share, of how many each of them has; for a great many a smaller number will
     *     do
     */
    SharedPairs(IntBinaryOperator fewest) {
        this.fewest = fewest;
    }

    /** Takes the word at a place for another; a pattern of no pairs stands for no word. */
    void change(int place, long before, long now) {
        for (long gone = before & ~now; gone != 0; gone &= gone - 1) {
            wordsWith[Long.numberOfTrailingZeros(gone)][place / Long.SIZE] &= ~(1L << place);
        }
        for (long more = now & ~before; more != 0; more &= more - 1) {
            set(wordsWith, Long.numberOfTrailingZeros(more), place);
        }
        if (before != 0) {
            wordsOf[Long.bitCount(before)][place / Long.SIZE] &= ~(1L << place);
        }
        if (now != 0) {
            set(wordsOf, Long.bitCount(now), place);
        }
    }

    private static void set(long[][] rows, int row, int place) {
        int at = place / Long.SIZE;
        if (at >= rows[row].length) {
            rows[row] = Arrays.copyOf(rows[row], at + (at >> 2) + 1);
        }
        rows[row][at] |= 1L << place;
    }

    /**
     * Marks the words that share enough pairs with one that is asked. Each begins so far from a full count as it has pairs to
     * share: who has a carry shares enough.
     */
    void mark(long asked, long[] marks) {
        int pairs = Long.bitCount(asked);
        long[][] digits = new long[DIGITS][marks.length];
        for (int count = 1; count < wordsOf.length; count++) {
            int begin = Math.max(0, FULL - fewest.applyAsInt(pairs, count));
            for (int digit = 0; digit < DIGITS; digit++) {
                if ((begin >> digit & 1) == 1) {
                    or(digits[digit], wordsOf[count]);
                }
            }
        }
        for (long left = asked; left != 0; left &= left - 1) {
            count(wordsWith[Long.numberOfTrailingZeros(left)], digits, marks);
        }
    }

    private static void or(long[] some, long[] more) {
        int length = Math.min(some.length, more.length);
        for (int i = 0; i < length; i++) {
            some[i] |= more[i];
        }
    }

    /** Adds one to the count of these words. */
    private static void count(long[] words, long[][] digits, long[] marks) {
        long[] ones = digits[0];
        long[] twos = digits[1];
        long[] fours = digits[2];
        long[] eights = digits[3];
        int length = Math.min(words.length, marks.length);
        for (int i = 0; i < length; i++) {
            long toTwos = ones[i] & words[i];
            long toFours = twos[i] & toTwos;
            long toEights = fours[i] & toFours;
            marks[i] |= eights[i] & toEights;
            ones[i] ^= words[i];
            twos[i] ^= toTwos;
            fours[i] ^= toFours;
            eights[i] ^= toEights;
        }
    }
}
