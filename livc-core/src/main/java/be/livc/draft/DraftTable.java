package be.livc.draft;

import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of drafts; one for each author, form and object. */
@Component
class DraftTable {

    /**
     * One row.
     *
     * @param record whose key seals it: a case, or the draft itself
     */
    record Row(UUID id, UUID record, Instant savedAt, Sealed content) {

        boolean hasOwnKey() {
            return record.equals(id);
        }

        Sealed placed() {
            return content.at(place(id, record));
        }
    }

    private final JdbcTemplate jdbc;

    DraftTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Place place(UUID id, UUID record) {
        return new Place(CurrentCell.require(), record, "draft", "content", id);
    }

    Optional<Row> find(MandateId author, Form form) {
        return jdbc
                .query(
                        "select id, record_id, saved_at, content_sealed from draft where cell_id = ? and mandate_id = ?"
                                + " and form = ? and about = ?",
                        (row, n) -> row(row),
                        cell(),
                        author.value(),
                        form.name(),
                        about(author, form))
                .stream()
                .findFirst();
    }

    /** About which of these things there is one, in any of these forms. */
    Set<UUID> aboutAnyOf(MandateId author, Collection<String> forms, Collection<UUID> things) {
        return Set.copyOf(jdbc.queryForList(
                "select distinct about from draft where cell_id = ? and mandate_id = ? and form = any (?) and about = any (?)",
                UUID.class,
                cell(),
                author.value(),
                forms.toArray(String[]::new),
                things.toArray(UUID[]::new)));
    }

    /** Whether it was put there; not when the same author keeps the same form from another window at this moment. */
    boolean add(MandateId author, Form form, Row row) {
        return jdbc.update(
                        "insert into draft (cell_id, id, mandate_id, form, about, record_id, content_sealed, saved_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        cell(),
                        row.id(),
                        author.value(),
                        form.name(),
                        about(author, form),
                        row.record(),
                        row.content().toColumn(),
                        Timestamp.from(row.savedAt()))
                == 1;
    }

    void update(UUID id, Sealed content, Instant now) {
        jdbc.update(
                "update draft set content_sealed = ?, saved_at = ? where cell_id = ? and id = ?",
                content.toColumn(),
                Timestamp.from(now),
                cell(),
                id);
    }

    void delete(UUID id) {
        jdbc.update("delete from draft where cell_id = ? and id = ?", cell(), id);
    }

    List<Row> savedBefore(Instant moment) {
        return jdbc.query(
                "select id, record_id, saved_at, content_sealed from draft where cell_id = ? and saved_at < ?",
                (row, n) -> row(row),
                cell(),
                Timestamp.from(moment));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getTimestamp("saved_at").toInstant(),
                Sealed.fromColumn(row.getBytes("content_sealed")));
    }

    private static UUID about(MandateId author, Form form) {
        return form.about().orElse(author.value());
    }

    private static UUID cell() {
        return CurrentCell.require().value();
    }
}
