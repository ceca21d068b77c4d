package be.livc.casefile;

import be.livc.platform.CurrentCell;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The phases of cases and signals, mirrored from their processes so that lists can filter in SQL. The process decides; its
 * listener calls {@link #reached} in the same transaction, and nothing else does.
 */
@Component
public class Phases {

    /** Of a case in these phases only a certificate, or the decision to hand it over, remains. */
    static final Set<String> GONE = Set.of("ERASED", "TRANSFERRED");

    /** Of a case in these phases no measure and no review is followed up here: it is closed, gone, or another cell's. */
    public static final Set<String> OVER = Set.of("CLOSED", "ERASED", "TRANSFERRED");

    private final JdbcTemplate jdbc;

    Phases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes over the phase that the process has reached. */
    public void reached(CaseId id, String phase, Instant at) {
        jdbc.update(
                "insert into case_phase (cell_id, case_id, phase, since) values (?, ?, ?, ?)"
                        + " on conflict (cell_id, case_id) do update set phase = excluded.phase, since = excluded.since",
                CurrentCell.require().value(),
                id.value(),
                phase,
                Timestamp.from(at));
    }

    /** The phase of a case; empty when its process has not begun. */
    public Optional<String> of(CaseId id) {
        return jdbc
                .query(
                        "select phase from case_phase where cell_id = ? and case_id = ?",
                        (row, n) -> row.getString(1),
                        CurrentCell.require().value(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** Since when nothing of a case can be read here any more, because it was erased or is another cell's; empty where it can. */
    public Optional<Instant> goneSince(CaseId id) {
        return jdbc
                .query(
                        "select since from case_phase where cell_id = ? and case_id = ? and phase = any (?)",
                        (row, n) -> row.getTimestamp(1).toInstant(),
                        CurrentCell.require().value(),
                        id.value(),
                        GONE.toArray(String[]::new))
                .stream()
                .findFirst();
    }

    /** Whether nothing of a case remains but its certificate. */
    public boolean isErased(CaseId id) {
        return of(id).filter("ERASED"::equals).isPresent();
    }

    /** Whether a case is closed and not reopened: nothing is added to it any more. */
    public boolean isClosed(CaseId id) {
        return of(id).filter("CLOSED"::equals).isPresent();
    }

    /** The phases of several cases at once. */
    public Map<CaseId, String> of(Collection<CaseId> ids) {
        Map<CaseId, String> phases = new HashMap<>();
        jdbc.query(
                "select case_id, phase from case_phase where cell_id = ? and case_id = any (?)",
                row -> {
                    phases.put(new CaseId(row.getObject(1, UUID.class)), row.getString(2));
                },
                CurrentCell.require().value(),
                ids.stream().map(CaseId::value).toArray(UUID[]::new));
        return phases;
    }
}
