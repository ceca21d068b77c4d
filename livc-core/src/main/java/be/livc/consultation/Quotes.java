package be.livc.consultation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a text quotes another, word for word or nearly: with other endings, typing errors, words put in or left out,
 * or in another order. It compares words that carry meaning; it does not understand, so that a secret retold in wholly other
 * words is not found.
 *
 * <p>Three tests per pair of sentences. <em>In order:</em> a run of like words, with a few others between, that together weigh
 * as much as three or four telling words. <em>In any order:</em> most of what a sentence of the secret says is in one
 * sentence of the text. <em>Together:</em> at least three telling words that stand close to each other in the secret stand in
 * one sentence of the text. And a number of five digits or more that both have is a quote by itself.
 */
public final class Quotes {

    private record Word(String text, double weight, int from, int to) {}

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("[.!?;\\n]+(?=\\s|$)");

    private static final double RUN = 3.0;
    private static final int MOST_BETWEEN = 2;
    private static final double MOST_OF_IT = 0.62;
    private static final double ALL_OF_IT = 0.8;
    private static final double SHORT = 2.7;
    private static final double LEAST = 1.6;
    private static final int TELLING_DIGITS = 5;
    private static final double TELLING = 0.8;
    private static final double CLUSTER = 2.8;
    private static final int CLOSE = 7;

    /** Words that every text has. */
    private static final Set<String> EMPTY = Set.copyOf(
            List.of(("de het een en of maar want dus in op aan van voor naar met bij uit om tot te door over onder"
                            + " tegen tussen zonder na sinds tijdens dat die dit deze wie wat waar wanneer hoe er hier daar ik jij"
                            + " je u hij zij ze wij we hem haar hun mij ons zijn is was waren ben bent wordt worden werd werden"
                            + " heeft hebben had hadden kan kunnen kon zal zullen zou zouden moet moeten mag mogen wil willen niet"
                            + " geen wel ook nog al reeds dan als toen zo zeer meer veel alle elk iets niets iemand niemand andere"
                            + " zelf zich eens weer terug volgens omdat zodat le la les un une et ou de du des")
                    .split(" ")));

    /** Words that every text of a cell has: on their own they tell nothing. */
    private static final Set<String> USUAL = Set.copyOf(List.of(
            ("jongere jongen meisje betrokkene persoon kind ouders moeder vader gezin familie school klas politie cel"
                            + " overleg consultatie dossier begeleiding opvolging hulp dienst diensten partner partners contact"
                            + " gesprek afspraak week weken maand maanden dag dagen jaar jaren keer situatie zaak plan actie"
                            + " maatregel bespreken besproken bekijken gaan gaat ging komen komt kwam doen doet deed maken maakt"
                            + " laten laat nemen neemt nam zegt zei zeggen vraagt vraagt stelt stad gemeente clb caw ocmw vdab"
                            + " justitiehuis burgemeester coordinator zien ziet zag volgende vorige nieuwe goed samen verder"
                            + " lokale")
                    .split(" ")));

    private Quotes() {}

    /** The parts of a text that quote one of the secrets, in order and without overlap. */
    public static List<Passage> in(String text, List<String> secrets) {
        List<Passage> found = new ArrayList<>();
        List<List<Word>> sentences = sentences(text);
        List<Word> whole = words(text, 0);
        for (String secret : secrets) {
            List<Word> told = words(secret, 0);
            runs(whole, told, found);
            for (List<Word> sentence : sentences(secret)) {
                sentences.forEach(candidate -> {
                    retold(candidate, sentence, found);
                    together(candidate, sentence, found);
                });
            }
            numbers(whole, told, found);
        }
        return joined(found);
    }

    private static List<List<Word>> sentences(String text) {
        List<List<Word>> sentences = new ArrayList<>();
        Matcher ends = ENDS.matcher(text);
        int from = 0;
        while (ends.find()) {
            sentences.add(words(text.substring(from, ends.start()), from));
            from = ends.end();
        }
        sentences.add(words(text.substring(from), from));
        sentences.removeIf(List::isEmpty);
        return sentences;
    }

    private static List<Word> words(String text, int offset) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            String plain = plain(matcher.group());
            if (!EMPTY.contains(plain) && (plain.length() > 1 || Character.isDigit(plain.charAt(0)))) {
                words.add(new Word(plain, weight(plain), offset + matcher.start(), offset + matcher.end()));
            }
        }
        return words;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static double weight(String word) {
        if (USUAL.contains(word)) {
            return 0.35;
        }
        return word.length() >= 7 ? 1.1 : word.length() <= 3 ? 0.8 : 1.0;
    }

    /** Like words in like order; each start of a run is tried. */
    private static void runs(List<Word> text, List<Word> secret, List<Passage> found) {
        for (int i = 0; i < text.size(); i++) {
            for (int j = 0; j < secret.size(); j++) {
                if (alike(text.get(i).text(), secret.get(j).text())) {
                    run(text, i, secret, j, found);
                }
            }
        }
    }

    private static void run(List<Word> text, int i, List<Word> secret, int j, List<Passage> found) {
        double weight = text.get(i).weight();
        int words = 1;
        int lastI = i;
        int lastJ = j;
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (int steps = 2; steps <= 2 * (MOST_BETWEEN + 1) && !goesOn; steps++) {
                for (int a = 1; a < steps && !goesOn; a++) {
                    int nextI = lastI + a;
                    int nextJ = lastJ + steps - a;
                    boolean inside = a <= MOST_BETWEEN + 1
                            && steps - a <= MOST_BETWEEN + 1
                            && nextI < text.size()
                            && nextJ < secret.size();
                    if (inside
                            && alike(text.get(nextI).text(), secret.get(nextJ).text())) {
                        weight += text.get(nextI).weight() - 0.15 * (steps - 2);
                        words++;
                        lastI = nextI;
                        lastJ = nextJ;
                        goesOn = true;
                    }
                }
            }
        }
        if (words >= 3 && weight >= RUN) {
            found.add(new Passage(text.get(i).from(), text.get(lastI).to()));
        }
    }

    /** Most of what one sentence says, in any order, in another. */
    private static void retold(List<Word> text, List<Word> secret, List<Passage> found) {
        double total = secret.stream().mapToDouble(Word::weight).sum();
        double same = 0;
        int words = 0;
        Set<Word> used = new HashSet<>();
        for (Word told : secret) {
            for (Word word : text) {
                if (!used.contains(word) && alike(word.text(), told.text())) {
                    used.add(word);
                    same += told.weight();
                    words++;
                    break;
                }
            }
        }
        double needed = total <= SHORT ? ALL_OF_IT : MOST_OF_IT;
        if (words >= 2 && same >= LEAST && same >= needed * total) {
            found.add(span(used));
        }
    }

    /** Three telling words or more that stand close together in the secret, in any order, in one sentence of the text. */
    private static void together(List<Word> text, List<Word> secret, List<Passage> found) {
        for (int start = 0; start < secret.size(); start++) {
            double weight = 0;
            Set<Word> used = new HashSet<>();
            for (Word told : secret.subList(start, Math.min(secret.size(), start + CLOSE))) {
                for (Word word : text) {
                    if (told.weight() >= TELLING && !used.contains(word) && alike(word.text(), told.text())) {
                        used.add(word);
                        weight += told.weight();
                        break;
                    }
                }
            }
            if (used.size() >= 3 && weight >= CLUSTER) {
                found.add(span(used));
            }
        }
    }

    private static Passage span(Set<Word> words) {
        return new Passage(
                words.stream().mapToInt(Word::from).min().orElse(0),
                words.stream().mapToInt(Word::to).max().orElse(0));
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

    /** The same word, with another ending, or with a typing error. */
    static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter < 4 || Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (same >= 4 && same >= shorter - 2 && Math.max(one.length(), other.length()) - same <= 4) {
            return true;
        }
        int allowed = shorter >= 8 ? 2 : 1;
        return Math.abs(one.length() - other.length()) <= allowed && distance(one, other) <= allowed;
    }

    /** Damerau-Levenshtein: letters put in, left out, changed, or two of them swapped. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
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
