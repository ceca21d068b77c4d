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

    /** Longer words are few. */
    private static final int ROOM_OF_SOUNDS = 16;

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

    private final SharedPairs letterPairs = new SharedPairs(Sieve::fewestOfLetters);
    private final SharedPairs soundPairs = new SharedPairs(Sieve::fewestOfSounds);
    private int[] letters = new int[FIRST_ROOM];
    private int[] measures = new int[FIRST_ROOM];
    private long[] landmarks = new long[FIRST_ROOM];
    private Word[] words = new Word[FIRST_ROOM];
    private byte[][] written = new byte[FIRST_ROOM][];
    private byte[] heard = new byte[FIRST_ROOM * ROOM_OF_SOUNDS];

    void put(int place, Word word) {
        if (place >= letters.length) {
            int room = place + (place >> 1);
            letters = Arrays.copyOf(letters, room);
            measures = Arrays.copyOf(measures, room);
            landmarks = Arrays.copyOf(landmarks, room);
            words = Arrays.copyOf(words, room);
            written = Arrays.copyOf(written, room);
            heard = Arrays.copyOf(heard, room * ROOM_OF_SOUNDS);
        }
        Word before = words[place];
        letterPairs.change(place, before == null ? 0 : before.letterPattern(), word.letterPattern());
        soundPairs.change(place, before == null ? 0 : before.soundPattern(), word.soundPattern());
        letters[place] = lettersOf(word);
        measures[place] = measure(word);
        landmarks[place] = word.heard().landmarks();
        words[place] = word;
        written[place] = word.written();
        byte[] ofWord = word.heard().sounds();
        System.arraycopy(ofWord, 0, heard, place * ROOM_OF_SOUNDS, Math.min(ofWord.length, ROOM_OF_SOUNDS));
    }

    /** Lets go of a word that went. */
    void clear(int place) {
        letterPairs.change(place, words[place].letterPattern(), 0);
        soundPairs.change(place, words[place].soundPattern(), 0);
        letters[place] = 0;
        measures[place] = 0;
        landmarks[place] = 0;
        Arrays.fill(words, place, place + 1, null);
        Arrays.fill(written, place, place + 1, null);
        Arrays.fill(heard, place * ROOM_OF_SOUNDS, (place + 1) * ROOM_OF_SOUNDS, (byte) 0);
    }

    private static int fewestOfLetters(int one, int other) {
        return (Math.max(FEWEST, Math.min(one, other)) + OF_LETTERS - 1) / OF_LETTERS;
    }

    private static int fewestOfSounds(int one, int other) {
        return (Math.max(FEWEST, Math.min(one, other)) * OF_SOUNDS + OF_SOUNDS_SHARED - 1) / OF_SOUNDS_SHARED;
    }

    /** Which letters a word has, one bit each. */
    private static int lettersOf(Word word) {
        int letters = 0;
        for (byte letter : word.written()) {
            letters |= 1 << letter;
        }
        return letters;
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
        private final int askedLetters;
        private final int measure;
        private final From from;
        private final @Nullable From fromBare;
        private final @Nullable From fromServed;
        private final long[] marks;
        private int at;

        private Sifting(Word asked, int size) {
            this.asked = asked;
            this.askedLetters = lettersOf(asked);
            this.measure = measure(asked);
            this.from = new From(asked.heard());
            Heard bare = asked.bare();
            this.fromBare = bare == null ? null : new From(bare);
            Heard served = asked.served();
            this.fromServed = served == null ? null : new From(served);
            this.marks = new long[(size + Long.SIZE - 1) / Long.SIZE];
            letterPairs.mark(asked.letterPattern(), marks);
            soundPairs.mark(asked.soundPattern(), marks);
        }

        /** The place of the next word that may be meant; less than nothing at the end. */
        int next() {
            while (at < marks.length) {
                if (marks[at] == 0) {
                    at++;
                } else {
                    int here = at * Long.SIZE + Long.numberOfTrailingZeros(marks[at]);
                    marks[at] &= marks[at] - 1;
                    if (isAlike(here)) {
                        return here;
                    }
                }
            }
            return -1;
        }

        private boolean isAlike(int here) {
            int there = measures[here];
            if (measure == NONE || there == NONE) {
                return true;
            }
            boolean bySound = from.mayBeWithin(IN_ERROR, soundsIn(there), massIn(there), landmarks[here])
                    && isHeardWithin(from, IN_ERROR, here, soundsIn(there));
            return bySound
                    || isSpeltAlike(here, lettersIn(there))
                    || (((measure | there) & WITH_PARTICLE) != 0 && isAlikeWithoutParticle(here, there));
        }

        /** An error takes away one letter, and brings one, at most. */
        private boolean isSpeltAlike(int here, int ofHere) {
            int length = asked.written().length;
            int most = (ofHere + length) * IN_ERROR / (2 * HALF);
            int missing = Integer.bitCount(askedLetters & ~letters[here]);
            return missing <= most && (isMistyped(here, ofHere, most) || (missing == 0 && isBegun(here, ofHere)));
        }

        private boolean isMistyped(int here, int ofHere, int most) {
            return Math.abs(ofHere - asked.written().length) <= most
                    && Integer.bitCount(letters[here] & ~askedLetters) <= most
                    && TypingDistance.isWithin(asked.written(), written[here], most);
        }

        private boolean isBegun(int here, int ofHere) {
            int length = asked.written().length;
            return length >= WordLikeness.SHORTEST_BEGUN
                    && ofHere > length
                    && Arrays.equals(written[here], 0, length, asked.written(), 0, length);
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
                    && isHeardWithin(part, inError, here, soundsIn(there));
        }

        private boolean isHeardWithin(From part, int inError, int here, int length) {
            return length <= ROOM_OF_SOUNDS
                    ? part.isWithin(inError, heard, here * ROOM_OF_SOUNDS, length)
                    : part.isWithin(inError, words[here].heard().sounds(), 0, length);
        }
    }

    /** Measures from the sounds of a word that is asked, or of a part of it. */
    private static final class From {

        private final Heard heard;
        private final LeastDistance least;
        private final SoundDistance distance;

        private From(Heard heard) {
            this.heard = heard;
            this.least = new LeastDistance(heard.sounds());
            this.distance = new SoundDistance(heard.sounds(), false);
        }

        private int most(int inError, int sounds) {
            return (heard.length() + sounds) * inError + 1;
        }

        private boolean mayBeWithin(int inError, int sounds, int mass, long landmarks) {
            return heard.mayBeWithin(most(inError, sounds), mass, landmarks);
        }

        private boolean isWithin(int inError, byte[] words, int begin, int length) {
            int most = most(inError, length);
            int[] rest = least.to(words, begin, length);
            return rest[0] <= most && distance.to(Arrays.copyOfRange(words, begin, begin + length), most, rest) <= most;
        }

        private boolean isWithin(int inError, @Nullable Heard there) {
            return there != null
                    && mayBeWithin(inError, there.length(), there.mass(), there.landmarks())
                    && isWithin(inError, there.sounds(), 0, there.length());
        }
    }
}
