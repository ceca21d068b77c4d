package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses in the languages of the country: a street with a number, a number with a postal code and a town, or any words with a
 * number after what says that somebody lives there.
 */
final class AddressForms {

    /** How names of streets end. */
    private static final String STREET =
            "(?:straat|straatje|laan|steenweg|weg|wegel|wegeltje|steeg|plein|lei|dreef|kaai|baan|singel|dijk"
                    + "|pad|hof|veld|berg|wijk|markt|kouter|gaarde|heide|park|vest|wal|brug|poort|gracht|ring|vaartje|vliet|str\\.)";

    /** A house number with its box; not an hour, a term or a share. */
    private static final String NUMBER = "\\s*,?\\s+(?:nr\\.?\\s*|nummer\\s+|n°\\s?)?\\d{1,4}(?:\\s?[a-z](?![\\p{L}]))?"
            + "(?:\\s?(?:bus|bte|boîte|b\\.|/)\\s?\\w{1,4}|-\\d{1,4})?(?![\\d:%€]|[.,]\\d|\\s?(?:u(?:ur)?|dagen|weken|maanden|jaar|procent)\\b)";

    /** Kerkstraat 12, Oude Markt 3. */
    private static final Pattern DUTCH =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:(?:(?-i:\\p{Lu})[\\p{L}'’\\-]+\\s){1,2}[\\p{L}'’\\-]*"
                    + "|[\\p{L}'’\\-]{2,})" + STREET + NUMBER);

    /** What says that somebody lives at what follows, or is met there. */
    private static final String LIVES =
            "(?iu)(?<!\\p{L})(?:woont|woonde|woonachtig|verhuis\\p{L}*|verblijft|verbleef|habite|domicilié\\p{L}*|domicilie|domicile"
                    + "|adres|adresse|ingeschreven|gelegen|situé\\p{L}*|pand|huisbezoek|huiszoeking|brief|lettre|visite)(?!\\p{L})";

    /** The same in a hurry: woont in de oude baan 12. */
    private static final Pattern WHERE_SOMEBODY_LIVES =
            Pattern.compile(LIVES + "[^.!?\\n\\d]{0,40}?(?<street>\\b[\\p{L}'\\-]*" + STREET + NUMBER + ")");

    /** Streets that end like none: woont Meir 24, ingeschreven op ter pinte 3 bus 2. */
    private static final Pattern ANY_WORDS_WHERE_SOMEBODY_LIVES = Pattern.compile(
            LIVES + "[^!?\\n\\d]{0,40}?(?<street>(?<![\\p{L}])(?<words>[\\p{L}'\\-]{3,}(?:\\s[\\p{L}'\\-]+){0,2})"
                    + NUMBER + ")");

    private static final Pattern FRENCH =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:\\d{1,4}\\s?[a-z]?,?\\s+)?(?:rue|avenue|av\\.|chaussée"
                    + "|boulevard|bd\\.?|place|impasse|quai|drève|clos|square|venelle|sentier|allée|chemin)\\s+[\\p{L}'’\\- ]{2,40}?,?\\s+"
                    + "(?:n°\\s?|numéro\\s)?\\d{1,4}(?![\\d:%])");

    private static final Pattern FRENCH_NUMBER_FIRST = Pattern.compile(
            "(?iu)(?<!\\d)\\d{1,4},?\\s+(?:rue|avenue|av\\.|chaussée|boulevard|place|impasse|quai|drève|clos|square|allée|chemin)\\s+"
                    + "(?:de\\s|du\\s|des\\s|d['’]|la\\s|l['’]|le\\s)*\\p{Lu}[\\p{L}'’\\-]+");

    private static final Pattern FRENCH_SQUARE = Pattern.compile(
            "(?iu)(?<!\\p{L})grand[- ]place,?\\s+(?:n°\\s?)?\\d{1,4}(?![\\d:%])|(?<!\\d)\\d{1,4},?\\s+grand[- ]place(?!\\p{L})");

    /** 12 bus 3, 8000 Brugge: a house number, then a postal code with a town. */
    private static final Pattern WITH_TOWN = Pattern.compile(
            "(?iu)(?<!\\d)\\d{1,4}(?:\\s?[a-z](?!\\p{L}))?(?:\\s?(?:bus|bte|/)\\s?\\w{1,4})?(?:\\s?[,\\-]|\\s(?:te|in|à))\\s?(?:B-)?[1-9]\\d{3}\\s+"
                    + "(?<town>[\\p{L}'\\-]+)");

    private static final Pattern[] FORMS = {DUTCH, FRENCH, FRENCH_NUMBER_FIRST, FRENCH_SQUARE};

    /** Words that end like a street and are none. */
    private static final Pattern NO_STREET =
            Pattern.compile("(?iu)(?:onderweg|omweg|tussenweg|voorhof|fietspad|geding)\\s.*");

    private AddressForms() {}

    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        for (Pattern form : FORMS) {
            add(found, form, text, address -> isNoOtherThing(address.group()));
        }
        add(found, WITH_TOWN, text, address -> Lexicon.isPlace(address.group("town")));
        addStreet(found, WHERE_SOMEBODY_LIVES, text, address -> isNoOtherThing(address.group("street")));
        addStreet(found, ANY_WORDS_WHERE_SOMEBODY_LIVES, text, address -> isAStreet(lastOf(address.group("words"))));
        return found;
    }

    private static boolean isNoOtherThing(String address) {
        return !NO_STREET.matcher(address).matches();
    }

    private static boolean isAStreet(String word) {
        return !Lexicon.explains(word)
                || Character.isUpperCase(word.charAt(0)) && word.chars().anyMatch(Character::isLowerCase);
    }

    private static String lastOf(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private static void add(List<Finding> found, Pattern form, String text, Predicate<Matcher> isOne) {
        Matcher address = form.matcher(text);
        while (address.find()) {
            if (isOne.test(address)) {
                found.add(new Finding(Kind.ADDRESS, address.start(), address.end()));
            }
        }
    }

    /** Marks the street, and not what says that somebody lives there. */
    private static void addStreet(List<Finding> found, Pattern form, String text, Predicate<Matcher> isOne) {
        Matcher address = form.matcher(text);
        while (address.find()) {
            if (isOne.test(address)) {
                found.add(new Finding(Kind.ADDRESS, address.start("street"), address.end("street")));
            }
        }
    }
}
