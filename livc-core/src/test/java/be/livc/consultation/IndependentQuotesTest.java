package be.livc.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How well quotes of secrets are found that somebody wrote who never saw how {@link Quotes} works: 60 secrets, each with a
 * sheet that takes a part over word for word, one that words it a little anew, one that gives away its core only, and three on
 * the same person and subject that give nothing away, though they share names and words with it.
 *
 * <p>At first sight, with the rule as it was before these texts: 0.928 of the quotes found (literal 1.000, near 0.983, core
 * 0.800), false alarms 0.167. The rule was then changed by looking at the secrets with an odd number alone. On the other half,
 * which nobody read: 0.911 found (before: 0.933; literal 1.000, near 0.967, core 0.767), false alarms 0.044 (before: 0.144); on
 * all: 0.939 and 0.039. So false alarms came below the wanted 0.05; the wanted 0.95 of the quotes was not reached: what is
 * missed is the core of a secret in one word that is no sensitive one in itself, or in everyday words.
 */
class IndependentQuotesTest {

    private record Sheet(int secret, String kind, String text) {}

    private static final Map<Integer, String> SECRETS =
            rows("secrets.csv").stream().collect(Collectors.toMap(row -> number(row.get(0)), row -> row.get(1)));

    private static final List<Sheet> SHEETS = rows("sheets.csv").stream()
            .map(row -> new Sheet(number(row.get(0)), row.get(1), row.get(2)))
            .toList();

    /** The share of the quotes that are found, and of the innocent sheets that are held up. */
    private record Figures(double found, double alarms) {}

    @Test
    void quotes_that_somebody_else_wrote_are_found_and_few_innocent_sheets_are_held_up() {
        figures("half that the rule was changed on", sheet -> sheet.secret() % 2 == 1);
        Figures unread = figures("half that nobody read", sheet -> sheet.secret() % 2 == 0);
        Figures all = figures("all", sheet -> true);

        assertThat(unread.found()).isGreaterThanOrEqualTo(0.91);
        assertThat(unread.alarms()).isLessThanOrEqualTo(0.05);
        assertThat(all.found()).isGreaterThanOrEqualTo(0.93);
        assertThat(all.alarms()).isLessThanOrEqualTo(0.05);
    }

    private static Figures figures(String name, Predicate<Sheet> which) {
        Figures figures = new Figures(
                share(which.and(sheet -> !sheet.kind().equals("CLEAN"))),
                share(which.and(sheet -> sheet.kind().equals("CLEAN"))));
        System.out.printf(
                "quotes of another hand, %s: found %.3f (literal %.3f, near %.3f, core %.3f), false alarms %.3f; %d sheets%n",
                name,
                figures.found(),
                share(which.and(sheet -> sheet.kind().equals("LITERAL"))),
                share(which.and(sheet -> sheet.kind().equals("NEAR"))),
                share(which.and(sheet -> sheet.kind().equals("PART"))),
                figures.alarms(),
                SHEETS.stream().filter(which).count());
        return figures;
    }

    private static double share(Predicate<Sheet> which) {
        List<Sheet> chosen = SHEETS.stream().filter(which).toList();
        return (double) chosen.stream().filter(IndependentQuotesTest::isFound).count() / chosen.size();
    }

    private static boolean isFound(Sheet sheet) {
        return !Quotes.in(sheet.text(), List.of(SECRETS.get(sheet.secret()))).isEmpty();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    /** Rows of fields parted by semicolons, without the heading; a field in quotation marks may hold both. */
    private static List<List<String>> rows(String file) {
        try (InputStream in = IndependentQuotesTest.class.getResourceAsStream("/quotes/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(IndependentQuotesTest::fields)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(sign);
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ';' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(sign);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
