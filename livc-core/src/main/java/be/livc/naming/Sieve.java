package be.livc.naming;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What decides at a glance whether a word of a vocabulary may be meant, side by side in memory, so that all words are sifted at
 * each search and few are compared with care.
 *
 * <p>Two words pass the first sieve when they share half their pairs of letters or most of their consonants in order, and are
 * about as long or weigh about the same; and whatever their length when one begins the other, a particle is stuck to one of them,
 * or one comes from a script without vowels, since then neither length nor mass says much. They pass the second when they sound
 * or are spelt as much alike as is asked at all.
 */
final class Sieve {

    private static final int FIRST_ROOM = 64;

    /** One pair in two, and three in five. */
    private static final int OF_LETTERS = 2;

    private static final int OF_SOUNDS_SHARED = 5;
    private static final int OF_SOUNDS = 3;
    private static final int FEWEST = 2;

    private static final int BEYOND_MEASURE = -1;
    private static final int WITHOUT_VOWELS = -2;

    /** Half of hundred: distances are in hundredths, and a word is as large as half the letters of both. */
    private static final int HALF = 50;

    private static final int IN_ERROR = Math.round(HALF * (1 - WordLikeness.LEAST));
    private static final int IN_ERROR_BARE = Math.round(HALF * (1 - WordLikeness.LEAST - WordLikeness.WITHOUT_ARTICLE));
    private static final int IN_ERROR_SERVED =
            Math.round(HALF * (1 - WordLikeness.LEAST - WordLikeness.WITHOUT_SERVANT_OF));

    private long[] letters = new long[FIRST_ROOM];
    private long[] sounds = new long[FIRST_ROOM];

    /** Letters, sounds and mass, or why these say nothing. */
    private int[] measures = new int[FIRST_ROOM];

    private Word[] words = new Word[FIRST_ROOM];
    private byte[][] written = new byte[FIRST_ROOM][];
    private byte[][] heard = new byte[FIRST_ROOM][];

    void put(int place, Word word) {
        if (place >= letters.length) {
            int room = place + (place >> 1);
            letters = Arrays.copyOf(letters, room);
            sounds = Arrays.copyOf(sounds, room);
            measures = Arrays.copyOf(measures, room);
            words = Arrays.copyOf(words, room);
            written = Arrays.copyOf(written, room);
            heard = Arrays.copyOf(heard, room);
        }
        letters[place] = word.letterPattern();
        sounds[place] = word.soundPattern();
        measures[place] = measure(word);
        words[place] = word;
        written[place] = word.written();
        heard[place] = word.heard();
    }

    /** Lets go of a word that went. */
    void clear(int place) {
        Arrays.fill(words, place, place + 1, null);
        Arrays.fill(written, place, place + 1, null);
        Arrays.fill(heard, place, place + 1, null);
        letters[place] = 0;
        sounds[place] = 0;
    }

    private static int measure(Word word) {
        if (word.isVowelless()) {
            return WITHOUT_VOWELS;
        }
        boolean measured = !word.hasParticle() && word.written().length <= Byte.MAX_VALUE && word.mass() < 1 << 16;
        return measured ? word.written().length << 24 | word.heard().length << 16 | word.mass() : BEYOND_MEASURE;
    }

    Sifting sift(Word asked, int size) {
        return new Sifting(asked, size);
    }

    /** Goes through all words once; for one thread. */
    final class Sifting {

        private final Word asked;
        private final long askedLetters;
        private final long askedSounds;
        private final int letterPairs;
        private final int soundPairs;
        private final int length;
        private final int sounding;
        private final int measure;
        private final SoundDistance distance;
        private final @Nullable SoundDistance ofBare;
        private final @Nullable SoundDistance ofServed;
        private final int size;
        private int at;

        private Sifting(Word asked, int size) {
            this.asked = asked;
            this.askedLetters = asked.letterPattern();
            this.askedSounds = asked.soundPattern();
            this.letterPairs = Long.bitCount(askedLetters);
            this.soundPairs = Long.bitCount(askedSounds);
            this.length = asked.written().length;
            this.sounding = asked.heard().length;
            this.measure = measure(asked);
            this.distance = new SoundDistance(asked.heard(), false);
            this.ofBare = from(asked.bare());
            this.ofServed = from(asked.served());
            this.size = size;
        }

        private static @Nullable SoundDistance from(byte @Nullable [] heard) {
            return heard == null ? null : new SoundDistance(heard, false);
        }

        /** The place of the next word that may be meant; less than nothing at the end. */
        int next() {
            while (at < size) {
                int here = at++;
                if (mayBeMeant(here) && isAlike(here)) {
                    return here;
                }
            }
            return -1;
        }

        private boolean mayBeMeant(int here) {
            long ofLetters = letters[here];
            int sharedLetters = Long.bitCount(ofLetters & askedLetters);
            boolean byLetters =
                    sharedLetters * OF_LETTERS >= Math.max(FEWEST, Math.min(Long.bitCount(ofLetters), letterPairs));
            if (!byLetters) {
                long ofSounds = sounds[here];
                boolean bySounds = Long.bitCount(ofSounds & askedSounds) * OF_SOUNDS_SHARED
                        >= OF_SOUNDS * Math.max(FEWEST, Math.min(Long.bitCount(ofSounds), soundPairs));
                if (!bySounds) {
                    return false;
                }
            }
            int there = measures[here];
            return measure < 0
                    || there < 0
                    || weighsAboutTheSame(there)
                    || (byLetters && (isAboutAsLong(there >> 24) || sharedLetters >= letterPairs - 1));
        }

        private boolean isAboutAsLong(int there) {
            return Math.abs(there - length) * 2 * HALF <= (there + length) * IN_ERROR + 1;
        }

        private boolean weighsAboutTheSame(int there) {
            return Math.abs((there & 0xFFFF) - asked.mass()) <= ((there >> 16 & 0xFF) + sounding) * IN_ERROR + 1;
        }

        private boolean isAlike(int here) {
            int there = measures[here];
            if (measure == WITHOUT_VOWELS || there == WITHOUT_VOWELS) {
                return true;
            }
            boolean hopeful = measure < 0 || there < 0 || weighsAboutTheSame(there);
            return (hopeful && isWithin(distance, heard[here], IN_ERROR))
                    || isSpeltAlike(written[here])
                    || ((measure < 0 || there < 0) && isAlikeWithoutParticle(words[here], heard[here]));
        }

        private boolean isSpeltAlike(byte[] there) {
            int most = (there.length + length) * IN_ERROR / (2 * HALF);
            return TypingDistance.isWithin(asked.written(), there, most)
                    || (length >= WordLikeness.SHORTEST_BEGUN
                            && there.length > length
                            && Arrays.equals(there, 0, length, asked.written(), 0, length));
        }

        private boolean isAlikeWithoutParticle(Word known, byte[] there) {
            return isWithin(ofBare, there, IN_ERROR_BARE)
                    || isWithin(ofServed, there, IN_ERROR_SERVED)
                    || isWithin(distance, known.bare(), IN_ERROR_BARE)
                    || isWithin(distance, known.served(), IN_ERROR_SERVED);
        }

        private static boolean isWithin(@Nullable SoundDistance from, byte @Nullable [] there, int inError) {
            if (from == null || there == null) {
                return false;
            }
            int most = (from.length() + there.length) * inError + 1;
            return from.to(there, most) <= most;
        }
    }
}
