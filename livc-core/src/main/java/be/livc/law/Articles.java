package be.livc.law;

import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where each {@link Article} is to be found, from when to when: dated rows of the bound cell, old numbers beside new ones. */
@Component
public class Articles {

    /**
     * One place of an article.
     *
     * @param citation as a lawyer cites it: {@code art. 458ter §1 Sw.}
     * @param note what is to be known about it; may be empty
     * @param validTo last day of this numbering; empty while it holds
     */
    public record Reference(
            Article article, String citation, String note, LocalDate validFrom, Optional<LocalDate> validTo) {

        /** Whether the article stood here on this day, both ends included. */
        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && validTo.filter(day::isAfter).isEmpty();
        }
    }

    private static final String ROWS = "select article, citation, note, valid_from, valid_to from law_article"
            + " where cell_id = ? order by article, valid_from";

    private final JdbcTemplate jdbc;

    Articles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All places of all articles, by article and then by date. */
    @Transactional(readOnly = true)
    public List<Reference> all() {
        return jdbc.query(
                ROWS, (row, n) -> reference(row), CurrentCell.require().value());
    }

    private static Reference reference(ResultSet row) throws SQLException {
        return new Reference(
                Article.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                Optional.ofNullable(row.getObject(5, LocalDate.class)));
    }

    /** How an article is cited on this day; empty when the cell has no reference of it that holds then. */
    @Transactional(readOnly = true)
    public Optional<String> citation(Article article, LocalDate day) {
        return all().stream()
                .filter(reference -> reference.article() == article && reference.isValidOn(day))
                .reduce((earlier, later) -> later)
                .map(Reference::citation);
    }

    /**
     * Records a new place of an article from this day on; the one that held until then ends the day before. What was cited
     * earlier stays as it was.
     *
     * @throws Refusal when the citation is empty, or the day does not lie after the beginning of the present place
     */
    @Transactional
    public void renumber(Article article, String citation, String note, LocalDate from) {
        ShortText.SENTENCE.require("citation", citation);
        List<Reference> before = all().stream()
                .filter(reference -> reference.article() == article)
                .toList();
        if (before.stream().anyMatch(reference -> !from.isAfter(reference.validFrom()))) {
            throw Refusal.invalid("validFrom", "not-after-the-present-one");
        }
        jdbc.update(
                "update law_article set valid_to = ? where cell_id = ? and article = ?"
                        + " and (valid_to is null or valid_to >= ?)",
                Date.valueOf(from.minusDays(1)),
                CurrentCell.require().value(),
                article.name(),
                Date.valueOf(from));
        insert(new Reference(article, citation.strip(), note.strip(), from, Optional.empty()));
    }

    private void insert(Reference reference) {
        jdbc.update(
                "insert into law_article (cell_id, id, article, citation, note, valid_from, valid_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                Ids.next(),
                reference.article().name(),
                reference.citation(),
                reference.note(),
                Date.valueOf(reference.validFrom()),
                date(reference.validTo()));
    }

    private static @Nullable Date date(Optional<LocalDate> day) {
        return day.map(Date::valueOf).orElse(null);
    }

    /** Gives a new cell the references that every cell starts with. */
    @Transactional
    public void seedUsual() {
        usual().forEach(this::insert);
    }

    private static List<Reference> usual() {
        try (InputStream file = Articles.class.getResourceAsStream("articles.csv")) {
            if (file == null) {
                throw new IllegalStateException("the usual references are not in the program");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .map(cells -> new Reference(
                            Article.valueOf(cells[0]),
                            cells[1],
                            cells[2],
                            LocalDate.parse(cells[3]),
                            Optional.of(cells[4]).filter(day -> !day.isEmpty()).map(LocalDate::parse)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
