package be.livc.naming;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small words of names, which are written, left out and stuck to the next word as it comes. */
final class Particles {

    private static final Set<String> ARTICLES = Set.of(
            "van", "vande", "vanden", "vander", "de", "den", "der", "ten", "ter", "te", "het", "op", "la", "le", "les",
            "du", "des", "d", "l", "el", "al", "ul", "oul", "von", "zu", "zur", "da", "dos", "do", "del", "della", "di",
            "vd");

    private static final Set<String> ARABIC = Set.of("l", "el", "al", "ul", "oul");

    /** Arabic articles that took the first sound of the word after them. */
    private static final Set<String> ASSIMILATED = Set.of(
            "as", "es", "ar", "er", "an", "en", "at", "et", "ad", "ed", "az", "ez", "ash", "esh", "ach", "ech", "ath",
            "adh");

    /** Given names too, in Dutch. */
    private static final Set<String> GIVEN_NAMES = Set.of("an", "ad", "ed");

    /** Before these comes the name of the father: "Rashad oglu" is Rashad's son. */
    private static final Set<String> AFTER_THE_FATHER =
            Set.of("oglu", "ogly", "ogli", "ugli", "uulu", "uly", "kyzy", "kizi", "qizi", "qyzy", "gizi");

    /** After these comes the name of a father, a son or a tribe. */
    private static final Set<String> OF_DESCENT = Set.of(
            "ben", "bin", "ibn", "bint", "bent", "ould", "oulad", "ouled", "walad", "abu", "abou", "aboe", "abi", "bou",
            "bu", "um", "oum", "ait", "mac", "mc", "abd", "abdel", "abdul", "abdoul");

    /** Stuck to a word that is a name without them too. */
    private static final List<String> STUCK = List.of("vanden", "vander", "vande", "van", "el", "al");

    /** The article of Moroccan and Algerian registries, without its vowel: Larbi is El Arbi, Lhoussaine El Houssaine. */
    private static final Pattern MAGHREBI_ARTICLE = Pattern.compile("l(?=[bcfghkmqwy]|aa|a[bcdfghjkmqrwyz][^aeiouy])");

    private static final String SERVANT = "abd";

    /** The article may have taken over the next sound: "Abderrahmane", "Abdessamad". */
    private static final Pattern SERVANT_OF = Pattern.compile("abd(?:ou|oe|[aeiou])l?(.{3,})");

    /** Arabic names that end so are of two halves: "light of religion", "mercy of God". The article in them takes over the d. */
    private static final Pattern OF_RELIGION_OR_GOD = Pattern.compile(
            "(.{3,}?)(?:[aeiou]{1,2}l?(?:dd?|tt)(?:i|ee|ie|y)ne?|(?:ou|oe|[uo])(?:llah?|lah)|[ae]llah)");

    /** How every one of those ends: told sooner than by the pattern. */
    private static final List<String> ENDS_OF_HALVES =
            List.of("lah", "lla", "din", "dine", "deen", "dien", "dyn", "tin", "tine");

    private static final String LAST_OF_HALVES = "hane";

    private static final int SHORTEST_REST = 4;

    private Particles() {}

    /**
     * Whether a word is an article before the next one.
     *
     * @param another whether there are other words that may be the given name: "An Naessens" has no article
     */
    static boolean isArticle(String word, Optional<String> next, boolean another) {
        boolean assimilated = ASSIMILATED.contains(word)
                && next.filter(after -> after.startsWith(word.substring(1))).isPresent();
        return ARTICLES.contains(word) || (assimilated && (another || !GIVEN_NAMES.contains(word)));
    }

    static boolean isArabicArticle(String word) {
        return ARABIC.contains(word) || ASSIMILATED.contains(word);
    }

    static boolean isOfDescent(String word) {
        return OF_DESCENT.contains(word) || comesAfter(word);
    }

    /** Whether it follows the name of the father. */
    static boolean comesAfter(String word) {
        return AFTER_THE_FATHER.contains(word);
    }

    /** Whether it is a small word wherever it stands. */
    static boolean isSmall(String word) {
        return ARTICLES.contains(word) || isOfDescent(word);
    }

    /** What is left of a word without the article that is stuck to it: "berghe" of "vandenberghe", "sadiki" of "essadiki". */
    static Optional<String> bare(String word) {
        for (String stuck : STUCK) {
            if (word.startsWith(stuck) && word.length() >= stuck.length() + SHORTEST_REST) {
                return Optional.of(word.substring(stuck.length()));
            }
        }
        if (word.length() > SHORTEST_REST
                && word.charAt(0) == 'l'
                && MAGHREBI_ARTICLE.matcher(word).lookingAt()) {
            return Optional.of(word.substring(1));
        }
        boolean assimilated = word.length() > SHORTEST_REST + 2
                && "ae".indexOf(word.charAt(0)) >= 0
                && "srntdz".indexOf(word.charAt(1)) >= 0
                && word.charAt(1) == word.charAt(2);
        return assimilated ? Optional.of(word.substring(2)) : Optional.empty();
    }

    /** The second half of a compound of "servant of": "kader" of "abdelkader". */
    static Optional<String> served(String word) {
        if (!word.startsWith(SERVANT)) {
            return Optional.empty();
        }
        Matcher compound = SERVANT_OF.matcher(word);
        return compound.matches() ? Optional.of(compound.group(1)) : Optional.empty();
    }

    /** The first half of a compound of "religion" or "God": "nour" of "noureddine", "hekmat" of "hekmatullah". */
    static Optional<String> firstHalf(String word) {
        if (LAST_OF_HALVES.indexOf(word.charAt(word.length() - 1)) < 0
                || !endsInHalf(word)
                || word.startsWith(SERVANT)) {
            return Optional.empty();
        }
        Matcher compound = OF_RELIGION_OR_GOD.matcher(word);
        return compound.matches() ? Optional.of(compound.group(1)) : Optional.empty();
    }

    private static boolean endsInHalf(String word) {
        for (String end : ENDS_OF_HALVES) {
            if (word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
