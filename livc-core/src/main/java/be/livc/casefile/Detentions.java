package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When the people of a PIVC's cases leave prison, and which cases are frozen meanwhile. */
@Component
public class Detentions {

    private final JdbcTemplate jdbc;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Detentions(JdbcTemplate jdbc, Access access, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes when somebody is expected to leave prison; empty when that is not, or no longer, known.
     *
     * @throws Refusal when the day lies in the past
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expectRelease(Actor actor, CaseId id, Optional<LocalDate> day) {
        access.toAct(actor, Act.FOLLOW_RELEASE, ObjectType.CASE, id.value());
        if (day.filter(date -> date.isBefore(LocalDate.now(clock))).isPresent()) {
            throw Refusal.invalid("date", "in-the-past");
        }
        Detention before = of(id);
        keep(actor, id, new Detention(day, before.frozenSince()));
        record(
                actor,
                id,
                day.isEmpty() ? "release-unknown" : before.releaseOn().isEmpty() ? "release-known" : "release-changed");
    }

    /** Freezes a case: the person is in a prison without a PIVC, and nothing new is shared. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(Actor actor, CaseId id) {
        access.toAct(actor, Act.FOLLOW_RELEASE, ObjectType.CASE, id.value());
        keep(actor, id, new Detention(of(id).releaseOn(), Optional.of(LocalDate.now(clock))));
        record(actor, id, "relocated");
    }

    /** Lets a frozen case go on: the person is back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void thaw(Actor actor, CaseId id) {
        access.toAct(actor, Act.FOLLOW_RELEASE, ObjectType.CASE, id.value());
        keep(actor, id, new Detention(of(id).releaseOn(), Optional.empty()));
        record(actor, id, "returned");
    }

    /** Passes when this actor may note now what becomes of somebody; notes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireMayFollow(Actor actor, CaseId id) {
        access.toAct(actor, Act.FOLLOW_RELEASE, ObjectType.CASE, id.value());
    }

    /** Notes that somebody left prison unexpectedly. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leftUnexpectedly(Actor actor, CaseId id) {
        access.toAct(actor, Act.FOLLOW_RELEASE, ObjectType.CASE, id.value());
        record(actor, id, "released-unexpectedly");
    }

    private void keep(Actor actor, CaseId id, Detention detention) {
        jdbc.update(
                """
                insert into detention (cell_id, case_id, release_on, frozen_since, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?)
                on conflict (cell_id, case_id) do update set release_on = excluded.release_on,
                    frozen_since = excluded.frozen_since, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """,
                CurrentCell.require().value(),
                id.value(),
                detention.releaseOn().orElse(null),
                detention.frozenSince().orElse(null),
                Timestamp.from(clock.instant()),
                actor.mandate().value());
    }

    private void record(Actor actor, CaseId id, String what) {
        ledger.append(access.entry(actor, Act.FOLLOW_RELEASE.action(), ObjectType.CASE, id.value())
                .inCase(id.value())
                .because(what));
    }

    /** What is known of one case. */
    @Transactional(readOnly = true)
    public Detention of(CaseId id) {
        return jdbc
                .query(
                        "select release_on, frozen_since from detention where cell_id = ? and case_id = ?",
                        (row, n) -> detention(row),
                        CurrentCell.require().value(),
                        id.value())
                .stream()
                .findFirst()
                .orElse(Detention.UNKNOWN);
    }

    /** What is known of several cases; one of which nothing is known is not in the answer. */
    @Transactional(readOnly = true)
    public Map<CaseId, Detention> of(Collection<CaseId> ids) {
        Map<CaseId, Detention> found = new HashMap<>();
        jdbc.query(
                "select case_id, release_on, frozen_since from detention where cell_id = ? and case_id = any (?)",
                row -> {
                    found.put(new CaseId(row.getObject("case_id", UUID.class)), detention(row));
                },
                CurrentCell.require().value(),
                ids.stream().map(CaseId::value).toArray(UUID[]::new));
        return found;
    }

    private static Detention detention(ResultSet row) throws SQLException {
        return new Detention(
                Optional.ofNullable(row.getDate("release_on")).map(Date::toLocalDate),
                Optional.ofNullable(row.getDate("frozen_since")).map(Date::toLocalDate));
    }
}
