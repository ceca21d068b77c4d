package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in the languages of the country: a street with a number, or a number with a postal code and a town. */
final class AddressForms {

    /** How names of streets end. */
    private static final String STREET =
            "(?:straat|straatje|laan|steenweg|weg|wegel|wegeltje|steeg|plein|lei|dreef|kaai|baan|singel|dijk"
                    + "|pad|hof|veld|berg|wijk|markt|kouter|gaarde|heide|park|vest|wal|brug|poort|gracht|ring|str\\.)";

    /** A house number with its box; not an hour, a term or a share. */
    private static final String NUMBER = "\\s*,?\\s+(?:nr\\.?\\s*|nummer\\s+)?\\d{1,4}(?:\\s?[a-z](?![\\p{L}]))?"
            + "(?:\\s?(?:bus|b\\.|/)\\s?\\w{1,4})?(?![\\d:%€]|[.,]\\d|\\s?(?:u(?:ur)?|dagen|weken|maanden|jaar|procent)\\b)";

    /** Kerkstraat 12, Oude Markt 3. */
    private static final Pattern DUTCH =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:(?:(?-i:\\p{Lu})[\\p{L}'’\\-]+\\s){1,2}[\\p{L}'’\\-]*"
                    + "|[\\p{L}'’\\-]{2,})" + STREET + NUMBER);

    /** The same in a hurry: woont in de oude baan 12. */
    private static final Pattern WHERE_SOMEBODY_LIVES = Pattern.compile(
            "(?iu)(?:woont|woonachtig|verhuis\\p{L}*|verblijft|habite|adres is)\\s[^.!?\\n\\d]{0,30}?\\b" + STREET
                    + NUMBER);

    private static final Pattern FRENCH =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:\\d{1,4}\\s?[a-z]?,?\\s+)?(?:rue|avenue|av\\.|chaussée"
                    + "|boulevard|bd\\.?|place|impasse|quai|drève|clos|square|venelle|sentier|allée|chemin)\\s+[\\p{L}'’\\- ]{2,40}?,?\\s+"
                    + "(?:n°\\s?|numéro\\s)?\\d{1,4}(?![\\d:%])");

    private static final Pattern FRENCH_NUMBER_FIRST = Pattern.compile(
            "(?iu)(?<!\\d)\\d{1,4},?\\s+(?:rue|avenue|av\\.|chaussée|boulevard|place|impasse|quai|drève|clos|square|allée|chemin)\\s+"
                    + "(?:de\\s|du\\s|des\\s|d['’]|la\\s|l['’]|le\\s)*\\p{Lu}[\\p{L}'’\\-]+");

    /** 12, 8000 Brugge: a house number, then a postal code with a town. */
    private static final Pattern WITH_TOWN =
            Pattern.compile("(?<!\\d)\\d{1,4}(?:\\s?[a-zA-Z])?\\s?,\\s?(?:B-)?[1-9]\\d{3}\\s+\\p{Lu}[\\p{L}'’\\-]+");

    private static final Pattern[] FORMS = {DUTCH, WHERE_SOMEBODY_LIVES, FRENCH, FRENCH_NUMBER_FIRST, WITH_TOWN};

    /** Words that end like a street and are none. */
    private static final Pattern NO_STREET =
            Pattern.compile("(?iu)(?:onderweg|omweg|tussenweg|voorhof|fietspad|geding)\\s.*");

    private AddressForms() {}

    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        for (Pattern form : FORMS) {
            Matcher address = form.matcher(text);
            while (address.find()) {
                if (!NO_STREET.matcher(address.group()).matches()) {
                    found.add(new Finding(Kind.ADDRESS, address.start(), address.end()));
                }
            }
        }
        return found;
    }
}
