package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that stand in no list: words with a capital where the sentence gives no reason for one, and that the {@link Lexicon} does
 * not explain. Where a sentence begins every word has a capital; there a word counts only with another sign of a person.
 */
final class CapitalForms {

    private static final Pattern WORD = Pattern.compile("\\p{L}(?:[\\p{L}\\p{M}'\\-]*[\\p{L}\\p{M}])?");

    /** What may stand before a word that begins a sentence. */
    private static final Pattern BEGINNING = Pattern.compile("(?:^|[.!?:;\"*#>\\n\\r])[\\s\\-\\d)\"(•*]*$");

    /** Points that end no sentence. */
    private static final Pattern SHORTENED = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:art|bijv|bv|nr|dhr|mevr|mw|mr|dr|prof|ing|cf|blz|p|o\\.a|m\\.b\\.t|i\\.v\\.m|t\\.a\\.v|n\\.a\\.v|resp"
                    + "|betr|fam|mej|geb|mme|mlle)\\.\\s*$");

    private static final int BEFORE = 24;

    /** What makes the words after it a thing: an organisation, a town, a part of the program. */
    private static final Set<String> THINGS = Set.of(
            "vzw",
            "asbl",
            "caw",
            "clb",
            "cgg",
            "ocmw",
            "cpas",
            "livc",
            "pivc",
            "csil",
            "r",
            "cel",
            "stad",
            "gemeente",
            "politiezone",
            "zone",
            "gevangenis",
            "prison",
            "school",
            "college",
            "campus",
            "agentschap",
            "dienst",
            "afdeling",
            "groep",
            "project",
            "provincie",
            "regio",
            "streek",
            "arrondissement",
            "parket",
            "commune",
            "ville",
            "province",
            "agence",
            "service",
            "groupe",
            "lycee",
            "athenee",
            "institut",
            "instituut",
            "koning",
            "koningin",
            "reine",
            "roi",
            "moskee",
            "mosquee",
            "bisdom",
            "parochie",
            "merk",
            "firma",
            "jeugdhuis",
            "sporthal",
            "cultuurcentrum",
            "zaal",
            "orde",
            "fc",
            "kvk",
            "ksk",
            "kfc",
            "deelgemeente",
            "wijk",
            "pz",
            "justitiehuis",
            "vdab",
            "jac",
            "psc",
            "huis");

    /** Little words of family names; with a capital within a sentence they begin one. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "vande", "vanden", "vander", "von", "el", "al", "ben", "bin", "abou", "abu", "ait", "ould", "mac",
            "di", "da", "dos", "della", "ten", "ter");

    /** What somebody does of whom nothing was said yet. */
    private static final Set<String> DOES = Set.of(
            "is",
            "was",
            "heeft",
            "had",
            "wil",
            "wou",
            "wilde",
            "kan",
            "kon",
            "mag",
            "moet",
            "zal",
            "zou",
            "komt",
            "kwam",
            "gaat",
            "ging",
            "woont",
            "woonde",
            "weigert",
            "weigerde",
            "belt",
            "belde",
            "zegt",
            "zei",
            "vraagt",
            "vroeg",
            "krijgt",
            "kreeg",
            "doet",
            "deed",
            "blijft",
            "bleef",
            "werkt",
            "werkte",
            "volgt",
            "volgde",
            "staat",
            "stond",
            "zit",
            "zat",
            "verblijft",
            "verhuist",
            "verhuisde",
            "tekent",
            "tekende",
            "reageert",
            "est",
            "a",
            "veut",
            "habite",
            "refuse",
            "vient",
            "va",
            "dit",
            "etait",
            "avait",
            "peut",
            "doit",
            "travaille");

    private record Word(String text, int from, int to, boolean begins) {

        boolean hasCapital() {
            return Character.isUpperCase(text.charAt(0)) && !isAllCapitals();
        }

        boolean isAllCapitals() {
            return text.length() > 1 && text.chars().noneMatch(Character::isLowerCase);
        }

        String plain() {
            return Lexicon.plain(text);
        }

        boolean isUnexplained() {
            return hasCapital() && text.length() > 1 && !Lexicon.explains(text);
        }
    }

    private CapitalForms() {}

    static List<Finding> in(String text) {
        List<Word> words = wordsOf(text);
        List<Finding> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (isNamed(words, at, text)) {
                found.add(new Finding(
                        Kind.NAME, words.get(at).from(), words.get(at).to()));
            }
        }
        return found;
    }

    private static List<Word> wordsOf(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String before = text.substring(Math.max(0, word.start() - BEFORE), word.start());
            boolean begins = word.start() == 0
                    || BEGINNING.matcher(before).find()
                            && !SHORTENED.matcher(before).find();
            words.add(new Word(word.group(), word.start(), word.end(), begins));
        }
        return words;
    }

    private static boolean isNamed(List<Word> words, int at, String text) {
        Word word = words.get(at);
        if (word.isAllCapitals()) {
            return word.text().length() > 3 && !Lexicon.explains(word.text()) && isBesideAName(words, at, text);
        }
        if (isAThing(words, at)) {
            return false;
        }
        if (word.begins()) {
            return word.isUnexplained() && (isFollowedByAName(words, at, text) || isFollowedByAnAct(words, at));
        }
        return word.isUnexplained()
                || word.hasCapital() && PARTICLES.contains(word.plain()) && isFollowedByACapital(words, at, text);
    }

    private static boolean isAThing(List<Word> words, int at) {
        for (int back = at - 1; back >= 0 && back >= at - 3; back--) {
            Word before = words.get(back);
            if (THINGS.contains(before.plain())) {
                return true;
            }
            // "vzw De Witte Raaf": what has a capital goes on with the name of the thing, and "van" leads to it.
            if (!before.hasCapital()
                    && !Set.of("van", "de", "het", "te", "in", "du", "la").contains(before.plain())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isFollowedByAName(List<Word> words, int at, String text) {
        if (at + 1 >= words.size() || isApart(words.get(at), words.get(at + 1), text)) {
            return false;
        }
        Word next = words.get(at + 1);
        return next.isUnexplained()
                || next.hasCapital() && PARTICLES.contains(next.plain())
                || next.isAllCapitals() && next.text().length() > 3 && !Lexicon.explains(next.text());
    }

    private static boolean isFollowedByACapital(List<Word> words, int at, String text) {
        return at + 1 < words.size()
                && !isApart(words.get(at), words.get(at + 1), text)
                && Character.isUpperCase(words.get(at + 1).text().charAt(0))
                && !Lexicon.isPlace(words.get(at + 1).text());
    }

    private static boolean isFollowedByAnAct(List<Word> words, int at) {
        return at + 1 < words.size() && DOES.contains(words.get(at + 1).plain());
    }

    private static boolean isBesideAName(List<Word> words, int at, String text) {
        boolean before = at > 0 && !isApart(words.get(at - 1), words.get(at), text) && isAName(words.get(at - 1));
        return before
                || at + 1 < words.size()
                        && !isApart(words.get(at), words.get(at + 1), text)
                        && isAName(words.get(at + 1));
    }

    private static boolean isAName(Word word) {
        return word.isUnexplained() || word.hasCapital() && Lexicon.isGivenName(word.text());
    }

    private static boolean isApart(Word one, Word next, String text) {
        return !text.substring(one.to(), next.from()).isBlank();
    }
}
