package be.livc.naming;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What decides at a glance whether a word of a vocabulary may be meant, side by side in memory, so that all words are sifted at
 * each search and few are compared with care.
 *
 * <p>Two words pass the first sieve when they share half their pairs of letters or most of their consonants in order. They pass
 * the second when they sound or are spelt as much alike as is asked at all, with or without a particle that is stuck to one of
 * them, or when one begins the other: what they weigh tells of most at once that they do not. A word from a script without vowels
 * passes the second always.
 */
final class Sieve {

    private static final int FIRST_ROOM = 64;

    /** One pair in two, and three in five. */
    private static final int OF_LETTERS = 2;

    private static final int OF_SOUNDS_SHARED = 5;
    private static final int OF_SOUNDS = 3;
    private static final int FEWEST = 2;

    /** The measure of a word of which neither length nor sounds say much. */
    private static final int NONE = -1;

    /** Set in the measure of a word that has a particle stuck to it; the lower bits are letters, sounds and mass. */
    private static final int WITH_PARTICLE = 1 << 30;

    private static final int LETTERS_AT = 24;
    private static final int MOST_LETTERS = 63;
    private static final int SOUNDS_AT = 16;
    private static final int MOST_SOUNDS = 0xFF;
    private static final int MOST_MASS = 0xFFFF;

    /** Half of hundred: distances are in hundredths, and a word is as large as half the letters of both. */
    private static final int HALF = 50;

    private static final int IN_ERROR = Math.round(HALF * (1 - WordLikeness.LEAST));
    private static final int IN_ERROR_BARE = Math.round(HALF * (1 - WordLikeness.LEAST - WordLikeness.WITHOUT_ARTICLE));
    private static final int IN_ERROR_SERVED =
            Math.round(HALF * (1 - WordLikeness.LEAST - WordLikeness.WITHOUT_SERVANT_OF));

    private long[] letters = new long[FIRST_ROOM];
    private long[] sounds = new long[FIRST_ROOM];
    private int[] measures = new int[FIRST_ROOM];
    private long[] landmarks = new long[FIRST_ROOM];
    private Word[] words = new Word[FIRST_ROOM];
    private byte[][] written = new byte[FIRST_ROOM][];
    private byte[][] heard = new byte[FIRST_ROOM][];

    void put(int place, Word word) {
        if (place >= letters.length) {
            int room = place + (place >> 1);
            letters = Arrays.copyOf(letters, room);
            sounds = Arrays.copyOf(sounds, room);
            measures = Arrays.copyOf(measures, room);
            landmarks = Arrays.copyOf(landmarks, room);
            words = Arrays.copyOf(words, room);
            written = Arrays.copyOf(written, room);
            heard = Arrays.copyOf(heard, room);
        }
        letters[place] = word.letterPattern();
        sounds[place] = word.soundPattern();
        measures[place] = measure(word);
        landmarks[place] = word.heard().landmarks();
        words[place] = word;
        written[place] = word.written();
        heard[place] = word.heard().sounds();
    }

    /** Lets go of a word that went. */
    void clear(int place) {
        letters[place] = 0;
        sounds[place] = 0;
        measures[place] = 0;
        landmarks[place] = 0;
        Arrays.fill(words, place, place + 1, null);
        Arrays.fill(written, place, place + 1, null);
        Arrays.fill(heard, place, place + 1, null);
    }

    private static int measure(Word word) {
        int letters = word.written().length;
        int sounds = word.heard().length();
        int mass = word.heard().mass();
        if (word.isVowelless() || letters > MOST_LETTERS || sounds > MOST_SOUNDS || mass > MOST_MASS) {
            return NONE;
        }
        return (word.hasParticle() ? WITH_PARTICLE : 0) | letters << LETTERS_AT | sounds << SOUNDS_AT | mass;
    }

    private static int lettersIn(int measure) {
        return measure >> LETTERS_AT & MOST_LETTERS;
    }

    private static int soundsIn(int measure) {
        return measure >> SOUNDS_AT & MOST_SOUNDS;
    }

    private static int massIn(int measure) {
        return measure & MOST_MASS;
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
        private final int measure;
        private final From from;
        private final @Nullable From fromBare;
        private final @Nullable From fromServed;
        private final int size;
        private int at;

        private Sifting(Word asked, int size) {
            this.asked = asked;
            this.askedLetters = asked.letterPattern();
            this.askedSounds = asked.soundPattern();
            this.letterPairs = Long.bitCount(askedLetters);
            this.soundPairs = Long.bitCount(askedSounds);
            this.measure = measure(asked);
            this.from = new From(asked.heard());
            Heard bare = asked.bare();
            this.fromBare = bare == null ? null : new From(bare);
            Heard served = asked.served();
            this.fromServed = served == null ? null : new From(served);
            this.size = size;
        }

        /** The place of the next word that may be meant; less than nothing at the end. */
        int next() {
            while (at < size) {
                int here = at++;
                if (sharesPairs(here) && isAlike(here)) {
                    return here;
                }
            }
            return -1;
        }

        private boolean sharesPairs(int here) {
            return Long.bitCount(letters[here] & askedLetters) * OF_LETTERS
                            >= Math.max(FEWEST, Math.min(Long.bitCount(letters[here]), letterPairs))
                    || Long.bitCount(sounds[here] & askedSounds) * OF_SOUNDS_SHARED
                            >= OF_SOUNDS * Math.max(FEWEST, Math.min(Long.bitCount(sounds[here]), soundPairs));
        }

        private boolean isAlike(int here) {
            int there = measures[here];
            if (measure == NONE || there == NONE) {
                return true;
            }
            boolean bySound = from.mayBeWithin(IN_ERROR, soundsIn(there), massIn(there), landmarks[here])
                    && from.isWithin(IN_ERROR, heard[here]);
            return bySound
                    || isSpeltAlike(here, lettersIn(there))
                    || (((measure | there) & WITH_PARTICLE) != 0 && isAlikeWithoutParticle(here, there));
        }

        private boolean isSpeltAlike(int here, int letters) {
            int length = asked.written().length;
            int most = (letters + length) * IN_ERROR / (2 * HALF);
            return (Math.abs(letters - length) <= most && TypingDistance.isWithin(asked.written(), written[here], most))
                    || (length >= WordLikeness.SHORTEST_BEGUN
                            && letters > length
                            && Arrays.equals(written[here], 0, length, asked.written(), 0, length));
        }

        private boolean isAlikeWithoutParticle(int here, int there) {
            return isWithin(fromBare, IN_ERROR_BARE, here, there)
                    || isWithin(fromServed, IN_ERROR_SERVED, here, there)
                    || ((there & WITH_PARTICLE) != 0
                            && (from.isWithin(IN_ERROR_BARE, words[here].bare())
                                    || from.isWithin(IN_ERROR_SERVED, words[here].served())));
        }

        private boolean isWithin(@Nullable From part, int inError, int here, int there) {
            return part != null
                    && part.mayBeWithin(inError, soundsIn(there), massIn(there), landmarks[here])
                    && part.isWithin(inError, heard[here]);
        }
    }

    /** Measures from the sounds of a word that is asked, or of a part of it. */
    private static final class From {

        private final Heard heard;
        private final SoundDistance distance;

        private From(Heard heard) {
            this.heard = heard;
            this.distance = new SoundDistance(heard.sounds(), false);
        }

        private int most(int inError, int sounds) {
            return (heard.length() + sounds) * inError + 1;
        }

        private boolean mayBeWithin(int inError, int sounds, int mass, long landmarks) {
            return heard.mayBeWithin(most(inError, sounds), mass, landmarks);
        }

        private boolean isWithin(int inError, byte[] there) {
            int most = most(inError, there.length);
            return distance.to(there, most) <= most;
        }

        private boolean isWithin(int inError, @Nullable Heard there) {
            return there != null
                    && mayBeWithin(inError, there.length(), there.mass(), there.landmarks())
                    && isWithin(inError, there.sounds());
        }
    }
}
