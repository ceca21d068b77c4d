package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of persons by their form: a given name that is common in Belgium, on its own or before a family name; a title or a
 * word for somebody before a name; initials. Names of streets and organisations are told by what stands around them.
 */
final class NameForms {

    private static final String CAPITAL = "\\p{Lu}[\\p{Ll}'\\-]+(?:-?\\p{Lu}\\p{Ll}+)*";

    private static final String PARTICLES =
            "(?:(?:[Vv]an(?:\\s+[Dd]e[rn]?)?|[Vv]anden|[Vv]ande|[Dd]e[nr]?|[Ll]e|[Ll]a|[Dd]u|[Ee]l|[Aa]l|[Bb]en|[Bb]in|[Tt]en|[Tt]er)[\\s\\-]+)*";

    private static final String FAMILY = PARTICLES + CAPITAL;

    private static final String TITLE =
            "(?<!\\p{L})(?:[Mm]evrouw|[Mm]evr\\.?|[Mm]w\\.?|[Mm]eneer|[Dd]hr\\.?|[Dd]e heer|[Mm]ijnheer"
                    + "|[Jj]uffrouw|[Mm]ej\\.|[Mm]eester|[Dd]okter|[Dd]r\\.|[Pp]rof\\.|[Ff]amilie|[Gg]ezin|[Ii]mam"
                    + "|[Mm]adame|[Mm]onsieur|[Mm]me|[Mm]lle|[Mm]r\\.?|M\\.|[Mm]ademoiselle|[Ff]amille)\\s+";

    private static final Pattern TITLED = Pattern.compile(TITLE + "(" + FAMILY + "(?:\\s+" + FAMILY + ")?)");

    /** The same as people type it in a hurry. */
    private static final Pattern TITLED_IN_SMALL_LETTERS = Pattern.compile(
            "(?<!\\p{L})(?:mevrouw|mevr\\.?|mw\\.?|meneer|dhr\\.?|mijnheer|de heer|juffrouw|madame|monsieur)\\s+"
                    + "((?:(?:van|de|der|den|el|al|ben)\\s+){0,2}\\p{Ll}[\\p{Ll}'\\-]{2,})");

    private static final String SOMEBODY =
            "(?<!\\p{L})(?:[Gg]enaamd|[Hh]eet|[Nn]aam is|[Nn]oemt hij|[Nn]oemt zij|[Nn]ommée?|[Ss]'appelle|[Aa]ppelée?"
                    + "|[Zz]oon|[Dd]ochter|[Bb]roer|[Zz]us(?:je)?|[Mm]oeder|[Vv]ader|[Mm]ama|[Pp]apa|[Oo]om|[Nn]onkel|[Tt]ante|[Nn]eef|[Nn]icht"
                    + "|[Vv]riend(?:in)?|[Ll]eerling|[Ss]tudent|[Cc]liënte?|[Pp]atiënte?|[Bb]etrokkene|[Jj]ongere|[Jj]ongen|[Mm]eisje|[Kk]ind"
                    + "|[Gg]edetineerde|[Vv]erdachte|[Dd]ader|[Ss]lachtoffer|[Mm]inderjarige"
                    + "|[Ff]ils|[Ff]ille|[Ff]rère|[Ss]œur|[Mm]ère|[Pp]ère|[Cc]ousine?|[Nn]eveu|[Éé]lève|[Dd]étenue?|[Pp]atiente?)\\s+";

    private static final Pattern CALLED = Pattern.compile(SOMEBODY + "(" + FAMILY + "(?:\\s+" + FAMILY + ")?)");

    /** The sister S., mevrouw D. */
    private static final Pattern INITIAL_OF_SOMEBODY =
            Pattern.compile("(?:" + SOMEBODY + "|" + TITLE + ")(\\p{Lu}\\.?)(?![\\p{L}'-])");

    private static final Pattern PAIR = Pattern.compile("(?<![\\p{L}\\-])(" + CAPITAL + ")\\s+(" + FAMILY + ")");

    private static final Pattern ALONE = Pattern.compile("(?<![\\p{L}\\-])(" + CAPITAL + ")(?![\\p{L}\\-])");

    /** A given name without its capital; short ones are too often something else. */
    private static final Pattern IN_SMALL_LETTERS = Pattern.compile("(?<![\\p{L}\\-@.])(\\p{Ll}{4,})(?![\\p{L}\\-@])");

    /** K. Janssens. */
    private static final Pattern INITIAL_AND_FAMILY =
            Pattern.compile("(?<![\\p{L}.\\d])\\p{Lu}\\.\\s?(" + FAMILY + ")(?!\\p{L})");

    /** Y.A. or Y.A. (16): initials of two or three letters. */
    private static final Pattern INITIALS = Pattern.compile(
            "(?<![\\p{L}.])\\p{Lu}\\.\\s?\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)?(?:\\s?\\(\\d{1,2}(?:\\s?j(?:aar)?)?\\))?(?!\\p{L})");

    /** The same in form, and no person. */
    private static final Set<String> SHORT_FORMS = Set.of(
            "K.B.", "B.S.", "N.V.", "B.V.", "E.U.", "P.V.", "N.B.", "P.S.", "V.S.", "U.S.", "C.A.W.", "C.L.B.",
            "A.V.G.", "V.Z.W.", "D.P.O.", "I.O.", "B.V.R.", "A.R.", "M.B.", "R.D.", "A.U.B.", "S.V.P.", "T.A.V.");

    /** What somebody is, after a title: "meneer de burgemeester". */
    private static final Pattern OFFICE = Pattern.compile(
            "(?iu)(?:(?:de|le|la|l')\\s*)?(?:burgemeester|procureur|korpschef|minister|coördinator|voorzitter|directeur|schepen|gouverneur"
                    + "|bourgmestre|ministre|directrice|président|juge|rechter)s?(?:\\s.*)?");

    /** What makes the word after it a thing: "de LIVC R van Sint-Niklaas", "gemeente Lode". */
    private static final Pattern OF_A_THING = Pattern.compile(
            "(?iu)(gemeente|stad|politiezone|school|college|instituut|campus|parochie|sint|vzw|commune|ville|zone|rue|place)\\s+$");

    /** What makes the word before it a thing: a foundation that bears a name. */
    private static final Pattern BEFORE_A_THING = Pattern.compile(
            "(?iu)^\\s+(?:\\p{L}+\\s+)?\\p{L}*(?:stichting|instituut|college|school|kazerne|ziekenhuis|fonds|centrum)\\b");

    private static final int BEFORE = 20;

    private NameForms() {}

    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        add(found, TITLED, text, 1, name -> !OFFICE.matcher(name).matches());
        add(
                found,
                TITLED_IN_SMALL_LETTERS,
                text,
                1,
                name -> !areExplained(name) && !OFFICE.matcher(name).matches());
        add(found, CALLED, text, 1, name -> !areExplained(name));
        add(found, INITIAL_OF_SOMEBODY, text, 1, name -> true);
        add(found, INITIALS, text, 0, name -> !SHORT_FORMS.contains(name.replaceAll("\\s", "")));
        add(found, INITIAL_AND_FAMILY, text, 1, name -> !areExplained(name));
        add(found, IN_SMALL_LETTERS, text, 1, name -> Lexicon.isNothingButAGivenName(name) && !Lexicon.explains(name));
        Matcher pair = PAIR.matcher(text);
        for (int from = 0; pair.find(from); from = pair.end(1)) {
            boolean named = isGiven(pair.group(1)) && !Lexicon.isNothingButAGivenName(pair.group(1))
                    ? !Lexicon.explains(pair.group(2))
                    : isGiven(pair.group(1));
            if (named && !isOfAThing(text, pair.start(), pair.end(1))) {
                found.add(new Finding(Kind.NAME, pair.start(), pair.end()));
            }
        }
        Matcher alone = ALONE.matcher(text);
        while (alone.find()) {
            if (Lexicon.isNothingButAGivenName(alone.group(1)) && !isOfAThing(text, alone.start(), alone.end())) {
                found.add(new Finding(Kind.NAME, alone.start(), alone.end()));
            }
        }
        return found;
    }

    private static void add(List<Finding> found, Pattern form, String text, int group, Predicate<String> isName) {
        Matcher name = form.matcher(text);
        while (name.find()) {
            if (isName.test(name.group(group))) {
                found.add(new Finding(Kind.NAME, name.start(group), name.end(group)));
            }
        }
    }

    private static boolean areExplained(String name) {
        return List.of(name.split("\\s+")).stream().allMatch(Lexicon::explains);
    }

    private static boolean isOfAThing(String text, int start, int end) {
        return OF_A_THING
                        .matcher(text.substring(Math.max(0, start - BEFORE), start))
                        .find()
                || BEFORE_A_THING
                        .matcher(text.substring(end, Math.min(text.length(), end + 2 * BEFORE)))
                        .find();
    }

    private static boolean isGiven(String word) {
        return Lexicon.isGivenName(word) || word.contains("-") && Lexicon.isGivenName(word.split("-")[0]);
    }
}
