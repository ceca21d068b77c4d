package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.AddItem;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.casefile.ItemId;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.Covering;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.ledger.Receipt;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens in the room: who comes and goes, who tells what to whom, what is decided. */
@Component
public class Meeting {

    private final Agenda agenda;
    private final Roll roll;
    private final Consultations consultations;
    private final Opening opening;
    private final CaseItems items;
    private final Subjects subjects;
    private final Access access;
    private final Entitlements entitlements;
    private final Gate gate;
    private final LegalBases bases;
    private final Mandates mandates;
    private final Ledger ledger;
    private final Clock clock;

    Meeting(
            Agenda agenda,
            Roll roll,
            Consultations consultations,
            Opening opening,
            CaseItems items,
            Subjects subjects,
            Access access,
            Entitlements entitlements,
            Gate gate,
            LegalBases bases,
            Mandates mandates,
            Ledger ledger,
            Clock clock) {
        this.agenda = agenda;
        this.roll = roll;
        this.consultations = consultations;
        this.opening = opening;
        this.items = items;
        this.subjects = subjects;
        this.access = access;
        this.entitlements = entitlements;
        this.gate = gate;
        this.bases = bases;
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
        access.toAct(actor, oneself ? Act.ATTEND : Act.RECORD_ATTENDANCE, ObjectType.AGENDA_ITEM, item.id());
        if (consultation.state() == Consultation.State.CLOSED) {
            throw Refusal.conflict("not-open");
        }
        if (!oneself
                && asked.statement().filter(Attend.Statement.SCREEN::equals).isPresent()) {
            throw Refusal.invalid("statement", "screen-only-by-oneself");
        }
        Mandate mandate = mandates.find(who).orElseThrow(() -> Refusal.invalid("mandate", "unknown-mandate"));
        if (!mandate.runsAt(clock.instant()) || !mandate.capacity().takesPart()) {
            throw Refusal.invalid("mandate", "does-not-take-part");
        }
        boolean invited = roll.invitations(List.of(item.id())).stream()
                .anyMatch(invitation -> invitation.mandate().equals(who));
        if (!invited) {
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

    /**
     * The same at the roll call, for every item that concerns this person at once: those they are invited to and did not
     * decline, or else every item that can be discussed.
     *
     * @throws Refusal {@code empty-agenda}, when there is nothing to come to; else as {@link #attend}
     */
    @Transactional
    public void attendAll(Actor actor, ConsultationId id, MandateId who, Attend asked) {
        Consultation consultation = agenda.find(actor, id);
        List<AgendaItem> discussed = agenda.itemsOf(id).stream()
                .filter(item -> !item.isUnderEmbargo())
                .toList();
        if (discussed.isEmpty()) {
            throw Refusal.conflict(List.of(new Refusal.Reason("empty-agenda", consultation.number())));
        }
        Set<UUID> accepted = roll
                .invitations(discussed.stream().map(AgendaItem::id).toList())
                .stream()
                .filter(invitation ->
                        invitation.mandate().equals(who) && !invitation.answer().equals("DECLINED"))
                .map(Roll.Invitation::item)
                .collect(Collectors.toSet());
        discussed.stream()
                .filter(item -> accepted.isEmpty() || accepted.contains(item.id()))
                .forEach(item -> attend(actor, id, item.n(), who, asked));
    }

    /**
     * Where somebody stands who is about to tell or show something at an item.
     *
     * @param grant seals what they are about to show, before it is recorded
     */
    public record Floor(CaseId caseId, Grant grant) {}

    /** Keeps what is told at an item of the agenda, under the grant of who tells it. */
    @FunctionalInterface
    public interface Telling {

        /** Keeps it; what it answers is what the recipients are entitled to. */
        CaseItems.Kept keep(UUID agendaItem, Grant grant);
    }

    private record Speaking(Consultation consultation, AgendaItem item, Grant grant) {}

    /**
     * Records what somebody tells the people present.
     *
     * @throws Refusal {@code not-open}, {@code no-valid-basis}, {@code recipient-not-present} or {@code
     *     not-covered-by-basis}; nothing is recorded then
     */
    @Transactional
    public Disclosed disclose(Actor actor, ConsultationId id, int n, Disclose asked) {
        Speaking speaking = speaking(actor, id, n, asked.by());
        if (asked.text().isBlank()) {
            throw Refusal.invalid("text", "required");
        }
        AgendaItem item = speaking.item();
        return told(
                actor,
                speaking,
                asked.by(),
                asked.recipients(),
                ObjectType.DISCLOSURE,
                (agendaItem, grant) -> items.add(
                        AddItem.of(item.caseId(), ObjectType.DISCLOSURE, asked.by(), asked.text(), item.purpose())
                                .secret(asked.secret())
                                .saidAt(agendaItem),
                        grant));
    }

    /**
     * Lets somebody prepare what they are about to show at an item, such as a long file; judged again when it is recorded.
     *
     * @throws Refusal when they may not speak there, or the meeting is not open
     */
    @Transactional
    public Floor floor(Actor actor, ConsultationId id, int n, MandateId by) {
        Speaking speaking = speaking(actor, id, n, by);
        speaking.consultation().requireOpen();
        recipients(speaking.item(), by, Optional.empty());
        return new Floor(speaking.item().caseId(), speaking.grant());
    }

    /**
     * Records what somebody shows the people present, for the same recipients and under the same conditions as what is
     * told.
     *
     * @param type what kind of thing it is
     * @throws Refusal as {@link #disclose} does
     */
    @Transactional
    public Disclosed tell(
            Actor actor,
            ConsultationId id,
            int n,
            MandateId by,
            Optional<List<MandateId>> recipients,
            ObjectType type,
            Telling telling) {
        return told(actor, speaking(actor, id, n, by), by, recipients, type, telling);
    }

    private Speaking speaking(Actor actor, ConsultationId id, int n, MandateId by) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        Grant grant = access.toAct(actor, Act.SPEAK, ObjectType.AGENDA_ITEM, item.id());
        requireSpeaker(actor, consultation, by);
        return new Speaking(consultation, item, grant);
    }

    private Disclosed told(
            Actor actor,
            Speaking speaking,
            MandateId by,
            Optional<List<MandateId>> asked,
            ObjectType type,
            Telling telling) {
        AgendaItem item = speaking.item();
        speaking.consultation().requireOpen();
        requireComposition(speaking.consultation());
        List<LegalBasis> stoodOn = bases.findAll(speaking.consultation().bases());
        gate.require(stoodOn, item.purpose(), List.of(), clock.instant());
        List<MandateId> recipients = recipients(item, by, asked);
        Covering covering = requireCovered(stoodOn, item, recipients, by);
        CaseItems.Kept kept = telling.keep(item.id(), speaking.grant());
        entitlements.entitle(List.of(kept.id().value()), recipients, Why.RECIPIENT, covering);
        entitlements.entitle(whole(item), recipients, Why.PRESENT, covering);
        Receipt receipt = ledger.append(
                access.entry(actor, Action.DISCLOSE, type, kept.id().value())
                        .inCase(item.caseId().value())
                        .to(recipients.stream().map(MandateId::value).toList())
                        .under(Consultations.basisRefs(covering.bases()))
                        .binding(kept.commitment()));
        return new Disclosed(kept.id(), recipients, ids(covering, recipients), receipt);
    }

    private static Map<MandateId, LegalBasisId> ids(Covering covering, List<MandateId> recipients) {
        return recipients.stream()
                .collect(Collectors.toMap(who -> who, who -> covering.of(who).id()));
    }

    private void requireSpeaker(Actor actor, Consultation consultation, MandateId by) {
        boolean mayRecordForOthers =
                actor.isOneOf(Capacity.COORDINATOR, Capacity.MAYOR) || consultation.isChairedBy(actor);
        if (!by.equals(actor.mandate()) && !mayRecordForOthers) {
            throw Refusal.forbidden();
        }
    }

    /** An urgent meeting without the mandatory functions may set tasks; nothing is disclosed in it. */
    private void requireComposition(Consultation consultation) {
        if (!consultation.isUrgent()) {
            return;
        }
        List<Refusal.Reason> missing = opening.missingFunctions(agenda.itemsOf(consultation.id())).stream()
                .map(capacity -> new Refusal.Reason("quorum-missing", capacity.name()))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.conflict(missing);
        }
    }

    /** Those who hear it: who is present and signed at this moment, or those of them who were named. */
    private List<MandateId> recipients(AgendaItem item, MandateId by, Optional<List<MandateId>> asked) {
        List<Roll.Attendance> attendance = roll.attendance(List.of(item.id()));
        boolean speakerPresent =
                attendance.stream().anyMatch(one -> one.mandate().equals(by) && one.isPresent());
        if (!speakerPresent) {
            throw Refusal.conflict(List.of(new Refusal.Reason("speaker-not-present", by.toString())));
        }
        List<MandateId> present = Roll.mayHear(attendance);
        List<MandateId> named = asked.orElse(present);
        List<Refusal.Reason> absent = new ArrayList<>(new LinkedHashSet<>(named)
                .stream()
                        .filter(who -> !present.contains(who))
                        .map(who -> new Refusal.Reason("recipient-not-present", who.toString()))
                        .toList());
        if (named.isEmpty()) {
            absent.add(new Refusal.Reason("recipient-not-present", "recipients"));
        }
        if (!absent.isEmpty()) {
            throw Refusal.conflict(absent);
        }
        return List.copyOf(new LinkedHashSet<>(named));
    }

    private Covering requireCovered(
            List<LegalBasis> stoodOn, AgendaItem item, List<MandateId> hearers, MandateId speaker) {
        Set<MandateId> everyone = new LinkedHashSet<>(hearers);
        everyone.add(speaker);
        return gate.require(stoodOn, item.purpose(), mandates.findAll(everyone), clock.instant());
    }

    /** What whoever heard or decided something at an item may open from then on: the case, to see just that in it. */
    private List<UUID> whole(AgendaItem item) {
        List<UUID> whole = new ArrayList<>(
                List.of(item.consultation().value(), item.id(), item.caseId().value()));
        whole.addAll(subjects.idsOf(List.of(item.caseId())).values());
        return whole;
    }

    /** Records that somebody does not share; valid, and no reason is asked (Constitutional Court 52/2021). */
    @Transactional
    public void abstain(Actor actor, ConsultationId id, int n, MandateId by) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        access.toAct(actor, Act.SPEAK, ObjectType.AGENDA_ITEM, item.id());
        requireSpeaker(actor, consultation, by);
        consultation.requireOpen();
        if (mandates.find(by).isEmpty()) {
            throw Refusal.invalid("by", "unknown-mandate");
        }
        roll.abstain(item.id(), by, clock.instant());
        ledger.append(access.entry(actor, Action.CREATE, ObjectType.AGENDA_ITEM, item.id())
                .inCase(item.caseId().value())
                .because("does-not-share"));
    }

    /**
     * Records a decision with the votes of those present; everyone present learns it.
     *
     * @throws Refusal when the text is empty, somebody votes who is not present, the meeting is not open, or no basis
     *     covers those present
     */
    @Transactional
    public ItemId decide(Actor actor, ConsultationId id, int n, Decide asked) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        Grant grant = access.toAct(actor, Act.DECIDE, ObjectType.AGENDA_ITEM, item.id());
        if (asked.text().isBlank()) {
            throw Refusal.invalid("text", "required");
        }
        consultation.requireOpen();
        List<MandateId> present = roll.mayHear(item.id());
        if (!present.containsAll(asked.votes().keySet())) {
            throw Refusal.invalid("votes", "voter-not-present");
        }
        Covering covering = gate.require(
                bases.findAll(consultation.bases()), item.purpose(), mandates.findAll(present), clock.instant());
        CaseItems.Kept kept = items.add(
                AddItem.of(item.caseId(), ObjectType.DECISION, actor.mandate(), asked.text(), item.purpose())
                        .saidAt(item.id()),
                grant);
        asked.votes().forEach((who, vote) -> roll.vote(kept.id().value(), who, vote));
        UUID decision = kept.id().value();
        entitlements.entitle(List.of(decision), present, Why.PRESENT, covering);
        entitlements.entitle(whole(item), present, Why.PRESENT, covering);
        ledger.append(access.entry(actor, Act.DECIDE.action(), ObjectType.DECISION, decision)
                .inCase(item.caseId().value())
                .to(present.stream().map(MandateId::value).toList())
                .under(Consultations.basisRefs(covering.bases()))
                .binding(kept.commitment()));
        asked.votes()
                .keySet()
                .forEach(who -> ledger.append(access.entry(actor, Action.VOTE, ObjectType.DECISION, decision)
                        .inCase(item.caseId().value())
                        .to(List.of(who.value()))));
        return kept.id();
    }
}
