package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a consultation that was held because of danger: the next ordinary meeting ratifies it, or it is void.
 * Ratifying cures nothing: what could not be told then was not told. With whom it opens, and what may be done there, is
 * {@link be.livc.law.Gate}'s.
 */
@Component
public class Urgency {

    /** What became of an urgent consultation. */
    public enum Outcome {
        /** The next ordinary meeting stands behind it. */
        RATIFIED,
        /** It does not, or it said nothing. */
        VOID
    }

    /** An urgent consultation that waits for the next ordinary meeting. */
    public record Pending(ConsultationId id, String number) {}

    private final Agenda agenda;
    private final Access access;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Urgency(Agenda agenda, Access access, Ledger ledger, JdbcTemplate jdbc, Clock clock) {
        this.agenda = agenda;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The urgent consultations that were held and that no ordinary meeting has spoken about yet. */
    @Transactional(readOnly = true)
    public List<Pending> pending() {
        return jdbc.query(
                "select c.id, c.number from consultation c where c.cell_id = ? and c.urgent and c.state = 'CLOSED'"
                        + " and not exists (select 1 from urgent_outcome o where o.cell_id = c.cell_id"
                        + " and o.consultation_id = c.id) order by c.number",
                (row, n) -> new Pending(new ConsultationId(row.getObject(1, UUID.class)), row.getString(2)),
                CurrentCell.require().value());
    }

    /** What became of an urgent consultation; empty while it waits, and for an ordinary one. */
    @Transactional(readOnly = true)
    public Optional<Outcome> outcomeOf(ConsultationId id) {
        return jdbc
                .queryForList(
                        "select outcome from urgent_outcome where cell_id = ? and consultation_id = ?",
                        String.class,
                        CurrentCell.require().value(),
                        id.value())
                .stream()
                .map(Outcome::valueOf)
                .findFirst();
    }

    /**
     * Decides, in an ordinary meeting that is being held, about an urgent one.
     *
     * @throws Refusal {@code not-open} when the meeting is not open, {@code not-ordinary} when it is urgent itself, {@code
     *     nothing-to-ratify} when the other one does not wait for it
     */
    @Transactional
    public void decide(Actor actor, ConsultationId meeting, ConsultationId urgent, Outcome outcome) {
        Consultation held = agenda.find(actor, meeting);
        access.toAct(actor, Act.DECIDE, ObjectType.CONSULTATION, meeting.value());
        access.toAct(actor, Act.DECIDE, ObjectType.CONSULTATION, urgent.value());
        held.requireOpen();
        if (held.isUrgent()) {
            throw Refusal.conflict("not-ordinary");
        }
        if (pending().stream().noneMatch(one -> one.id().equals(urgent))) {
            throw Refusal.conflict("nothing-to-ratify");
        }
        keep(actor, meeting, urgent, outcome);
    }

    /** When an ordinary meeting closes, what it did not ratify is void. */
    void voidWhatWasNotRatified(Actor actor, Consultation closing) {
        if (!closing.isUrgent()) {
            pending().forEach(one -> keep(actor, closing.id(), one.id(), Outcome.VOID));
        }
    }

    private void keep(Actor actor, ConsultationId meeting, ConsultationId urgent, Outcome outcome) {
        jdbc.update(
                "insert into urgent_outcome (cell_id, consultation_id, outcome, meeting_id, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                urgent.value(),
                outcome.name(),
                meeting.value(),
                actor.mandate().value(),
                Timestamp.from(clock.instant()));
        ledger.append(access.entry(actor, Action.DECIDE, ObjectType.CONSULTATION, urgent.value())
                .because(outcome.name()));
    }
}
