package be.livc.naming;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How alike two words are, and in what way. */
final class WordLikeness {

    /**
     * An answer.
     *
     * @param alike from {@link #LEAST} to 1
     * @param why absent when they are the same
     */
    record Likeness(float alike, @Nullable Difference why) {}

    /** Below this two words are two words. */
    static final float LEAST = 0.74f;

    /** Below this words that are written as one are others than the one word. */
    static final float LEAST_JOINED = 0.84f;

    /** Hardly anybody errs in the first letter (Pollock and Zamora, Automatic spelling correction in scientific text, 1984). */
    private static final float FOR_ANOTHER_BEGINNING = 0.07f;

    private static final float BEGINNING_DIFFERS = 0.6f;
    private static final float SHORT_FORM = 0.85f;
    private static final float SAME_CODE = 0.8f;
    private static final float LEAST_WITH_CODE = 0.6f;
    static final float WITHOUT_ARTICLE = 0.06f;
    static final float WITHOUT_SERVANT_OF = 0.14f;
    private static final float SURELY_SERVED = 0.9f;
    private static final float NEARLY_SERVED = 0.86f;
    private static final float BEGUN = 0.78f;
    private static final float MISREAD = 0.86f;
    private static final int MOST_MADE_OF_TWO = 2;
    static final int SHORTEST_BEGUN = 4;
    private static final float SOUNDS_THE_SAME = 0.9f;
    /** Half of hundred, since a word is as large as half the sounds of both. */
    private static final int IN_HUNDREDTHS = 50;

    /** Hundredths: two spellings of one consonant, and vowels that are no longer heard as one another, on average. */
    private static final int SAME_CONSONANT = 15;

    private static final int FAR_VOWELS = 30;

    private static final float INITIAL = 0.9f;
    private static final float SAME_INITIAL = 0.15f;

    /** What an initial may begin the spelling of. */
    private static final Map<Character, String> STARTS = Map.of(
            'c', "KcXCx", 's', "s$SZ", 'd', "dJ", 't', "tCTc", 'z', "zZJ", 'k', "kKxX", 'g', "gQG", 'o', "ou0", 'j',
            "jyJZ");

    static final Likeness SAME = new Likeness(1, null);
    private static final Likeness OTHER = new Likeness(0, Difference.SOUND);

    private WordLikeness() {}

    /** Compares a word that is asked with one that is known; empty when they are not alike. */
    static Optional<Likeness> of(Word asked, Word known) {
        return of(asked, known, asked.sharesCodeWith(known));
    }

    /**
     * The same, where somebody looked for words that share a code.
     *
     * @param coded whether the two share a phonetic code
     */
    static Optional<Likeness> of(Word asked, Word known, boolean coded) {
        if (asked.isVowelless() == known.isVowelless() && asked.letters().equals(known.letters())) {
            return Optional.of(SAME);
        }
        if (asked.kind() == Word.Kind.INITIAL || known.kind() == Word.Kind.INITIAL) {
            return initial(asked, known);
        }
        Likeness spelt = spelt(asked, known, coded ? LEAST_WITH_CODE : LEAST);
        if (asked.served() != null && known.served() != null && spelt.alike < SURELY_SERVED) {
            return served(asked.served(), known.served(), spelt);
        }
        if (spelt.alike < SURELY_SERVED
                && (isNamedOtherwise(asked, known) || (spelt.alike >= LEAST && isOfOtherHalves(asked, known)))) {
            return Optional.empty();
        }
        Likeness best = spelt;
        if (best.alike < SHORT_FORM && BeiderMorse.meet(asked.shortForms(), known.shortForms())) {
            best = new Likeness(SHORT_FORM, Difference.SHORT_FORM);
        }
        if (coded && best.alike < SAME_CODE && spelt.alike >= LEAST_WITH_CODE) {
            best = new Likeness(SAME_CODE, Difference.SOUND);
        }
        if (asked.hasParticle() || known.hasParticle()) {
            best = better(best, withoutParticle(asked, known));
        }
        if (best.alike < MISREAD && isMisread(asked.plain(), known.plain())) {
            best = new Likeness(MISREAD, Difference.TYPING);
        }
        if (best.alike < BEGUN && (isBegunBy(asked, known) || isBegunBy(known, asked))) {
            best = new Likeness(BEGUN, Difference.PART);
        }
        return best.alike < LEAST ? Optional.empty() : Optional.of(best);
    }

    /** "Abdelkarim" is not "Abdelkader", however much of both is the same; "Abderrahmane" is "Abdul Rahman". */
    private static Optional<Likeness> served(Heard asked, Heard known, Likeness whole) {
        boolean scripts = whole.why == Difference.SCRIPT;
        float alike = SoundDistance.alike(asked.sounds(), known.sounds(), scripts, LEAST);
        Likeness served = new Likeness(Math.min(alike, SURELY_SERVED), scripts ? Difference.SCRIPT : Difference.SOUND);
        return Optional.of(better(whole.alike < NEARLY_SERVED ? served : whole, served))
                .filter(best -> best.alike >= LEAST);
    }

    /**
     * "Vandevelde" is not "Vandewalle": what an article is stuck to on both sides has to be alike by itself. "Vandevel" is cut off.
     */
    private static boolean isNamedOtherwise(Word asked, Word known) {
        Heard other = known.bare();
        return !isBegunBy(asked, known)
                && !isBegunBy(known, asked)
                && asked.hasArticle()
                && known.hasArticle()
                && asked.isVowelless() == known.isVowelless()
                && other != null
                && bare(asked.bare(), other) < LEAST;
    }

    /**
     * "Noureddine" is not "Nasreddine", nor "Zabihullah" "Samiullah": what comes before the half that many names end with has to be
     * alike by itself, but where one slip makes the one of the other.
     */
    private static boolean isOfOtherHalves(Word asked, Word known) {
        Optional<String> one = asked.isVowelless() ? Optional.empty() : Particles.firstHalf(asked.plain());
        Optional<String> other =
                one.isEmpty() || known.isVowelless() ? Optional.empty() : Particles.firstHalf(known.plain());
        return other.isPresent()
                && TypingDistance.distance(asked.plain(), known.plain()) > 1
                && SoundDistance.alike(sounds(one), sounds(other), false, LEAST) < LEAST;
    }

    private static byte[] sounds(Optional<String> half) {
        return SoundCosts.coded(Sounds.of(half.orElse("")));
    }

    /** Whether a rule about names, and not about letters, says that they are two. */
    static boolean isAnotherName(Word asked, Word known) {
        return (asked.served() != null && known.served() != null)
                || (asked.hasArticle() && known.hasArticle())
                || isOfOtherHalves(asked, known)
                || hasOtherVowels(asked, known);
    }

    private static Likeness better(Likeness one, Likeness other) {
        return other.alike > one.alike ? other : one;
    }

    /** Exact from {@code least} on; below that some smaller number. */
    private static Likeness spelt(Word asked, Word known, float least) {
        boolean scripts = asked.isVowelless() != known.isVowelless();
        boolean hopeless = !scripts && !maySoundAlike(asked, known, least);
        float sound = hopeless
                ? 0
                : SoundDistance.alike(asked.heard().sounds(), known.heard().sounds(), scripts, least);
        float otherwise = beginsOtherwise(asked.heard().sounds(), known.heard().sounds()) ? FOR_ANOTHER_BEGINNING : 0;
        sound -= otherwise;
        if (scripts) {
            return new Likeness(sound, Difference.SCRIPT);
        }
        if (sound >= SOUNDS_THE_SAME) {
            return new Likeness(Math.min(sound, 0.99f), Difference.SOUND);
        }
        float letters = TypingDistance.alike(asked.plain(), known.plain(), Math.max(sound, least)) - otherwise;
        float spelt = Math.max(sound, letters);
        return spelt >= least && hasOtherVowels(asked, known) ? OTHER : new Likeness(spelt, Difference.TYPING);
    }

    /** A vowel before the first consonant is often not written: Smail is Ismail, Lamrani El Amrani. */
    static boolean beginsOtherwise(byte[] asked, byte[] known) {
        return SoundCosts.cost(asked[0], known[0]) > BEGINNING_DIFFERS
                && !isWithoutFirstVowel(asked, known)
                && !isWithoutFirstVowel(known, asked);
    }

    /** And "Karim" is not "Akram": what comes next is alike too. */
    private static boolean isWithoutFirstVowel(byte[] one, byte[] other) {
        return one.length > 1
                && other.length > 2
                && SoundCosts.isVowel((char) other[0])
                && other[1] == one[0]
                && SoundCosts.cost(other[2], one[1]) < BEGINNING_DIFFERS;
    }

    /**
     * "Hassan" is not "Hussein", nor "Halil" "Hilal": in Arabic, and in names taken from it, vowels tell names of the same consonants
     * apart. One that is far may be an error, as may two that were swapped by one slip; where most are, it is another name.
     */
    private static boolean hasOtherVowels(Word asked, Word known) {
        byte[] one = asked.heard().sounds();
        byte[] other = known.heard().sounds();
        int vowels = 0;
        int apart = 0;
        for (int i = 0; i < one.length && one.length == other.length; i++) {
            boolean vowel = SoundCosts.isVowel((char) one[i]);
            if (vowel != SoundCosts.isVowel((char) other[i])) {
                return false;
            }
            int cost = SoundCosts.costOf(one[i], other[i]);
            if (!vowel && cost > SAME_CONSONANT) {
                return false;
            }
            vowels += vowel ? 1 : 0;
            apart += vowel ? cost : 0;
        }
        return vowels > 1 && apart >= vowels * FAR_VOWELS && TypingDistance.distance(asked.plain(), known.plain()) > 1;
    }

    private static boolean maySoundAlike(Word asked, Word known, float least) {
        Heard there = known.heard();
        int most = (int) (IN_HUNDREDTHS * (asked.heard().length() + there.length()) * (1 - least)) + 1;
        return asked.heard().mayBeWithin(most, there.mass(), there.landmarks());
    }

    /** A machine that reads paper takes an m for r and n, and a w for two v: "Ernma" is Emma. */
    private static boolean isMisread(String asked, String known) {
        int more = Math.abs(asked.length() - known.length());
        return more > 0
                && more <= MOST_MADE_OF_TWO
                && asked.charAt(asked.length() - 1) == known.charAt(known.length() - 1)
                && (isMadeOfTwo(asked) || isMadeOfTwo(known))
                && asOne(asked).equals(asOne(known));
    }

    private static boolean isMadeOfTwo(String plain) {
        return plain.contains("rn") || plain.contains("vv");
    }

    private static String asOne(String plain) {
        return plain.replace("rn", "m").replace("vv", "w").replace("mm", "m");
    }

    private static Likeness withoutParticle(Word asked, Word known) {
        float bare = Math.max(bare(asked.bare(), known.heard()), bare(known.bare(), asked.heard())) - WITHOUT_ARTICLE;
        float served =
                Math.max(bare(asked.served(), known.heard()), bare(known.served(), asked.heard())) - WITHOUT_SERVANT_OF;
        boolean particle = served > bare || asked.hasArticle() || known.hasArticle();
        return new Likeness(Math.max(bare, served), particle ? Difference.PARTICLES : Difference.SOUND);
    }

    private static float bare(@Nullable Heard bare, Heard other) {
        return bare == null ? 0 : SoundDistance.alike(bare.sounds(), other.sounds(), false, LEAST);
    }

    private static Optional<Likeness> initial(Word asked, Word known) {
        float first = SoundCosts.cost(asked.heard().sounds()[0], known.heard().sounds()[0]);
        boolean oneSound = asked.heard().length() == 1 || known.heard().length() == 1;
        boolean same = asked.plain().startsWith(known.plain())
                || known.plain().startsWith(asked.plain())
                || (oneSound && first <= SAME_INITIAL)
                || begins(asked, known)
                || begins(known, asked);
        return same ? Optional.of(new Likeness(INITIAL, Difference.INITIAL)) : Optional.empty();
    }

    private static boolean begins(Word initial, Word name) {
        if (initial.plain().length() != 1) {
            return false;
        }
        Heard otherwise = name.bare();
        return STARTS.getOrDefault(initial.plain().charAt(0), "")
                                .indexOf(name.heard().sounds()[0])
                        >= 0
                || (otherwise != null
                        && otherwise.sounds()[0] == initial.heard().sounds()[0]);
    }

    /**
     * Somebody types, or is known by, the beginning of a name; "Jan" does not begin "Janssens", nor "Ivan" "Ivanovich": those
     * descend from it.
     */
    private static boolean isBegunBy(Word beginning, Word whole) {
        return beginning.plain().length() >= SHORTEST_BEGUN
                && whole.plain().startsWith(beginning.plain())
                && !Descent.isMadeFrom(whole.plain(), beginning.plain());
    }
}
