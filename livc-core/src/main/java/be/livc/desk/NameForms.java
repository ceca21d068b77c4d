package be.livc.desk;

import be.livc.desk.Finding.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of persons by their form: a given name that is common in Belgium, on its own or before a family name; a title or a
 * word for somebody before a name; initials. Names of streets and organisations are told by what stands around them.
 */
final class NameForms {

    private static final Set<String> GIVEN = lines("given-names.txt");

    /** Given names that are words too; they count only before a family name. */
    private static final Set<String> WORDS_TOO = Set.of(
            "an", "elke", "elle", "wil", "mark", "roos", "joy", "hoop", "storm", "sky", "june", "mei", "april",
            "august", "max", "rein", "bert", "jet", "lot", "noor", "wout", "els", "rik", "stan", "guy", "pol", "luna",
            "ella", "mila", "finn", "kim", "roman", "victor");

    private static final String CAPITAL = "\\p{Lu}[\\p{Ll}'’\\-]+(?:-\\p{Lu}\\p{Ll}+)?";

    private static final String FAMILY =
            "(?:(?:[Vv]an(?:\\s+[Dd]e[rn]?)?|[Vv]anden|[Vv]ande|[Dd]e[nr]?|[Ll]e|[Ll]a|[Dd]u|[Ee]l|[Aa]l|[Bb]en|[Bb]in|[Tt]en|[Tt]er)[\\s\\-]+)*"
                    + CAPITAL;

    private static final Pattern TITLED =
            Pattern.compile("(?<!\\p{L})(?:[Mm]evrouw|[Mm]evr\\.|[Mm]w\\.|[Mm]eneer|[Dd]hr\\.|[Dd]e heer|[Mm]ijnheer"
                    + "|[Mm]adame|[Mm]onsieur|[Mm]me|[Mm]r\\.|M\\.|[Mm]ademoiselle)\\s+(" + FAMILY + "(?:\\s+" + FAMILY
                    + ")?)");

    private static final Pattern CALLED = Pattern.compile(
            "(?<!\\p{L})(?:[Gg]enaamd|[Hh]eet|[Nn]aam is|[Nn]oemt hij|[Nn]ommée?|[Ss]'appelle|[Aa]ppelée?"
                    + "|[Zz]oon|[Dd]ochter|[Bb]roer|[Zz]us|[Mm]oeder|[Vv]ader|[Ll]eerling|[Cc]liënte?|[Bb]etrokkene|[Jj]ongere|[Jj]ongen|[Mm]eisje"
                    + "|[Ff]ils|[Ff]ille|[Ff]rère|[Ss]œur|[Éé]lève)\\s+(" + FAMILY + "(?:\\s+" + FAMILY + ")?)");

    private static final Pattern PAIR = Pattern.compile("(?<![\\p{L}\\-])(" + CAPITAL + ")\\s+(" + FAMILY + ")");

    private static final Pattern ALONE = Pattern.compile("(?<![\\p{L}\\-])(" + CAPITAL + ")(?![\\p{L}\\-])");

    /** Y.A. or Y.A. (16): initials of two or three letters. */
    private static final Pattern INITIALS = Pattern.compile(
            "(?<![\\p{L}.])\\p{Lu}\\.\\s?\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)?(?:\\s?\\(\\d{1,2}(?:\\s?j(?:aar)?)?\\))?(?!\\p{L})");

    /** What makes the word after it a thing: "de LIVC R van Sint-Niklaas", "gemeente Lode". */
    private static final Pattern OF_A_THING = Pattern.compile(
            "(?iu)(gemeente|stad|politiezone|school|college|instituut|campus|parochie|sint|vzw|commune|ville|zone|rue|place)\\s+$");

    private NameForms() {}

    static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        add(found, TITLED, text, 1);
        add(found, CALLED, text, 1);
        add(found, INITIALS, text, 0);
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            if (isGiven(pair.group(1)) && !isOfAThing(text, pair.start())) {
                found.add(new Finding(Kind.NAME, pair.start(), pair.end()));
            }
        }
        Matcher alone = ALONE.matcher(text);
        while (alone.find()) {
            String word = plain(alone.group(1));
            if (GIVEN.contains(word) && !WORDS_TOO.contains(word) && !isOfAThing(text, alone.start())) {
                found.add(new Finding(Kind.NAME, alone.start(), alone.end()));
            }
        }
        return found;
    }

    private static void add(List<Finding> found, Pattern form, String text, int group) {
        Matcher name = form.matcher(text);
        while (name.find()) {
            found.add(new Finding(Kind.NAME, name.start(group), name.end(group)));
        }
    }

    private static boolean isOfAThing(String text, int start) {
        return OF_A_THING
                .matcher(text.substring(Math.max(0, start - 20), start))
                .find();
    }

    private static boolean isGiven(String word) {
        String plain = plain(word);
        return GIVEN.contains(plain) || GIVEN.contains(plain.split("-")[0]) && plain.contains("-");
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> lines(String resource) {
        try (InputStream file = NameForms.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the program");
            }
            Set<String> names = new HashSet<>();
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> List.of(line.trim().split("\\s+")).forEach(name -> names.add(plain(name))));
            return Set.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
