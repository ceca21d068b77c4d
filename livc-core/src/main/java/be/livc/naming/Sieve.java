package be.livc.naming;

import java.util.Arrays;
import java.util.function.Supplier;
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

    /** What is told of a word at a glance: its measure and which letters it has, and its landmarks. */
    private static final int GLANCE = 2;

    private static final int MEASURE = 0;
    private static final int LANDMARKS = 1;

    /** How else a word may be heard than as a whole: without what is stuck to it, as what serves in it. */
    private static final int WAYS = 2;

    private static final int BARE = 0;
    private static final int SERVED = 1;

    /** Half of hundred: distances are in hundredths, and a word is as large as half the letters of both. */
    private static final int HALF = 50;

    private final SharedPairs letterPairs = new SharedPairs(Sieve::fewestOfLetters);
    private final SharedPairs soundPairs = new SharedPairs(Sieve::fewestOfSounds);
    /** Of each word some numbers side by side, since what is looked at together is best fetched together. */
    private long[] glances = new long[FIRST_ROOM * GLANCE];

    private final HalvedWords halved = new HalvedWords();

    /** The same, without letters, of every way else in which a word may be heard: apart, since few have any. */
    private long[] partGlances = new long[FIRST_ROOM * WAYS * GLANCE];

    private Word[] words = new Word[FIRST_ROOM];
    private byte[][] written = new byte[FIRST_ROOM][];

    void put(int place, Word word) {
        if (place >= words.length) {
            int room = place + (place >> 1);
            glances = Arrays.copyOf(glances, room * GLANCE);
            partGlances = Arrays.copyOf(partGlances, room * WAYS * GLANCE);
            words = Arrays.copyOf(words, room);
            written = Arrays.copyOf(written, room);
        }
        Word before = words[place];
        letterPairs.change(place, before == null ? 0 : before.letterPattern(), word.letterPattern());
        soundPairs.change(place, before == null ? 0 : before.soundPattern(), word.soundPattern());
        words[place] = word;
        written[place] = word.written();
        int glance = place * GLANCE;
        long letters = Integer.toUnsignedLong(lettersOf(written[place]));
        glances[glance + MEASURE] = (long) measure(word) << Integer.SIZE | letters;
        glances[glance + LANDMARKS] = word.heard().landmarks();
        halved.put(place, word.heard().sounds());
        putPart(place * WAYS + BARE, word.bare());
        putPart(place * WAYS + SERVED, word.served());
    }

    private void putPart(int at, @Nullable Heard part) {
        partGlances[at * GLANCE + MEASURE] = part == null ? 0 : measure(part);
        partGlances[at * GLANCE + LANDMARKS] = part == null ? 0 : part.landmarks();
    }

    /** Lets go of a word that went. */
    void clear(int place) {
        letterPairs.change(place, words[place].letterPattern(), 0);
        soundPairs.change(place, words[place].soundPattern(), 0);
        Arrays.fill(words, place, place + 1, null);
        Arrays.fill(written, place, place + 1, null);
        Arrays.fill(glances, place * GLANCE, (place + 1) * GLANCE, 0);
        halved.clear(place);
        putPart(place * WAYS + BARE, null);
        putPart(place * WAYS + SERVED, null);
    }

    private static int fewestOfLetters(int one, int other) {
        return (Math.max(FEWEST, Math.min(one, other)) + OF_LETTERS - 1) / OF_LETTERS;
    }

    private static int fewestOfSounds(int one, int other) {
        return (Math.max(FEWEST, Math.min(one, other)) * OF_SOUNDS + OF_SOUNDS_SHARED - 1) / OF_SOUNDS_SHARED;
    }

    /** Which letters a word has, one bit each. */
    private static int lettersOf(byte[] written) {
        int letters = 0;
        for (byte letter : written) {
            letters |= 1 << letter;
        }
        return letters;
    }

    private static int measure(Word word) {
        int letters = word.plain().length();
        int heard = measure(word.heard());
        if (word.isVowelless() || letters > MOST_LETTERS || heard == NONE) {
            return NONE;
        }
        return (word.hasParticle() ? WITH_PARTICLE : 0) | letters << LETTERS_AT | heard;
    }

    private static int measure(Heard heard) {
        return heard.length() > MOST_SOUNDS || heard.mass() > MOST_MASS
                ? NONE
                : heard.length() << SOUNDS_AT | heard.mass();
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

    /**
     * Marks the words that pass the first sieve; gives each thread that sifts shares of them a sifting of its own.
     *
     * @param least how much alike they have to be; no less than {@link WordLikeness#LEAST}
     * @param size how many words there are
     */
    Supplier<Sifting> marked(Word asked, float least, int size) {
        long[] marks = new long[(size + Long.SIZE - 1) / Long.SIZE];
        letterPairs.mark(asked.letterPattern(), marks);
        soundPairs.mark(asked.soundPattern(), marks);
        return () -> new Sifting(asked, InError.from(least), marks);
    }

    /** How much of two words may differ: as a whole, where one has an article stuck to it, and where it has a servant-of. */
    private record InError(int whole, int bare, int served) {

        static InError from(float least) {
            return new InError(
                    Math.round(HALF * (1 - least)),
                    Math.round(HALF * (1 - least - WordLikeness.WITHOUT_ARTICLE)),
                    Math.round(HALF * (1 - least - WordLikeness.WITHOUT_SERVANT_OF)));
        }
    }

    /** Goes through words that are marked; for one thread. */
    final class Sifting {

        private final byte[] asked;
        private final int askedLetters;
        private final int measure;
        private final From from;
        private final @Nullable From fromBare;
        private final @Nullable From fromServed;
        private final InError inError;
        private final long[] marks;

        private Sifting(Word asked, InError inError, long[] marks) {
            this.inError = inError;
            this.asked = asked.written();
            this.askedLetters = lettersOf(this.asked);
            this.measure = measure(asked);
            this.from = new From(asked.heard());
            Heard bare = asked.bare();
            this.fromBare = bare == null ? null : new From(bare);
            Heard served = asked.served();
            this.fromServed = served == null ? null : new From(served);
            this.marks = marks;
        }

        /** The places of the words that may be meant, in their order, of one share of all. */
        int[] alike(int share, int shares) {
            int[] places = glanced(marks.length * share / shares, marks.length * (share + 1) / shares);
            int count = 0;
            for (int here : places) {
                if (isAlike(here)) {
                    places[count++] = here;
                }
            }
            return Arrays.copyOf(places, count);
        }

        /**
         * Of those who are marked, those who may be alike at a glance. Nothing is decided on the way from one to the next, so that the
         * processor fetches many of them from memory at a time.
         */
        private int[] glanced(int begin, int end) {
            int[] glanced = new int
                    [Arrays.stream(marks, begin, end).mapToInt(Long::bitCount).sum() + 1];
            int count = 0;
            for (int i = begin; i < end; i++) {
                for (long left = marks[i]; left != 0; left &= left - 1) {
                    int here = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                    glanced[count] = here;
                    count += mayBeAlike(glances[here * GLANCE + MEASURE], glances[here * GLANCE + LANDMARKS]);
                }
            }
            return Arrays.copyOf(glanced, count);
        }

        /** One where it may, and nothing where it is sure that it is not: worked out from the signs of differences. */
        private int mayBeAlike(long glance, long landmarks) {
            int there = (int) (glance >>> Integer.SIZE);
            int tooFar = from.tooFar(inError.whole, there, landmarks);
            if (fromBare != null) {
                tooFar &= fromBare.tooFar(inError.bare, there, landmarks);
            }
            if (fromServed != null) {
                tooFar &= fromServed.tooFar(inError.served, there, landmarks);
            }
            int misspelt = mostMisspelt(lettersIn(there)) - Integer.bitCount(askedLetters & ~(int) glance);
            int unknown = (measure == NONE ? NONE : 0) | there | there << 1;
            return (~tooFar | ~misspelt | unknown) >>> Integer.SIZE - 1;
        }

        private boolean isAlike(int here) {
            long glance = glances[here * GLANCE + MEASURE];
            int there = (int) (glance >>> Integer.SIZE);
            return measure == NONE
                    || there == NONE
                    || isWithin(from, inError.whole, here, there)
                    || isSpeltAlike(here, (int) glance, lettersIn(there))
                    || (((measure | there) & WITH_PARTICLE) != 0 && isAlikeWithoutParticle(here, there));
        }

        /** An error takes away one letter, and brings one, at most. */
        private boolean isSpeltAlike(int here, int letters, int ofHere) {
            int most = mostMisspelt(ofHere);
            int missing = Integer.bitCount(askedLetters & ~letters);
            return missing <= most
                    && (isMistyped(here, letters, ofHere, most) || (missing == 0 && isBegun(here, ofHere)));
        }

        private int mostMisspelt(int ofHere) {
            return (ofHere + asked.length) * inError.whole / (2 * HALF);
        }

        private boolean isMistyped(int here, int letters, int ofHere, int most) {
            return Math.abs(ofHere - asked.length) <= most
                    && Integer.bitCount(letters & ~askedLetters) <= most
                    && TypingDistance.isWithin(asked, written[here], most);
        }

        private boolean isBegun(int here, int ofHere) {
            return asked.length >= WordLikeness.SHORTEST_BEGUN
                    && ofHere > asked.length
                    && Arrays.equals(written[here], 0, asked.length, asked, 0, asked.length);
        }

        private boolean isAlikeWithoutParticle(int here, int there) {
            return isWithin(fromBare, inError.bare, here, there)
                    || isWithin(fromServed, inError.served, here, there)
                    || ((there & WITH_PARTICLE) != 0
                            && (isPartWithin(inError.bare, here, BARE) || isPartWithin(inError.served, here, SERVED)));
        }

        private boolean isWithin(@Nullable From part, int inError, int here, int there) {
            return part != null
                    && part.tooFar(inError, there, glances[here * GLANCE + LANDMARKS]) >= 0
                    && part.isWithin(inError, here);
        }

        private boolean isPartWithin(int inError, int here, int way) {
            int part = (here * WAYS + way) * GLANCE;
            int there = (int) partGlances[part + MEASURE];
            return there != 0
                    && (there == NONE || from.tooFar(inError, there, partGlances[part + LANDMARKS]) >= 0)
                    && from.isWithin(inError, way == BARE ? words[here].bare() : words[here].served());
        }
    }

    /** Measures from the sounds of a word that is asked, or of a part of it. */
    private final class From {

        private final Heard heard;
        private final DistanceByHalves byHalves;
        private final SoundDistance distance;

        private From(Heard heard) {
            this.heard = heard;
            this.byHalves = new DistanceByHalves(heard.sounds(), halved);
            this.distance = new SoundDistance(heard.sounds(), false);
        }

        private int most(int inError, int sounds) {
            return (heard.length() + sounds) * inError + 1;
        }

        /** Less than nothing where mass and landmarks make it sure. */
        private int tooFar(int inError, int there, long landmarks) {
            int most = most(inError, soundsIn(there));
            return most - Math.abs(heard.mass() - massIn(there)) | most - Landmarks.apart(heard.landmarks(), landmarks);
        }

        private boolean isWithin(int inError, int place) {
            return halved.isHalved(place)
                    ? byHalves.isWithin(most(inError, halved.length(place)), place)
                    : isWithin(inError, words[place].heard());
        }

        private boolean isWithin(int inError, @Nullable Heard there) {
            int most = there == null ? 0 : most(inError, there.length());
            return there != null && distance.to(there.sounds(), most) <= most;
        }
    }
}
