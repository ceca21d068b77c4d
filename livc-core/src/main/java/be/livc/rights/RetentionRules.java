package be.livc.rights;

import be.livc.platform.CurrentCell;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The terms for which the bound cell keeps things: dated settings, each with the reference of its decision. */
@Component
public class RetentionRules {

    private static final String OF_THE_CELL = " maanden (instelling van de cel)";

    /** What has a term of its own. */
    public enum Category {
        /** A closed case. */
        CLOSED_CASE(60, "Afgesloten dossiers"),
        /** A signal that was not retained, refused or referred. */
        SIGNAL_NOT_RETAINED(6, "Signalen die niet verder gingen"),
        /** The log itself. */
        LOG(60, "Logboek");

        private final int usualMonths;
        private final String called;

        Category(int usualMonths, String called) {
            this.usualMonths = usualMonths;
            this.called = called;
        }

        /** As the certificate names the rule that a cell starts with. */
        private String usualRule() {
            return called + ": " + usualMonths + OF_THE_CELL;
        }
    }

    /**
     * A rule as every cell starts with, known by its category: a page names it in the language of its reader.
     *
     * @param months the term
     */
    public record Usual(Category category, int months) {

        private static final Pattern NAMED = Pattern.compile("(.+): (\\d{1,5})" + Pattern.quote(OF_THE_CELL));

        /** The one that a certificate names in these words; empty for a rule that the cell wrote itself. */
        public static Optional<Usual> named(String rule) {
            Matcher words = NAMED.matcher(rule);
            if (!words.matches()) {
                return Optional.empty();
            }
            return Stream.of(Category.values())
                    .filter(category -> category.called.equals(words.group(1)))
                    .map(category -> new Usual(category, Integer.parseInt(words.group(2))))
                    .findFirst();
        }
    }

    /**
     * A term.
     *
     * @param until the last day on which it may be kept
     * @param rule the rule behind it, as a certificate names it
     */
    public record Term(LocalDate until, String rule) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RetentionRules(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The term that starts today, by the rule that holds now. */
    @Transactional(readOnly = true)
    public Term startingToday(Category category) {
        return startingOn(LocalDate.now(clock), category);
    }

    /** The term that starts on this day, by the rule that holds then. */
    @Transactional(readOnly = true)
    public Term startingOn(LocalDate day, Category category) {
        return jdbc
                .query(
                        "select months, reference from retention_rule where cell_id = ? and category = ?"
                                + " and valid_from <= ? and (valid_to is null or valid_to >= ?)"
                                + " order by valid_from desc limit 1",
                        (row, n) -> new Term(day.plusMonths(row.getInt(1)), row.getString(2)),
                        CurrentCell.require().value(),
                        category.name(),
                        day,
                        day)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the cell has no retention rule for " + category));
    }

    /** Gives a new cell the terms that every cell starts with. */
    @Transactional
    public void seedUsual(LocalDate from) {
        for (Category category : Category.values()) {
            jdbc.update(
                    "insert into retention_rule (cell_id, category, months, reference, valid_from)"
                            + " values (?, ?, ?, ?, ?)",
                    CurrentCell.require().value(),
                    category.name(),
                    category.usualMonths,
                    category.usualRule(),
                    from);
        }
    }
}
