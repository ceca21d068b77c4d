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

    /** A half of a word that is too long, or too short, to have two. */
    static final long NONE = 0;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 2 * Long.BYTES;
    private static final int SOUND = 0xFF;

    /** Of so many sounds at either end. */
    private static final int END = 3;

    private static final int FAR = 1 << 20;

    private final int length;
    private final Halves first;
    private final Halves second;

    /** From a word that writes its vowels, to others that do. */
    DistanceByHalves(byte[] from) {
        int[] lost = SoundDistance.losts(from);
        byte[] backwards = from.clone();
        int[] lostBackwards = lost.clone();
        for (int i = 0; i < from.length; i++) {
            backwards[i] = from[from.length - 1 - i];
            lostBackwards[i] = lost[from.length - 1 - i];
        }
        this.length = from.length;
        this.first = new Halves(from, lost, true);
        this.second = new Halves(backwards, lostBackwards, false);
    }

    /** The sounds of the first half, one in each byte, the last of them in the lowest. */
    static long firstHalf(byte[] sounds) {
        long half = NONE;
        for (int i = 0; isDivided(sounds) && i < lengthOfFirst(sounds.length); i++) {
            half = half << Byte.SIZE | sounds[i];
        }
        return half;
    }

    /** The sounds of the second half, one in each byte, the first of them in the lowest. */
    static long secondHalf(byte[] sounds) {
        long half = NONE;
        for (int i = sounds.length - 1; isDivided(sounds) && i >= lengthOfFirst(sounds.length); i--) {
            half = half << Byte.SIZE | sounds[i];
        }
        return half;
    }

    private static boolean isDivided(byte[] sounds) {
        return sounds.length >= SHORTEST && sounds.length <= LONGEST;
    }

    private static int lengthOfFirst(int sounds) {
        return (sounds + 1) / 2;
    }

    /**
     * Whether a word of these halves is no farther than so many hundredths.
     *
     * @param sounds how many it has
     */
    boolean isWithin(int most, long firstHalf, long secondHalf, int sounds) {
        if (sounds > 2 * END && areEndsTooFar(most, firstHalf, secondHalf, sounds)) {
            return false;
        }
        int before = first.rowOf(firstHalf);
        int after = second.rowOf(secondHalf) + length;
        int least = FAR;
        for (int i = 0; i <= length; i++) {
            least = Math.min(least, first.costs[before + i] + second.costs[after - i]);
        }
        return least <= most || isWithinSwapped(most, firstHalf, secondHalf);
    }

    /** Whatever lies between the ends. */
    private boolean areEndsTooFar(int most, long firstHalf, long secondHalf, int sounds) {
        int restOfFirst = Byte.SIZE * (lengthOfFirst(sounds) - END);
        int restOfSecond = Byte.SIZE * (sounds - lengthOfFirst(sounds) - END);
        long beginning = firstHalf >>> restOfFirst;
        long ending = secondHalf >>> restOfSecond;
        long next = firstHalf >>> restOfFirst - Byte.SIZE;
        long nextBackwards = restOfSecond == 0 ? firstHalf : secondHalf >>> restOfSecond - Byte.SIZE;
        int before = first.rowOf(beginning);
        int after = second.rowOf(ending) + length;
        int leastBefore = FAR;
        int least = FAR;
        for (int i = 0; i <= length; i++) {
            leastBefore = Math.min(leastBefore, first.costs[before + i]);
            least = Math.min(least, leastBefore + second.costs[after - i]);
        }
        return least > most && !first.maySwap(beginning, next) && !second.maySwap(ending, nextBackwards);
    }

    /** The two sounds where the halves meet may have been swapped. */
    private boolean isWithinSwapped(int most, long firstHalf, long secondHalf) {
        if (!first.maySwap(firstHalf, secondHalf)) {
            return false;
        }
        int before = first.rowOf(firstHalf >>> Byte.SIZE);
        int after = second.rowOf(secondHalf >>> Byte.SIZE) + length;
        for (int i = 1; i < length; i++) {
            if (first.from[i - 1] == (secondHalf & SOUND)
                    && first.from[i] == (firstHalf & SOUND)
                    && first.costs[before + i - 1] + SoundDistance.SWAPPED + second.costs[after - i - 1] <= most) {
                return true;
            }
        }
        return false;
    }

    /** What halves cost beside so many of the sounds of the word, counted from one side: a row of costs for each. */
    private static final class Halves {

        private static final int FIRST_ROOM = 512;
        private static final long MIX = 0x9E3779B97F4A7C15L;

        private final byte[] from;
        private final int[] lost;
        private final boolean isFirst;
        private final int width;

        /** By sound, at which places of the word it is, one bit each. */
        private final long[] placesOf = new long[SOUND + 1];

        /** By a hash, a half and where its row begins. */
        private long[] halves = new long[2 * FIRST_ROOM];

        private int[] rows = new int[2 * FIRST_ROOM];
        private int count;

        /** The rows, one after another; that of no sounds comes first. */
        private int[] costs;

        private Halves(byte[] from, int[] lost, boolean isFirst) {
            this.from = from;
            this.lost = lost;
            this.isFirst = isFirst;
            this.width = from.length + 1;
            this.costs = new int[(FIRST_ROOM + 1) * width];
            for (int i = 0; i < from.length; i++) {
                costs[i + 1] = costs[i] + lost[i];
                placesOf[from[i]] |= 1L << i;
            }
        }

        /** Whether the word has the sound that a half ends with, and the one that follows it, the other way round. */
        boolean maySwap(long half, long next) {
            return (placesOf[(int) next & SOUND] & placesOf[(int) half & SOUND] >>> 1) != 0;
        }

        int rowOf(long half) {
            if (half == NONE) {
                return 0;
            }
            int at = slot(half);
            return halves[at] == half ? rows[at] : make(half);
        }

        private int slot(long half) {
            int at = (int) (half * MIX >>> Long.numberOfLeadingZeros(halves.length - 1));
            while (halves[at] != half && halves[at] != NONE) {
                at = at + 1 & halves.length - 1;
            }
            return at;
        }

        /** From the row of the half that has one sound less, as {@link SoundDistance} does it. */
        private int make(long half) {
            long shorter = half >>> Byte.SIZE;
            int sound = (int) half & SOUND;
            int soundBefore = (int) shorter & SOUND;
            int above = rowOf(shorter);
            int aboveThat = rowOf(shorter >>> Byte.SIZE);
            int here = keep(half);
            int lostHere = SoundDistance.lostOf(sound, shorter != NONE, isFirst);
            costs[here] = costs[above] + lostHere;
            for (int i = 1; i < width; i++) {
                int there = from[i - 1];
                int cheapest = Math.min(costs[above + i] + lostHere, costs[here + i - 1] + lost[i - 1]);
                cheapest = Math.min(cheapest, costs[above + i - 1] + SoundDistance.costOf(sound, there));
                if (there == soundBefore && i > 1 && sound == from[i - 2]) {
                    cheapest = Math.min(cheapest, costs[aboveThat + i - 2] + SoundDistance.SWAPPED);
                }
                costs[here + i] = cheapest;
            }
            return here;
        }

        private int keep(long half) {
            if (2 * count == halves.length) {
                long[] halvesBefore = halves;
                int[] rowsBefore = rows;
                halves = new long[4 * count];
                rows = new int[4 * count];
                for (int i = 0; i < halvesBefore.length; i++) {
                    if (halvesBefore[i] != NONE) {
                        place(halvesBefore[i], rowsBefore[i]);
                    }
                }
                costs = Arrays.copyOf(costs, (2 * count + 1) * width);
            }
            int row = ++count * width;
            place(half, row);
            return row;
        }

        private void place(long half, int row) {
            int at = slot(half);
            halves[at] = half;
            rows[at] = row;
        }
    }
}
