package be.livc.access;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens one case to somebody who cannot wait, for at most four hours. Opens no disclosure, which is its recipients' alone,
 * and nothing under an embargo. It stands in the ledger at once, mayor and DPO see it, and the DPO always reviews it.
 */
@Component
public class EmergencyAccess {

    /** As long as it can last. */
    public static final Duration LONGEST = Duration.ofHours(4);

    /**
     * One that was taken.
     *
     * @param caseId which case
     * @param mandate by whom
     * @param reason why
     * @param since from when
     * @param until to when
     */
    public record Taken(UUID caseId, MandateId mandate, EmergencyReason reason, Instant since, Instant until) {}

    private final AccessFacts facts;
    private final Access access;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    EmergencyAccess(AccessFacts facts, Access access, Ledger ledger, JdbcTemplate jdbc, Clock clock) {
        this.facts = facts;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes it.
     *
     * @param hours for how long, from 1 to 4
     * @throws Refusal on {@code hours}; not found where there is no such case, or the actor takes part in no consultation;
     *     recorded
     */
    @Transactional
    public void take(Actor actor, UUID caseId, EmergencyReason reason, int hours) {
        if (hours < 1 || hours > LONGEST.toHours()) {
            throw Refusal.invalid("hours", "out-of-range");
        }
        boolean there = facts.of(actor, caseId)
                .map(Fact::type)
                .filter(ObjectType.CASE::equals)
                .isPresent();
        if (!there || !actor.capacity().takesPart()) {
            throw access.denied(actor, ObjectType.CASE, caseId);
        }
        give(actor, caseId, reason, Duration.ofHours(hours));
        ledger.append(access.entry(actor, Action.EMERGENCY, ObjectType.CASE, caseId)
                .inCase(caseId)
                .because(reason.name()));
    }

    /** Everything of the case but what was disclosed to others. */
    private void give(Actor actor, UUID caseId, EmergencyReason reason, Duration time) {
        Instant now = clock.instant();
        UUID cell = CurrentCell.require().value();
        jdbc.update(
                "insert into emergency_access (cell_id, id, case_id, mandate_id, reason, since, until)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                cell,
                Ids.next(),
                caseId,
                actor.mandate().value(),
                reason.name(),
                Timestamp.from(now),
                Timestamp.from(now.plus(time)));
        jdbc.update(
                "insert into entitlement (cell_id, id, object_id, mandate_id, why, since)"
                        + " select o.cell_id, gen_random_uuid(), o.id, ?, ?, ? from access_object o"
                        + " where o.cell_id = ? and (o.case_id = ? or o.id = ?) and o.type <> ?",
                actor.mandate().value(),
                Why.EMERGENCY.name(),
                Timestamp.from(now),
                cell,
                caseId,
                caseId,
                ObjectType.DISCLOSURE.name());
    }

    /** Ends what is over, in the current cell; the schedule calls it every minute. */
    @Transactional
    public void endExpired() {
        UUID cell = CurrentCell.require().value();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                "update entitlement e set ended_at = ? where e.cell_id = ? and e.why = ? and e.ended_at is null"
                        + " and not exists (select 1 from emergency_access x join access_object o"
                        + " on o.cell_id = x.cell_id and o.id = e.object_id and x.case_id in (o.case_id, o.id)"
                        + " where x.cell_id = e.cell_id and x.mandate_id = e.mandate_id and x.until > ?)",
                now,
                cell,
                Why.EMERGENCY.name(),
                now);
    }

    /**
     * Those of the last weeks, the newest first: all of them for mayor and DPO, one's own for others.
     *
     * @param most how many
     */
    @Transactional(readOnly = true)
    public List<Taken> taken(Actor reader, int most) {
        boolean all = reader.isOneOf(Capacity.MAYOR, Capacity.PRISON_DIRECTION, Capacity.DPO);
        return jdbc.query(
                "select case_id, mandate_id, reason, since, until from emergency_access where cell_id = ?"
                        + " and (? or mandate_id = ?) order by since desc limit ?",
                (row, n) -> new Taken(
                        row.getObject(1, UUID.class),
                        new MandateId(row.getObject(2, UUID.class)),
                        EmergencyReason.valueOf(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                CurrentCell.require().value(),
                all,
                reader.mandate().value(),
                most);
    }
}
