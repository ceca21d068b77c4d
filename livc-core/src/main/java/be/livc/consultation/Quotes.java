package be.livc.consultation;

import be.livc.consultation.QuoteWords.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a text quotes another, word for word or nearly: with other endings, typing errors, words put in or left out,
 * or in another order. It compares words that carry meaning, each with its weight ({@link QuoteWords}); it does not
 * understand, so that a secret retold in wholly other words is not found.
 *
 * <p>What makes a quote: six words that stand one after the other in both, or three between quotation marks; a run of like
 * words, with a few others between, that together weigh as much as three telling words, or five of whatever weight; most of
 * what a sentence of the secret says, in any order; three telling words that are close to each other in the secret, or two
 * that are no everyday ones, in one sentence of the text; and by itself a word that tells something alone, or a number of five
 * digits or more.
 */
public final class Quotes {

    private static final int LITERAL = 6;
    private static final int CITED = 3;
    private static final double RUN = 3.0;
    private static final int SHORT_RUN = 3;
    private static final int LONG_RUN = 5;
    private static final int MOST_BETWEEN = 2;
    private static final double OF_ONE_BETWEEN = 0.15;
    private static final double MOST_OF_IT = 0.62;
    private static final double ALL_OF_IT = 0.8;
    private static final double SHORT = 2.7;
    private static final double LEAST = 1.6;
    private static final int TELLING_DIGITS = 5;
    private static final double TELLING = 0.8;
    private static final int FEWEST_TOGETHER = 3;
    private static final double CLUSTER = 2.8;
    private static final int CLOSE = 7;
    private static final double NOT_EVERYDAY = 0.75;

    private static final Pattern CITATION = Pattern.compile("[\"“„«]([^\"”»]+)[\"”»]");

    private Quotes() {}

    /** The parts of a text that quote one of the secrets, in order and without overlap. */
    public static List<Passage> in(String text, List<String> secrets) {
        List<Passage> found = new ArrayList<>();
        for (String secret : secrets) {
            Set<String> noNames = QuoteWords.inLowerCase(text, secret);
            List<List<Word>> sentences = QuoteWords.sentences(text, noNames);
            List<Word> whole = QuoteWords.of(text, 0, noNames);
            List<Word> told = QuoteWords.of(secret, 0, noNames);
            runs(whole, told, found);
            telling(whole, told, found);
            literal(text, secret, found);
            for (List<Word> sentence : QuoteWords.sentences(secret, noNames)) {
                sentences.forEach(candidate -> {
                    retold(candidate, sentence, found);
                    together(candidate, sentence, found);
                    pairs(candidate, sentence, found);
                });
            }
            numbers(whole, told, found);
        }
        return joined(found);
    }

    /** Like words in like order; each start of a run is tried. */
    private static void runs(List<Word> text, List<Word> secret, List<Passage> found) {
        for (int i = 0; i < text.size(); i++) {
            for (int j = 0; j < secret.size(); j++) {
                if (isSame(text.get(i), secret.get(j))) {
                    run(text, secret, new Step(i, j, 0)).ifPresent(found::add);
                }
            }
        }
    }

    /**
     * A word of the text and the same word of the secret.
     *
     * @param between how many other words stand, on both sides together, between these and those before
     */
    private record Step(int inText, int inSecret, int between) {}

    private static Optional<Passage> run(List<Word> text, List<Word> secret, Step first) {
        double weight = text.get(first.inText()).weight();
        int words = 1;
        Step last = first;
        Optional<Step> next = next(text, secret, first);
        while (next.isPresent()) {
            last = next.get();
            weight += text.get(last.inText()).weight() - OF_ONE_BETWEEN * last.between();
            words++;
            next = next(text, secret, last);
        }
        return words >= SHORT_RUN && weight >= RUN || words >= LONG_RUN
                ? Optional.of(new Passage(
                        text.get(first.inText()).from(), text.get(last.inText()).to()))
                : Optional.empty();
    }

    /** The nearest words after these that are the same, with few others between. */
    private static Optional<Step> next(List<Word> text, List<Word> secret, Step last) {
        int farthest = MOST_BETWEEN + 1;
        for (int steps = 2; steps <= 2 * farthest; steps++) {
            for (int ofText = Math.max(1, steps - farthest); ofText <= Math.min(farthest, steps - 1); ofText++) {
                int i = last.inText() + ofText;
                int j = last.inSecret() + steps - ofText;
                if (i < text.size() && j < secret.size() && isSame(text.get(i), secret.get(j))) {
                    return Optional.of(new Step(i, j, steps - 2));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Word one, Word other) {
        return SameWord.is(one.text(), other.text());
    }

    /** Most of what one sentence says, in any order, in another. */
    private static void retold(List<Word> text, List<Word> secret, List<Passage> found) {
        double total = secret.stream().mapToDouble(Word::weight).sum();
        double same = 0;
        Set<Word> used = new HashSet<>();
        for (Word told : secret) {
            if (isFoundAnew(told, text, used)) {
                same += told.weight();
            }
        }
        double needed = total <= SHORT ? ALL_OF_IT : MOST_OF_IT;
        if (used.size() >= 2 && same >= LEAST && same >= needed * total) {
            found.add(span(used));
        }
    }

    /** Three telling words or more that stand close together in the secret, in any order, in one sentence of the text. */
    private static void together(List<Word> text, List<Word> secret, List<Passage> found) {
        for (int start = 0; start < secret.size(); start++) {
            double weight = 0;
            Set<Word> used = new HashSet<>();
            for (Word told : secret.subList(start, Math.min(secret.size(), start + CLOSE))) {
                if (told.weight() >= TELLING && isFoundAnew(told, text, used)) {
                    weight += told.weight();
                }
            }
            if (used.size() >= FEWEST_TOGETHER && weight >= CLUSTER) {
                found.add(span(used));
            }
        }
    }

    /** Whether the text has the same word once more than those that are used; if so, that one is used as well. */
    private static boolean isFoundAnew(Word told, List<Word> text, Set<Word> used) {
        for (Word word : text) {
            if (!used.contains(word) && isSame(word, told)) {
                return used.add(word);
            }
        }
        return false;
    }

    /** Two words that are no everyday ones and stand close together in the secret, in one sentence of the text. */
    private static void pairs(List<Word> text, List<Word> secret, List<Passage> found) {
        for (int i = 0; i < secret.size(); i++) {
            for (Word other : secret.subList(i + 1, Math.min(secret.size(), i + 1 + CLOSE))) {
                if (secret.get(i).weight() < NOT_EVERYDAY || other.weight() < NOT_EVERYDAY) {
                    continue;
                }
                like(secret.get(i), text, Set.of()).ifPresent(one -> like(other, text, Set.of(one))
                        .ifPresent(two -> found.add(span(Set.of(one, two)))));
            }
        }
    }

    private static Optional<Word> like(Word told, List<Word> text, Set<Word> used) {
        return text.stream()
                .filter(word -> word.weight() >= NOT_EVERYDAY && !used.contains(word))
                .filter(word -> isSame(word, told))
                .findFirst();
    }

    /** The same words one after the other, whatever they are; fewer where the text itself says that it cites. */
    private static void literal(String text, String secret, List<Passage> found) {
        List<Word> told = QuoteWords.all(secret, 0);
        literal(QuoteWords.all(text, 0), told, LITERAL, found);
        Matcher citations = CITATION.matcher(text);
        while (citations.find()) {
            literal(QuoteWords.all(citations.group(1), citations.start(1)), told, CITED, found);
        }
    }

    private static void literal(List<Word> text, List<Word> told, int least, List<Passage> found) {
        for (int i = 0; i + least <= text.size(); i++) {
            for (int j = 0; j + least <= told.size(); j++) {
                int same = 0;
                while (same < least
                        && text.get(i + same).text().equals(told.get(j + same).text())) {
                    same++;
                }
                if (same == least) {
                    found.add(new Passage(
                            text.get(i).from(), text.get(i + least - 1).to()));
                }
            }
        }
    }

    private static Passage span(Set<Word> words) {
        return new Passage(
                words.stream().mapToInt(Word::from).min().orElse(0),
                words.stream().mapToInt(Word::to).max().orElse(0));
    }

    /** A word that tells something by itself. */
    private static void telling(List<Word> text, List<Word> secret, List<Passage> found) {
        for (Word word : text) {
            if (secret.stream().anyMatch(told -> told.isTelling() && isSame(word, told))) {
                found.add(new Passage(word.from(), word.to()));
            }
        }
    }

    private static void numbers(List<Word> text, List<Word> secret, List<Passage> found) {
        for (Word word : text) {
            long digits = word.text().chars().filter(Character::isDigit).count();
            if (digits >= TELLING_DIGITS
                    && secret.stream().anyMatch(told -> told.text().equals(word.text()))) {
                found.add(new Passage(word.from(), word.to()));
            }
        }
    }

    private static List<Passage> joined(List<Passage> found) {
        List<Passage> joined = new ArrayList<>();
        found.stream().sorted(Comparator.comparingInt(Passage::from)).forEach(one -> {
            int last = joined.size() - 1;
            if (last >= 0 && one.from() <= joined.get(last).to()) {
                joined.set(
                        last,
                        new Passage(
                                joined.get(last).from(),
                                Math.max(joined.get(last).to(), one.to())));
            } else {
                joined.add(one);
            }
        });
        return joined;
    }
}
