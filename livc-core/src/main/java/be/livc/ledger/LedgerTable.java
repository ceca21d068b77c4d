package be.livc.ledger;

import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The write side of the table {@code ledger_entry}: one statement for lock and head, one for the entry. */
@Component
class LedgerTable {

    private static final String INSERT = "insert into ledger_entry"
            + " (cell_id, seq, time, leaf, leaf_hash, subtrees, action, case_id, actor_user, result, shown)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** PostgreSQL's lock_not_available and deadlock_detected; the framework knows the first by no name of its own. */
    private static final Set<String> WAITED_IN_VAIN = Set.of("55P03", "40P01");

    private final JdbcTemplate jdbc;

    LedgerTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the ledger's lock, which this transaction then holds until its end, and reads the end of the ledger. */
    LedgerHead lock(CellId cell) {
        try {
            return Objects.requireNonNull(jdbc.queryForObject(
                    "select bound, next, last_time, peaks from ledger_head(?)",
                    (row, number) -> head(cell, row),
                    cell.value()));
        } catch (DataAccessException failure) {
            if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                    && WAITED_IN_VAIN.contains(sql.getSQLState())) {
                throw Refusal.conflict("ledger-busy");
            }
            throw failure;
        }
    }

    private static LedgerHead head(CellId cell, ResultSet row) throws SQLException {
        if (!cell.value().equals(row.getObject("bound", UUID.class))) {
            throw new IllegalStateException("the transaction began for another cell than the current one");
        }
        return new LedgerHead(row.getLong("next"), lastTime(row), row.getBytes("peaks"));
    }

    private static Instant lastTime(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject("last_time", OffsetDateTime.class);
        return time == null ? Instant.MIN : time.toInstant();
    }

    void insert(
            CellId cell,
            long seq,
            Instant time,
            Entry entry,
            Leaf leaf,
            byte[] leafHash,
            byte[] subtrees,
            Set<UUID> shown) {
        jdbc.update(
                INSERT,
                cell.value(),
                seq,
                time.atOffset(ZoneOffset.UTC),
                leaf.text(),
                leafHash,
                subtrees,
                entry.action().word(),
                entry.caseId().orElse(null),
                entry.actor().user(),
                entry.result().word(),
                shown.isEmpty() ? null : shown.toArray(UUID[]::new));
    }
}
