package be.livc.naming;

import java.util.Arrays;

/**
 * How far two words lie apart: the cheapest way to make one of the other, where a sound that another language writes
 * differently costs little, a vowel less than a consonant, and two letters swapped about one error.
 *
 * <p>Weighted optimal string alignment, with the weights of {@link SoundCosts}.
 */
final class SoundDistance {

    /**
     * What a vowel adds to the size of a word where one of the two scripts writes none: it says little of who is meant, but somebody who
     * types it may err in it, so that a word with many bears an error that one without does not.
     */
    private static final float SIZE_OF_UNWRITTEN = 0.4f;

    private static final float ROUNDING = 1e-4f;

    /** Farther than any two words are. */
    private static final int FAR = 1 << 29;

    private static final int NOWHERE = 1 << 29;
    private static final byte NO_SOUND = -1;

    private final byte[] other;
    private final boolean unwritten;
    private final int[] lost;
    private int[] row;
    private int[] before;
    private int[] beforeThat;

    /** The first and the last place of the row before, and of the one before that, that are not too far. */
    private int begin;

    private int end;
    private int beginThat;
    private int endThat;

    /** Measures from a word, as {@link SoundCosts#coded}, to others; for one thread. */
    SoundDistance(byte[] from, boolean unwritten) {
        this.other = from;
        this.unwritten = unwritten;
        this.lost = SoundCosts.losts(from, unwritten);
        this.row = new int[lost.length + 1];
        this.before = new int[lost.length + 1];
        this.beforeThat = new int[lost.length + 1];
    }

    /**
     * From 0 (nothing in common) to 1 (the same sounds).
     *
     * @param unwritten whether one of the two comes from a script without short vowels
     * @param least below this likeness the answer is 0, and found sooner
     */
    static float alike(byte[] one, byte[] other, boolean unwritten, float least) {
        float size = unwritten ? (consonants(one) + consonants(other)) / 2 : (one.length + other.length) / 2f;
        if (size == 0) {
            return 0;
        }
        int most = (int) (SoundCosts.OTHERS * (size * (1 - least) + ROUNDING));
        float alike = 1 - new SoundDistance(other, unwritten).to(one, most) / (SoundCosts.OTHERS * size);
        return alike < least ? 0 : alike;
    }

    private static float consonants(byte[] sounds) {
        float size = 0;
        for (byte sound : sounds) {
            size += SoundCosts.isVowel((char) sound) ? SIZE_OF_UNWRITTEN : 1;
        }
        return size;
    }

    /** The distance of two words, in hundredths. */
    static int between(String one, String other, boolean unwritten) {
        return new SoundDistance(SoundCosts.coded(other), unwritten).to(SoundCosts.coded(one), FAR - 1);
    }

    /** The distance in hundredths; a number above {@code most}, and found sooner, where it is more than that. */
    int to(byte[] one, int most) {
        Arrays.fill(before, FAR);
        begin = 0;
        end = 0;
        beginThat = NOWHERE;
        endThat = 0;
        before[0] = 0;
        while (end < other.length && before[end] + lost[end] <= most) {
            before[end + 1] = before[end] + lost[end];
            end++;
        }
        for (int i = 0; i < one.length; i++) {
            int beginBefore = begin;
            int endBefore = end;
            fill(one, i, most);
            if (begin == NOWHERE && beginBefore == NOWHERE) {
                return most + 1;
            }
            beginThat = beginBefore;
            endThat = endBefore;
            int[] free = beforeThat;
            beforeThat = before;
            before = row;
            row = free;
        }
        return before[other.length];
    }

    /**
     * The row of one sound; what is farther than the limit leads nowhere and is left out, of the rows below too. Those look at no
     * place more than two before the first.
     */
    private void fill(byte[] one, int i, int limit) {
        int[] above = before;
        int[] here = row;
        byte sound = one[i];
        byte soundBefore = i == 0 ? NO_SOUND : one[i - 1];
        int lostHere = lostOf(one, i);
        int left = FAR;
        int j = Math.min(begin, beginThat + 2);
        int last = Math.max(end + 1, endThat + 2);
        for (int outside = Math.max(0, j - 2); outside < Math.min(j, here.length); outside++) {
            here[outside] = FAR;
        }
        begin = NOWHERE;
        for (; j <= other.length && (j <= last || left < FAR); j++) {
            int cheapest = above[j] + lostHere;
            if (j > 0) {
                byte there = other[j - 1];
                cheapest = Math.min(cheapest, above[j - 1] + SoundCosts.costOf(sound, there));
                cheapest = Math.min(cheapest, left + lost[j - 1]);
                if (there == soundBefore && j > 1 && sound == other[j - 2]) {
                    cheapest = Math.min(cheapest, beforeThat[j - 2] + SoundCosts.SWAPPED);
                }
            }
            left = FAR;
            if (cheapest <= limit) {
                left = cheapest;
                begin = Math.min(begin, j);
                end = j;
            }
            here[j] = left;
        }
        for (; j <= other.length; j++) {
            here[j] = FAR;
        }
    }

    private int lostOf(byte[] sounds, int at) {
        if (unwritten || sounds.length == 1) {
            return SoundCosts.lost(sounds[at], at, sounds.length, unwritten);
        }
        boolean first = at == 0;
        return SoundCosts.lostOf(sounds[at], !first && at < sounds.length - 1, first);
    }
}
