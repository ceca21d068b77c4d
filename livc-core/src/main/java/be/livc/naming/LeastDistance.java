package be.livc.naming;

import java.util.Arrays;

/**
 * How far other words are from one at least, in hundredths, told from which sounds they have and not from their order: each of
 * their sounds is either lost or taken for one that this word has too.
 *
 * <p>Seen much sooner than {@link SoundDistance}, and never more than that; for one thread.
 */
final class LeastDistance {

    private static final int SIGNS = 128;
    private static final int FIRST_ROOM = 32;

    private final int[] cheapest = new int[SIGNS];
    private int[] rest = new int[FIRST_ROOM];

    /** From a word that writes its vowels, to others that do. */
    LeastDistance(byte[] from) {
        for (int sound = 0; sound < SIGNS; sound++) {
            int least = SoundDistance.leastLost(sound);
            for (byte one : from) {
                least = Math.min(least, SoundDistance.costOf(sound, one));
            }
            cheapest[sound] = least;
        }
    }

    /**
     * From each sound of another word on, what it and all that follow cost at least; of the first, the whole word. Valid until
     * the next.
     *
     * @param words the sounds of many words, one after another
     * @param begin where those of this one begin
     */
    int[] to(byte[] words, int begin, int length) {
        if (rest.length <= length) {
            rest = Arrays.copyOf(rest, 2 * length);
        }
        int sum = 0;
        rest[length] = 0;
        for (int i = length - 1; i >= 0; i--) {
            sum += cheapest[words[begin + i]];
            rest[i] = sum;
        }
        return rest;
    }
}
