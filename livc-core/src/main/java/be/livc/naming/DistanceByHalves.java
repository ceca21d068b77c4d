package be.livc.naming;

import java.util.Arrays;

/**
 * Whether very many words are within a distance of one: each of them in two halves. What a first half costs beside so many of this
 * word's first sounds, and a second half beside so many of its last, is worked out once for all words that share it; the distance
 * of a word is the cheapest place to divide this one.
 *
 * <pre>
 *   "moxamed" asked, "muhamad" known:
 *   muha beside  ""  m  mo  mox  moxa  moxam  moxame  moxamed
 *    mad beside  moxamed  oxamed  xamed  amed  med  ed  d  ""     the least sum of one and the one under it
 * </pre>
 *
 * <p>The few sounds that a word begins and ends with are laid beside it first: they are shared by many words, and most are too far
 * by these alone. Says the same as {@link SoundDistance} of words that write their vowels, some times sooner; for one thread.
 */
final class DistanceByHalves {

    private static final int FAR = 1 << 20;

    private final HalvedWords words;
    private final int length;
    private final Rows first;
    private final Rows second;

    /** From a word that writes its vowels, to others that do. */
    DistanceByHalves(byte[] from, HalvedWords words) {
        int[] lost = SoundCosts.losts(from);
        byte[] backwards = from.clone();
        int[] lostBackwards = lost.clone();
        for (int i = 0; i < from.length; i++) {
            backwards[i] = from[from.length - 1 - i];
            lostBackwards[i] = lost[from.length - 1 - i];
        }
        this.words = words;
        this.length = from.length;
        this.first = new Rows(from, lost, words.firsts(), true);
        this.second = new Rows(backwards, lostBackwards, words.seconds(), false);
    }

    /** Whether a word that has halves is no farther than so many hundredths. */
    boolean isWithin(int most, int place) {
        if (words.hasEnds(place) && areEndsTooFar(most, place)) {
            return false;
        }
        int before = first.rowOf(words.first(place));
        int after = second.rowOf(words.second(place)) + length;
        int least = FAR;
        for (int i = 0; i <= length; i++) {
            least = Math.min(least, first.costs[before + i] + second.costs[after - i]);
        }
        return least <= most || isWithinSwapped(most, words.first(place), words.second(place));
    }

    /** Whatever lies between the ends. */
    private boolean areEndsTooFar(int most, int place) {
        int before = first.rowOf(words.beginning(place));
        int after = second.rowOf(words.ending(place)) + length;
        int leastBefore = FAR;
        int least = FAR;
        for (int i = 0; i <= length; i++) {
            leastBefore = Math.min(leastBefore, first.costs[before + i]);
            least = Math.min(least, leastBefore + second.costs[after - i]);
        }
        return least > most
                && !first.maySwap(words.beginning(place), words.afterBeginning(place))
                && !second.maySwap(words.ending(place), words.beforeEnding(place));
    }

    /** The two sounds where the halves meet may have been swapped. */
    private boolean isWithinSwapped(int most, int firstHalf, int secondHalf) {
        int sound = words.firsts().sound(firstHalf);
        int next = words.seconds().sound(secondHalf);
        if (!first.maySwap(firstHalf, next)) {
            return false;
        }
        int before = first.rowOf(words.firsts().parent(firstHalf));
        int after = second.rowOf(words.seconds().parent(secondHalf)) + length;
        for (int i = 1; i < length; i++) {
            if (first.from[i - 1] == next
                    && first.from[i] == sound
                    && first.costs[before + i - 1] + SoundCosts.SWAPPED + second.costs[after - i - 1] <= most) {
                return true;
            }
        }
        return false;
    }

    /** What halves cost beside so many of the sounds of the word, counted from one side: a row of costs for each. */
    private static final class Rows {

        private static final int FIRST_ROOM = 512;
        private static final int SOUNDS = 128;

        private final byte[] from;
        private final int[] lost;
        private final SoundTree tree;
        private final boolean isFirst;
        private final int width;

        /** By sound, at which places of the word it is, one bit each. */
        private final long[] placesOf = new long[SOUNDS];

        /** By node where its row begins; zero, where that of no sounds begins, before it is made. */
        private final int[] rows;

        /** The rows, one after another; that of no sounds comes first. */
        private int[] costs;

        private int end;

        private Rows(byte[] from, int[] lost, SoundTree tree, boolean isFirst) {
            this.from = from;
            this.lost = lost;
            this.tree = tree;
            this.isFirst = isFirst;
            this.width = from.length + 1;
            this.rows = new int[tree.room()];
            this.costs = new int[FIRST_ROOM * width];
            this.end = width;
            for (int i = 0; i < from.length; i++) {
                costs[i + 1] = costs[i] + lost[i];
                placesOf[from[i]] |= 1L << i;
            }
        }

        /** Whether the word has the sound that a half ends with, and the one that follows it, the other way round. */
        boolean maySwap(int node, int next) {
            return (placesOf[next] & placesOf[tree.sound(node)] >>> 1) != 0;
        }

        int rowOf(int node) {
            int row = rows[node];
            return row != 0 || node == SoundTree.ROOT ? row : make(node);
        }

        /** From the row of the half that has one sound less, as {@link SoundDistance} does it. */
        private int make(int node) {
            int shorter = tree.parent(node);
            int sound = tree.sound(node);
            int soundBefore = tree.sound(shorter);
            int above = rowOf(shorter);
            int aboveThat = rowOf(tree.parent(shorter));
            int here = end;
            end += width;
            if (end > costs.length) {
                costs = Arrays.copyOf(costs, 2 * costs.length);
            }
            rows[node] = here;
            int lostHere = SoundCosts.lostOf(sound, shorter != SoundTree.ROOT, isFirst);
            costs[here] = costs[above] + lostHere;
            for (int i = 1; i < width; i++) {
                int there = from[i - 1];
                int cheapest = Math.min(costs[above + i] + lostHere, costs[here + i - 1] + lost[i - 1]);
                cheapest = Math.min(cheapest, costs[above + i - 1] + SoundCosts.costOf(sound, there));
                if (there == soundBefore && i > 1 && sound == from[i - 2]) {
                    cheapest = Math.min(cheapest, costs[aboveThat + i - 2] + SoundCosts.SWAPPED);
                }
                costs[here + i] = cheapest;
            }
            return here;
        }
    }
}
