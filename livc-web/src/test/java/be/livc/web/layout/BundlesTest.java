package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of a screen is there in each language, none that is asked for is missing, and none is left over. */
class BundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Where a text can be asked for: pages, scripts, and the code of every module. */
    private static final List<Path> SOURCES = List.of(
            RESOURCES.resolve("templates"),
            Path.of("src/main/java"),
            Path.of("src/main/frontend/src"),
            Path.of("../livc-core/src/main"),
            Path.of("../livc-workflow/src/main"));

    /** A space where a French line could break, though nothing may stand between the sign and its word. */
    private static final Pattern BREAKS = Pattern.compile(" [:;?!»]|« ");

    private static final Pattern STRAIGHT = Pattern.compile("\\p{L}'+\\p{L}");

    /** Two texts with a colon between them that is the same in every language: French has a space before it. */
    private static final Pattern OWN_COLON = Pattern.compile("[|}]: [$#]\\{");

    /** A sign or a word of one language beside what a page fills in: a sum of money, the number of an entry. */
    private static final Pattern OWN_SIGN = Pattern.compile("th:text=\"[^\"]*(?:€|\\bnr\\.)");

    /** A count before its noun in English, which says "1 case" and "2 cases"; what is told of one as well leaves the choice to the text. */
    private static final Pattern COUNTED = Pattern.compile(
            "\\{\\d(?:,number[^}]*)?\\} (?:times|days|hours|months|cases|cells|files|entries|items|pieces|permissions|measures)\\b");

    /** Counts of which one never comes: figures keep small ones back, and these numbers are fixed. */
    private static final Pattern NEVER_ONE = Pattern.compile(
            "insight\\.sentence\\..*|audit\\.cut-short|audit\\.receipt\\..*|audit\\.witness\\.knows|basis\\.notice|keys\\.text|reason\\.within");

    private static final Pattern PLACE = Pattern.compile("\\{\\d+[,}]|%\\{count}");

    /** A key that a page or the code names whole. */
    private static final Pattern ASKED = Pattern.compile(
            "#\\{([a-z][\\w-]*(?:\\.[\\w-]+)+)[(}]|Notice\\.of\\(\\s*\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");

    /** The beginning of a key whose end is a code: {@code "why." + code}, {@code |rights.state.${state}|}. */
    private static final Pattern BEGINNING =
            Pattern.compile("[\"'|]((?:[a-z][\\w-]*\\.)+)(?:[\"']|\\$\\{|\\|)|#\\{\\|((?:[a-z][\\w-]*\\.)+)\\$\\{");

    /** A field that the code finds empty: {@code Refusal.invalid("text", "required")}, {@code new Reason("required", "text")}. */
    private static final Pattern MISSING = Pattern.compile(
            "\"required\",\\s*\"([a-zA-Z.]+)\"|invalid\\(\\s*\"([a-zA-Z.]+)\",[^;\"]*\"required\"|rejectValue\\(\"([a-zA-Z]+)\", \"error\\.required\"\\)");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("i18n"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> "i18n/" + name.replace(".properties", ""))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of("messages"), names.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_has_the_keys_of_the_dutch_bundle_and_fills_in_what_it_fills_in(String bundle) {
        Properties dutch = read(bundle + ".properties");

        for (String language : List.of("fr", "en")) {
            Properties other = read(bundle + "_" + language + ".properties");
            assertThat(new TreeSet<>(other.stringPropertyNames()))
                    .as(language)
                    .isEqualTo(new TreeSet<>(dutch.stringPropertyNames()));
            for (String key : dutch.stringPropertyNames()) {
                assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(dutch.getProperty(key)));
                assertThat(other.getProperty(key)).as(key).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_french_line_begins_with_a_sign_that_belongs_to_the_line_before(String bundle) {
        Properties french = read(bundle + "_fr.properties");

        assertThat(french.stringPropertyNames().stream()
                        .filter(key -> BREAKS.matcher(french.getProperty(key)).find()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void french_elides_with_a_sign_of_its_own_and_not_with_that_of_code(String bundle) {
        Properties french = read(bundle + "_fr.properties");

        assertThat(french.stringPropertyNames().stream()
                        .filter(key -> STRAIGHT.matcher(french.getProperty(key)).find()))
                .isEmpty();
    }

    @Test
    void no_page_puts_a_colon_of_its_own_before_what_it_fills_in() {
        assertThat(OWN_COLON
                        .matcher(everything(RESOURCES.resolve("templates")))
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void no_page_puts_a_sign_of_one_language_before_a_number() {
        assertThat(OWN_SIGN.matcher(everything(RESOURCES.resolve("templates")))
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void english_says_one_case_and_two_cases(String bundle) {
        Properties english = read(bundle + "_en.properties");

        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> !NEVER_ONE.matcher(key).matches())
                        .filter(key -> !english.getProperty(key).contains(",choice,"))
                        .filter(key -> COUNTED.matcher(english.getProperty(key)).find()))
                .isEmpty();
    }

    @Test
    void every_bundle_is_read() throws IOException {
        String read = read("application.properties").getProperty("spring.messages.basename");

        assertThat(List.of(read.split(",")))
                .containsExactlyInAnyOrderElementsOf(bundles().toList());
    }

    @Test
    void no_two_bundles_have_the_same_key() throws IOException {
        Set<String> before = new HashSet<>();

        bundles().forEach(bundle -> read(bundle + ".properties")
                .stringPropertyNames()
                .forEach(key ->
                        assertThat(before.add(key)).as(key + " in " + bundle).isTrue()));
    }

    @Test
    void every_text_that_is_asked_for_is_there() throws IOException {
        Set<String> there = keys();

        Set<String> missing = ASKED.matcher(everything())
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(key -> !there.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @Test
    void every_field_that_can_be_missing_has_a_sentence_that_names_it() throws IOException {
        Set<String> there = keys();

        Set<String> unnamed = MISSING.matcher(everything())
                .results()
                .flatMap(match -> Stream.of(match.group(1), match.group(2), match.group(3)))
                .filter(Objects::nonNull)
                .map(field -> field.substring(field.lastIndexOf('.') + 1))
                .filter(field ->
                        there.stream().noneMatch(key -> key.startsWith("error.required.") && key.endsWith("." + field)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unnamed).isEmpty();
    }

    @Test
    void no_text_is_left_over_that_nothing_asks_for() throws IOException {
        String sources = everything();
        List<String> beginnings = BEGINNING
                .matcher(sources)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .distinct()
                .toList();

        Set<String> leftOver = keys().stream()
                .filter(key -> !sources.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .filter(key -> !sources.contains("'" + key.substring(0, key.lastIndexOf('.')) + "'"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(leftOver).isEmpty();
    }

    private static Set<String> keys() throws IOException {
        return bundles()
                .flatMap(bundle -> read(bundle + ".properties").stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : SOURCES) {
            all.append(everything(folder));
        }
        return all.toString();
    }

    private static String everything(Path folder) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|html|js|mjs|xml|csv)"))
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all.toString();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(String bundle) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle))) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
