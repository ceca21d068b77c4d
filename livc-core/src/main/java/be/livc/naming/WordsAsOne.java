package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which words of a name that stand beside each other somebody may write as one: "van de Velde" as Vandevelde, "Nour al-Din" as
 * Nouraldin. Each costs a search as much as a word that is asked, so that what nobody writes is not tried: "Karima El Amrani" is
 * Karima Elamrani, and neither Karimael nor Karimaelamrani; "Jan van Dyck" no Janvan.
 */
final class WordsAsOne {

    /** Some words of a name as one. */
    record Span(String letters, boolean vowelless) {}

    private static final int MOST_WORDS = 3;
    private static final int LONGEST = 20;
    private static final int NEVER = 0;

    /** Shihabaldeen; what holds an article between two words and is longer is a given name and a family name. */
    private static final int LONGEST_AROUND_ARTICLE = 12;

    /** Salahel, before Dine. */
    private static final int LONGEST_BEFORE_ARTICLE = 7;

    /** Of hundred of a word; half of it, since a word is as large as half the sounds of both. */
    private static final int IN_ERROR = Math.round((1 - WordLikeness.LEAST_JOINED) * SoundCosts.OTHERS / 2);

    /** The most that is lost where two sounds meet that are the same. */
    private static final int HEARD_ONCE = SoundCosts.OTHERS;

    private WordsAsOne() {}

    /** After the last word that may be one with the word at a place. */
    static int end(PersonName name, int from) {
        return Math.min(name.size(), from + MOST_WORDS);
    }

    /**
     * Whether words from one place to another, as one, are found by what follows the first of them, which is an article: who has
     * "Elamrani" is found by "Amrani" too.
     */
    static boolean isFoundWithoutArticle(PersonName name, int from, int to) {
        Heard bare = name.joined(from, to).bare();
        return bare != null
                && name.words()[from].kind() == Word.Kind.ARTICLE
                && Arrays.equals(
                        bare.sounds(), name.joined(from + 1, to).heard().sounds());
    }

    /** The spans that are kept of a name that is known: those with a particle or a very short word in them. */
    static List<Span> kept(PersonName name) {
        List<Span> kept = new ArrayList<>();
        for (int from = 0; from < name.size(); from++) {
            for (int to = from + 1; to < end(name, from); to++) {
                if (hasSmall(name, from, to) && mayBeAsked(name, from, to)) {
                    kept.add(spanOf(name, from, to));
                }
            }
        }
        return kept;
    }

    /** Whether the words from one place to another, both included, may have been meant as one word. */
    static boolean mayBeAsked(PersonName name, int from, int to) {
        return letters(name, from, to) <= longest(name, from, to);
    }

    /**
     * Whether the words from one place to another may, as one, be a word of another name: told by their size and at a glance, since
     * to make one word of some takes longer than to compare it.
     */
    static boolean mayBeIn(PersonName other, PersonName name, int from, int to) {
        int letters = letters(name, from, to);
        int sounds = 0;
        int mass = 0;
        for (int i = from; i <= to; i++) {
            Word word = name.words()[i];
            if (word.isSmall() || word.isVowelless()) {
                return true;
            }
            sounds += word.heard().length();
            mass += word.heard().mass();
        }
        for (Word whole : other.words()) {
            if (whole.isFull()
                    && (whole.isVowelless()
                            || whole.hasParticle()
                            || mayBeSpeltAs(whole, letters)
                            || maySoundAs(whole, sounds, mass, HEARD_ONCE * (to - from)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeSpeltAs(Word whole, int letters) {
        int ofWhole = whole.plain().length();
        return Math.abs(letters - ofWhole) <= (letters + ofWhole) * IN_ERROR / SoundCosts.OTHERS;
    }

    private static boolean maySoundAs(Word whole, int sounds, int mass, int once) {
        int most = (sounds + whole.heard().length()) * IN_ERROR + 1;
        int heavier = mass - whole.heard().mass();
        return heavier <= most + once && -heavier <= most;
    }

    private static int longest(PersonName name, int from, int to) {
        if (name.words()[from].isSmall()) {
            return LONGEST;
        }
        boolean article = false;
        for (int i = from + 1; i <= to; i++) {
            Word word = name.words()[i];
            if (word.isParticle() && !Particles.comesAfter(word.plain())) {
                if (!Particles.isArabicArticle(word.plain())) {
                    return NEVER;
                }
                article = true;
            }
        }
        if (!article) {
            return LONGEST;
        }
        return name.words()[to].isParticle() ? LONGEST_BEFORE_ARTICLE : LONGEST_AROUND_ARTICLE;
    }

    private static boolean hasSmall(PersonName name, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (name.words()[i].isSmall()) {
                return true;
            }
        }
        return false;
    }

    private static int letters(PersonName name, int from, int to) {
        int letters = 0;
        for (int i = from; i <= to; i++) {
            letters += name.words()[i].plain().length();
        }
        return letters;
    }

    private static Span spanOf(PersonName name, int from, int to) {
        StringBuilder letters = new StringBuilder();
        boolean vowelless = false;
        for (int i = from; i <= to; i++) {
            letters.append(name.words()[i].letters());
            vowelless |= name.words()[i].isVowelless();
        }
        return new Span(letters.toString(), vowelless);
    }
}
