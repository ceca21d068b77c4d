package be.livc.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How well quotes of secrets are found in a sheet: fictional secrets as partners tell them, sheets that quote them word for
 * word or nearly, and sheets on the same people that do not. The figures are printed and gated.
 */
class QuotesTest {

    private static final Pattern GAP = Pattern.compile(" ");

    /** How many of each kind were found. */
    private record Figures(double literal, double near, double retold, double alarms) {}

    @Test
    void quotes_are_found_and_innocent_texts_are_left_alone() {
        Figures figures = figures(QuoteTexts.TUNED);

        assertThat(figures.literal()).isEqualTo(1);
        assertThat(figures.near()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.retold()).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.alarms()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void on_texts_that_it_was_not_tuned_on_every_literal_quote_is_found_and_most_near_ones() {
        Figures figures = figures(QuoteTexts.HELD_OUT);

        assertThat(figures.literal()).isEqualTo(1);
        assertThat(figures.near()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.retold()).isGreaterThanOrEqualTo(0.75);
        assertThat(figures.alarms()).isLessThanOrEqualTo(0.1);
        System.out.printf(
                "quotes, the same secrets in wholly other words: %.1f%% of %d found%n",
                100 * share(QuoteTexts.HELD_OUT, QuoteTexts.IN_OTHER_WORDS), QuoteTexts.IN_OTHER_WORDS.size());
    }

    private static Figures figures(QuoteTexts texts) {
        List<String> literals = texts.secrets().stream()
                .map(secret -> "Over betrokkene: " + secret + " De cel volgt op.")
                .toList();
        Random random = new Random(20261125);
        List<String> nears = texts.secrets().stream()
                .flatMap(secret -> variants(secret, random).stream())
                .toList();
        Figures figures = new Figures(
                share(texts, literals),
                share(texts, nears),
                share(texts, texts.quoting()),
                share(texts, texts.innocent()));
        System.out.printf(
                "quotes, texts %s: literal %.0f%% of %d, machine-made near quotes %.1f%% of %d, hand-written quotes"
                        + " %.1f%% of %d, false alarms %.1f%% of %d%n",
                texts.name(),
                100 * figures.literal(),
                literals.size(),
                100 * figures.near(),
                nears.size(),
                100 * figures.retold(),
                texts.quoting().size(),
                100 * figures.alarms(),
                texts.innocent().size());
        Stream.concat(nears.stream(), texts.quoting().stream())
                .filter(text -> !found(texts, text))
                .forEach(text -> System.out.println("  missed: " + text));
        texts.innocent().stream()
                .filter(text -> found(texts, text))
                .forEach(text -> System.out.println("  false alarm: " + text));
        return figures;
    }

    private static double share(QuoteTexts texts, List<String> sheets) {
        return (double) sheets.stream().filter(sheet -> found(texts, sheet)).count() / sheets.size();
    }

    private static boolean found(QuoteTexts texts, String text) {
        return !Quotes.in(text, texts.secrets()).isEmpty();
    }

    /** Typing errors, words left out, words put in, halves swapped, capitals and accents gone. */
    private static List<String> variants(String secret, Random random) {
        String[] words = GAP.split(secret);
        List<String> variants = new ArrayList<>();
        StringBuilder typed = new StringBuilder();
        StringBuilder thinned = new StringBuilder();
        StringBuilder padded = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            typed.append(i % 3 == 1 ? misspelt(words[i], random) : words[i]).append(' ');
            thinned.append(i % 6 == 5 ? "" : words[i] + " ");
            padded.append(words[i]).append(i % 4 == 2 ? " blijkbaar " : " ");
        }
        variants.add(typed.toString());
        variants.add(thinned.toString());
        variants.add(padded.toString());
        variants.add(secret.toUpperCase(Locale.ROOT).replace("Ë", "E").replace("Ï", "I"));
        int middle = words.length / 2;
        variants.add(String.join(" ", List.of(words).subList(middle, words.length)) + " "
                + String.join(" ", List.of(words).subList(0, middle)));
        return variants;
    }

    private static String misspelt(String word, Random random) {
        if (word.length() < 5) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 3);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    @Test
    void a_found_quote_says_where_it_stands() {
        String text = "De cel volgt op. Onder zijn bed lag een zwarte vlag. Het CAW begeleidt.";

        List<Passage> quotes = Quotes.in(text, QuoteTexts.TUNED.secrets());

        assertThat(quotes).hasSize(1);
        assertThat(text.substring(quotes.get(0).from(), quotes.get(0).to()))
                .contains("zwarte vlag")
                .doesNotContain("CAW");
    }

    @Test
    void without_secrets_nothing_is_a_quote() {
        assertThat(Quotes.in("De cel volgt op.", List.of())).isEmpty();
    }
}
