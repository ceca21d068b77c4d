package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes and goes, and signs the statement: item by item, or at the roll call for all that concern somebody. */
@Component
public class RollCall {

    private final Agenda agenda;
    private final Roll roll;
    private final Invitees invitees;
    private final Consultations consultations;
    private final Access access;
    private final WhoSees whoSees;
    private final Mandates mandates;
    private final Ledger ledger;
    private final Clock clock;

    RollCall(
            Agenda agenda,
            Roll roll,
            Invitees invitees,
            Consultations consultations,
            Access access,
            WhoSees whoSees,
            Mandates mandates,
            Ledger ledger,
            Clock clock) {
        this.agenda = agenda;
        this.roll = roll;
        this.invitees = invitees;
        this.consultations = consultations;
        this.access = access;
        this.whoSees = whoSees;
        this.mandates = mandates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records somebody's coming or going at an item, and their statement. Oneself, or who leads the meeting for another.
     *
     * @throws Refusal when the meeting is over, the person does not take part, a statement on screen is recorded for
     *     another, or no basis covers somebody who was not invited
     */
    @Transactional
    public void attend(Actor actor, ConsultationId id, int n, MandateId who, Attend asked) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        boolean oneself = who.equals(actor.mandate());
        access.toAct(actor, attending(oneself, asked), ObjectType.AGENDA_ITEM, item.id());
        if (consultation.isOver()) {
            throw Refusal.conflict("not-open");
        }
        if (!oneself
                && asked.statement().filter(Attend.Statement.SCREEN::equals).isPresent()) {
            throw Refusal.invalid("statement", "screen-only-by-oneself");
        }
        Mandate mandate = mandates.find(who).orElseThrow(() -> Refusal.invalid("mandate", "unknown-mandate"));
        if (agenda.isUnderEmbargo(item)) {
            throw Refusal.conflict("under-embargo");
        }
        if (!mandate.actsAt(clock.instant()) || !mandate.capacity().takesPart()) {
            throw Refusal.invalid("mandate", "does-not-take-part");
        }
        if (!invitees.isInvited(item.id(), who)) {
            consultations.inviteOnTheSpot(consultation, item, mandate);
        }
        roll.attend(item.id(), who, asked, clock.instant());
        ledger.append(access.entry(
                        actor,
                        asked.statement().isPresent() ? Action.SIGN : Action.ATTEND,
                        ObjectType.AGENDA_ITEM,
                        item.id())
                .inCase(item.caseId().value())
                .to(List.of(who.value()))
                .because(asked.left().isPresent() ? "left" : "arrived"));
    }

    /** Whoever only leaves learns nothing more: that can be recorded whatever has ended meanwhile. */
    private static Act attending(boolean oneself, Attend asked) {
        boolean leaves = asked.left().isPresent()
                && asked.arrived().isEmpty()
                && asked.statement().isEmpty();
        if (leaves) {
            return oneself ? Act.LEAVE : Act.RECORD_LEAVING;
        }
        return oneself ? Act.ATTEND : Act.RECORD_ATTENDANCE;
    }

    /**
     * The same at the roll call, for every item that concerns this person at once, of those that the actor sees: those they are
     * invited to and did not decline, or else every item that can be discussed. Who signs on screen does not come back to an item
     * that they left.
     *
     * @throws Refusal {@code empty-agenda}, when there is nothing to come to; else as {@link #attend}
     */
    @Transactional
    public void attendAll(Actor actor, ConsultationId id, MandateId who, Attend asked) {
        Consultation consultation = agenda.find(actor, id);
        List<AgendaItem> discussed = agenda.discussed(id).stream()
                .filter(item -> whoSees.sees(actor, item.id()))
                .toList();
        if (discussed.isEmpty()) {
            throw Refusal.conflict(List.of(new Refusal.Reason("empty-agenda", consultation.number())));
        }
        Set<UUID> expectedAt = invitees.notDeclined(discussed).stream()
                .filter(one -> one.mandate().equals(who))
                .map(Invitees.Invitation::item)
                .collect(Collectors.toSet());
        boolean onScreen =
                asked.statement().filter(Attend.Statement.SCREEN::equals).isPresent();
        discussed.stream()
                .filter(item -> expectedAt.isEmpty() || expectedAt.contains(item.id()))
                .filter(item -> !onScreen || !roll.hasLeft(item.id(), who))
                .forEach(item -> attend(actor, id, item.n(), who, asked));
    }
}
