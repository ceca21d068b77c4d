package be.livc.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the guard knows of words: which are given names, which are places, and which are no names of persons. */
final class Lexicon {

    private static final Set<String> GIVEN = read("given-names.txt");
    private static final Set<String> PLACES = read("places.txt");
    private static final Set<String> WORDS = read("words.txt");

    /** Given names that are words too, in Dutch or in French. */
    private static final Set<String> WORDS_TOO = Set.of(
            "an", "elke", "elle", "wil", "mark", "roos", "joy", "hoop", "storm", "sky", "june", "mei", "april",
            "august", "max", "rein", "bert", "jet", "lot", "noor", "wout", "els", "rik", "stan", "guy", "pol", "luna",
            "ella", "mila", "finn", "kim", "roman", "victor", "ben", "toon", "bas", "lies", "lien", "lut", "wolf",
            "jade", "rose", "claire", "lore", "linde", "amber", "dean", "vera", "tom", "sam", "hope", "said", "lander",
            "clara", "rosa", "felix", "martin", "pascal", "ria", "miel", "flor", "fons", "gert", "omer", "noa",
            "sander");

    /** Ends of Dutch words for bodies, papers and people at work; a word that ends so is no name of a person. */
    private static final List<String> ENDS = List.of(
            "dienst",
            "raad",
            "cel",
            "team",
            "plan",
            "overleg",
            "zone",
            "beleid",
            "ambtenaar",
            "medewerker",
            "fiche",
            "wet",
            "decreet",
            "verslag",
            "centrum",
            "instituut",
            "school",
            "college",
            "wetboek",
            "rechtbank",
            "parket",
            "politie",
            "bestuur",
            "schap",
            "heid",
            "teit",
            "isme",
            "atie",
            "ties",
            "ing",
            "ingen",
            "huis",
            "gebouw",
            "zaal",
            "termijn",
            "lijst",
            "scherm",
            "knop",
            "basis",
            "besluit",
            "akkoord",
            "reglement",
            "commissie",
            "stichting",
            "fonds",
            "vereniging",
            "organisatie",
            "partner",
            "partners",
            "werker",
            "werkers",
            "leider",
            "raden",
            "diensten",
            "zorg",
            "hulp",
            "recht",
            "rechter",
            "taal",
            "talig",
            "talige",
            "dag",
            "dagen",
            "week",
            "mail",
            "nummer",
            "code",
            "datum",
            "blad",
            "brief",
            "kamer",
            "regering",
            "minister",
            "tion",
            "ment",
            "ments",
            "tions",
            "aire",
            "aires",
            "ique",
            "iques",
            "eur",
            "eurs",
            "euse");

    private Lexicon() {}

    static boolean isGivenName(String word) {
        return GIVEN.contains(plain(word));
    }

    /** A given name that is nothing else. */
    static boolean isNothingButAGivenName(String word) {
        return isGivenName(word) && !WORDS_TOO.contains(plain(word));
    }

    static boolean isPlace(String word) {
        String plain = plain(word);
        return PLACES.contains(plain)
                || (plain.endsWith("se") || plain.endsWith("er"))
                        && PLACES.contains(plain.substring(0, plain.length() - 2));
    }

    /** Whether the word is one that needs no person to explain it: of the language, of a place, or made of such words. */
    static boolean explains(String word) {
        String plain = plain(word).replaceAll("'s?$", "");
        return isWord(plain)
                || isPlace(plain)
                || plain.startsWith("sint-")
                || plain.matches("sainte?-.*")
                || plain.contains("-")
                        && Arrays.stream(plain.split("-")).allMatch(part -> part.length() < 3 || explains(part))
                || plain.contains("'") && explains(plain.substring(plain.indexOf('\'') + 1));
    }

    private static boolean isWord(String plain) {
        return WORDS.contains(plain)
                || inflected(plain, "s")
                || inflected(plain, "e")
                || inflected(plain, "en")
                || inflected(plain, "t")
                || inflected(plain, "es")
                || plain.length() > 6 && ENDS.stream().anyMatch(plain::endsWith);
    }

    private static boolean inflected(String plain, String end) {
        return plain.endsWith(end)
                && plain.length() > end.length() + 3
                && WORDS.contains(plain.substring(0, plain.length() - end.length()));
    }

    /** In small letters and without accents. */
    static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> read(String resource) {
        try (InputStream file = Lexicon.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the program");
            }
            Set<String> words = new HashSet<>();
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> List.of(line.trim().split("\\s+")).forEach(word -> words.add(plain(word))));
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
