package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spelling, accents, order and one typing error do not hide a name; another name stays another. */
class NameMatcherTest {

    private static final double FOUND = 0.65;

    @ParameterizedTest
    @CsvSource({
        "Janssens, Jansen",
        "Janssens, Jànsen",
        "Janssens, janssen",
        "JANSSENS, janssens",
        "Jan Janssens, Janssens Jan",
        "Jan Janssens, Jan Janseens",
        "Yilmaz, Yılmaz",
        "Lukasz Wojcik, Łukasz Wójcik",
        "Van Dyck, van dijk",
        "Vandenberghe, Vandenbergh",
        "Benali Youssef, Yousef Benali",
        "Matthys, Mathijs",
        "Bart De Smedt, De Smet Bart",
        "D'hondt, dhondt",
        "Peeters, Peters",
    })
    void it_is_the_same_name(String sought, String known) {
        assertThat(score(sought, known)).isGreaterThan(FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "Jan Janssens, Jan Peeters",
        "Van den Berghe, Van den Bossche",
        "El Amrani, El Khatib",
        "Jan, Jo",
        "Janssens, Claes",
    })
    void it_is_another_name(String sought, String known) {
        assertThat(score(sought, known)).isLessThan(FOUND);
    }

    @Test
    void the_nearer_name_scores_higher() {
        assertThat(score("Jan Janssens", "Jan Janssens")).isEqualTo(1);
        assertThat(score("Janssens", "Janssens")).isGreaterThan(score("Janssens", "Jansen"));
        assertThat(score("Janssens", "Jan Janssens")).isGreaterThan(score("Janssens", "Jan Jansen"));
    }

    @Test
    void nothing_scores_nothing() {
        assertThat(score("", "Janssens")).isZero();
        assertThat(score("Janssens", "--")).isZero();
    }

    /** Against the textbook's distance (optimal string alignment) on random words. */
    @Test
    void one_typing_error_is_what_the_slow_way_says_it_is() {
        long seed = 20260727;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String one = word(random);
            String other = random.nextBoolean() ? word(random) : mistyped(one, random);
            boolean expected = Math.min(one.length(), other.length()) >= 4 && distance(one, other) <= 1;
            assertThat(NameMatcher.isOneErrorApart(one, other))
                    .as("%s and %s, seed %d", one, other, seed)
                    .isEqualTo(expected);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 3 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static String mistyped(String word, Random random) {
        StringBuilder typed = new StringBuilder(word);
        for (int errors = random.nextInt(3); errors > 0; errors--) {
            int at = random.nextInt(typed.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> typed.deleteCharAt(at);
                case 1 -> typed.insert(at, (char) ('a' + random.nextInt(3)));
                case 2 -> typed.setCharAt(at, (char) ('a' + random.nextInt(3)));
                default -> typed.insert(at, typed.charAt(at + 1)).deleteCharAt(at + 2);
            }
        }
        return typed.toString();
    }

    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }

    private static double score(String sought, String known) {
        return NameMatcher.score(NameMatcher.prepare(sought), NameMatcher.prepare(known));
    }
}
