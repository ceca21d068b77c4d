package be.livc.access;

import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which objects lie under an embargo. While one lies there, {@link Access} shows the object, what belongs to it and, for a
 * case, all of it to nobody but the mandate that laid it; laying one shows its layer nothing new.
 */
@Component
public class EmbargoBook {

    /**
     * An embargo that lies.
     *
     * @param caseId the case of what it hides
     * @param checked whether it was laid in a conflict check, whose item then waits for its review
     */
    public record Lying(
            UUID id,
            UUID object,
            ObjectType type,
            UUID caseId,
            MandateId laidBy,
            LocalDate review,
            Instant laidAt,
            boolean checked) {}

    private static final String LYING =
            """
            select b.id, b.object_id, o.type, o.case_id, b.laid_by, b.review_date, b.laid_at, b.checked
              from embargo b join access_object o on o.cell_id = b.cell_id and o.id = b.object_id
             where b.cell_id = ? and b.lifted_at is null\s""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    EmbargoBook(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until nobody else is about to hide this object, and lets nobody until the transaction ends. */
    public void holdAgainstOthers(UUID object) {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtextextended('embargo ' || ?, 0))", object.toString());
    }

    /** Hides an object from everyone but this mandate, from now on. */
    public void lay(UUID id, UUID object, MandateId by, LocalDate review, boolean checked) {
        jdbc.update(
                "insert into embargo (cell_id, id, object_id, laid_by, review_date, laid_at, checked)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                cell(),
                id,
                object,
                by.value(),
                Date.valueOf(review),
                Timestamp.from(clock.instant()),
                checked);
    }

    /**
     * Shows again to whoever was entitled, unless another embargo lies there.
     *
     * @return false when it was lifted before
     */
    public boolean lift(UUID id) {
        return jdbc.update(
                        "update embargo set lifted_at = ? where cell_id = ? and id = ? and lifted_at is null",
                        Timestamp.from(clock.instant()),
                        cell(),
                        id)
                == 1;
    }

    /** Ends every embargo on a case that is here no longer, and on anything in it: they hide nothing. */
    public void endAll(UUID caseId) {
        jdbc.update(
                """
                update embargo set lifted_at = ?
                 where cell_id = ? and lifted_at is null
                   and object_id in (select id from access_object where cell_id = ? and case_id = ?)""",
                Timestamp.from(clock.instant()),
                cell(),
                cell(),
                caseId);
    }

    /** Sets another day on which it is looked at again. */
    public void prolong(UUID id, LocalDate review) {
        jdbc.update(
                "update embargo set review_date = ? where cell_id = ? and id = ?", Date.valueOf(review), cell(), id);
    }

    /** The embargo of this id, while it lies. */
    public Optional<Lying> find(UUID id) {
        return jdbc.query(LYING + " and b.id = ?", (row, n) -> lying(row), cell(), id).stream()
                .findFirst();
    }

    /** Every embargo that lies, the first to be reviewed first. */
    public List<Lying> all() {
        return jdbc.query(LYING + " order by b.review_date, b.id", (row, n) -> lying(row), cell());
    }

    /** Every embargo that lies on a case or on anything in it. */
    public List<Lying> in(UUID caseId) {
        return jdbc.query(LYING + " and o.case_id = ?", (row, n) -> lying(row), cell(), caseId);
    }

    /** Those that this mandate laid on this object in a conflict check. */
    public Optional<Lying> checked(UUID object, MandateId by) {
        return all().stream()
                .filter(one -> one.object().equals(object) && one.laidBy().equals(by) && one.checked())
                .findFirst();
    }

    /** Of these objects, those on which an embargo of anybody lies. */
    public Set<UUID> among(Collection<UUID> objects) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct object_id from embargo where cell_id = ? and lifted_at is null and object_id = any (?)",
                UUID.class,
                cell(),
                objects.toArray(UUID[]::new)));
    }

    private static Lying lying(ResultSet row) throws SQLException {
        return new Lying(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                ObjectType.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                new MandateId(row.getObject(5, UUID.class)),
                row.getObject(6, LocalDate.class),
                row.getTimestamp(7).toInstant(),
                row.getBoolean(8));
    }

    private static UUID cell() {
        return CurrentCell.require().value();
    }
}
