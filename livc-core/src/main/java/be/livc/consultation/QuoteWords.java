package be.livc.consultation;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.stream.Collectors;

/**
 * The words of a text that carry meaning, each with what it weighs: a word that nearly every text has weighs little, a name
 * too (that two texts are about the same people or place is no quote), one that tells something by itself weighs most.
 */
final class QuoteWords {

    /**
     * A word, and where it stands.
     *
     * @param text without capitals, accents and doubled letters
     */
    record Word(String text, double weight, int from, int to) {

        /** Whether it tells something by itself. */
        boolean isTelling() {
            return weight >= TELLING;
        }
    }

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("[.!?]+(?=\\s+[\\p{Lu}\\d]|\\s*$)|[;\\n]+");

    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1");

    private static final double EVERYDAY = 0.3;
    private static final double NAME = 0.35;
    private static final double TELLING = 2.0;

    /** Words that hold a text together and are passed over. */
    private static final Set<String> EMPTY = Set.copyOf(
            List.of(("de het een en of maar want dus in op aan van voor naar met bij uit om tot te door over onder"
                            + " tegen tussen zonder na sinds tijdens dat die deze dit wie wat waar wanneer hoe er hier daar ik jij"
                            + " je u hij zij ze wij we hem haar hun mij ons zijn is was waren ben bent wordt worden werd werden"
                            + " heeft hebben had hadden kan kunnen kon zal zullen zou zouden moet moeten mag mogen wil willen niet"
                            + " geen wel ook nog al reeds dan als toen zo zeer meer veel alle elk elke iets niets iemand niemand"
                            + " andere zelf zich eens weer terug volgens omdat zodat le la les un une et ou de du des")
                    .split(" ")));

    private static final Set<String> EVERYDAY_WORDS = Set.copyOf(lines("everyday.txt"));
    private static final List<String> TELLING_STEMS = List.copyOf(new HashSet<>(lines("telling.txt")));

    private QuoteWords() {}

    /**
     * The words of a text.
     *
     * @param inLowerCase the words that are no names, see {@link #inLowerCase}
     */
    static List<Word> of(String text, int offset, Set<String> inLowerCase) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            String plain = plain(matcher.group());
            if (!EMPTY.contains(plain) && (plain.length() > 1 || Character.isDigit(plain.charAt(0)))) {
                words.add(new Word(
                        folded(plain),
                        weight(plain, inLowerCase.contains(plain)),
                        offset + matcher.start(),
                        offset + matcher.end()));
            }
        }
        return words;
    }

    /** Every word, also those that carry no meaning. */
    static List<Word> all(String text, int offset) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(new Word(
                    folded(plain(matcher.group())), EVERYDAY, offset + matcher.start(), offset + matcher.end()));
        }
        return words;
    }

    /** The same, sentence by sentence; none is empty. */
    static List<List<Word>> sentences(String text, Set<String> inLowerCase) {
        List<List<Word>> sentences = new ArrayList<>();
        Matcher ends = ENDS.matcher(text);
        int from = 0;
        while (ends.find()) {
            sentences.add(of(text.substring(from, ends.start()), from, inLowerCase));
            from = ends.end();
        }
        sentences.add(of(text.substring(from), from, inLowerCase));
        sentences.removeIf(List::isEmpty);
        return sentences;
    }

    /** The words that are written without a capital somewhere in these texts: the others are names, as far as one sees. */
    static Set<String> inLowerCase(String... texts) {
        Set<String> words = new HashSet<>();
        for (String text : texts) {
            Matcher matcher = WORDS.matcher(text);
            while (matcher.find()) {
                if (!Character.isUpperCase(matcher.group().charAt(0))) {
                    words.add(plain(matcher.group()));
                }
            }
        }
        return words;
    }

    private static double weight(String word, boolean inLowerCase) {
        if (EVERYDAY_WORDS.contains(word) || word.length() <= 2) {
            return EVERYDAY;
        }
        if (TELLING_STEMS.stream().anyMatch(word::startsWith)) {
            return TELLING;
        }
        if (!inLowerCase) {
            return NAME;
        }
        return word.length() >= 7 ? 1.1 : word.length() <= 3 ? 0.8 : 1.0;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** With each doubled letter once: Dutch doubles it by the syllable (slaapt, slapen; wil, willen). */
    private static String folded(String word) {
        return DOUBLED.matcher(word).replaceAll("$1");
    }

    private static List<String> lines(String file) {
        try (InputStream in = QuoteWords.class.getResourceAsStream("/quotes/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its words: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .filter(word -> !word.isBlank())
                    .map(QuoteWords::plain)
                    .collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
