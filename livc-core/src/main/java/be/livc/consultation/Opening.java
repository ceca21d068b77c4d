package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.MandatoryFunctions;
import be.livc.law.Composition;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.ToDecide;
import be.livc.law.ToOpen;
import be.livc.law.Verdict;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerBook;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and closes a consultation. It opens when every conflict check is done, the mandatory functions are there (wet
 * 30-07-2018 art. 3 §1) and a basis valid now covers each purpose and invitee (art. 458ter §1 Sw.).
 */
@Component
public class Opening {

    private final Agenda agenda;
    private final Roll roll;
    private final Invitees invitees;
    private final TakingPart takingPart;
    private final Urgency urgency;
    private final Access access;
    private final Entitlements entitlements;
    private final Shown shown;
    private final Gate gate;
    private final LegalBases bases;
    private final Mandates mandates;
    private final MandatoryFunctions mandatoryFunctions;
    private final Ledger ledger;
    private final LedgerBook book;
    private final Clock clock;

    Opening(
            Agenda agenda,
            Roll roll,
            Invitees invitees,
            TakingPart takingPart,
            Urgency urgency,
            Access access,
            Entitlements entitlements,
            Shown shown,
            Gate gate,
            LegalBases bases,
            Mandates mandates,
            MandatoryFunctions mandatoryFunctions,
            Ledger ledger,
            LedgerBook book,
            Clock clock) {
        this.agenda = agenda;
        this.roll = roll;
        this.invitees = invitees;
        this.takingPart = takingPart;
        this.urgency = urgency;
        this.access = access;
        this.entitlements = entitlements;
        this.shown = shown;
        this.gate = gate;
        this.bases = bases;
        this.mandates = mandates;
        this.mandatoryFunctions = mandatoryFunctions;
        this.ledger = ledger;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Opens the consultation.
     *
     * @throws Refusal conflict, with everything that is missing
     */
    @Transactional
    public void open(Actor actor, ConsultationId id) {
        Consultation consultation = agenda.hold(actor, id);
        access.toAct(actor, Act.OPEN_CONSULTATION, ObjectType.CONSULTATION, id.value());
        consultation.requirePlanned();
        List<Refusal.Reason> missing = missing(consultation);
        if (!missing.isEmpty()) {
            throw Refusal.conflict(missing);
        }
        consultation.open(clock.instant());
        ledger.append(access.entry(actor, Act.OPEN_CONSULTATION.action(), ObjectType.CONSULTATION, id.value())
                .under(BasisRefs.of(bases.findAll(consultation.bases())))
                .because("opened"));
    }

    /** Everything that stands in the way of opening at this moment; empty when it can open. */
    List<Refusal.Reason> missing(Consultation consultation) {
        List<AgendaItem> items = agenda.discussed(consultation.id());
        ToOpen asked = new ToOpen(
                consultation.number(),
                bases.findAll(consultation.bases()),
                consultation.isUrgent(),
                consultation.chair(),
                items.stream().map(this::judged).toList(),
                composition(items),
                clock.instant());
        return gate.open(asked) instanceof Verdict.Refused refused ? refused.reasons() : List.of();
    }

    private ToOpen.Item judged(AgendaItem item) {
        Set<MandateId> invited = invitees.notDeclined(List.of(item)).stream()
                .map(Invitees.Invitation::mandate)
                .collect(Collectors.toSet());
        List<Mandate> coming = mandates.findAll(invited).stream()
                .filter(mandate -> mandate.actsAt(clock.instant()))
                .toList();
        return new ToOpen.Item(item.n(), item.purpose(), item.conflict() != AgendaItem.Conflict.PENDING, coming);
    }

    /** The mandatory functions of the cell, and who is present at one of these items to fill them. */
    Composition composition(List<AgendaItem> items) {
        Set<MandateId> present = roll
                .attendance(items.stream().map(AgendaItem::id).toList())
                .stream()
                .filter(Roll.Attendance::isPresent)
                .map(Roll.Attendance::mandate)
                .collect(Collectors.toSet());
        return new Composition(
                mandatoryFunctions.on(LocalDate.ofInstant(clock.instant(), Belgium.TIME)), mandates.findAll(present));
    }

    /** What the gate judges a decision or a task at this item by, as it is at this moment. */
    ToDecide toDecide(Consultation consultation, AgendaItem item, List<Mandate> learning) {
        return new ToDecide(
                Integer.toString(item.n()),
                bases.findAll(consultation.bases()),
                item.purpose(),
                consultation.isOpen(),
                agenda.isUnderEmbargo(item),
                consultation.isUrgent(),
                composition(agenda.discussed(consultation.id())),
                learning,
                clock.instant());
    }

    /** Whether only tasks may be set at this moment: danger did not wait, and a mandatory function lacks. */
    boolean allowsOnlyTasks(Consultation consultation) {
        return consultation.isUrgent()
                && !composition(agenda.discussed(consultation.id()))
                        .missingAt(clock.instant())
                        .isEmpty();
    }

    /** Whether a basis of the consultation is valid at this moment for what the item is for: if not, nobody tells anything. */
    boolean hasBasisNow(Consultation consultation, AgendaItem item) {
        return gate.check(bases.findAll(consultation.bases()), item.purpose(), List.of(), clock.instant())
                instanceof Verdict.Allowed;
    }

    /**
     * Closes the consultation. Whoever was only invited, and heard nothing, sees its items no more; who took part in one keeps
     * that it was held and who was there, and who signed keeps that the consultation was.
     */
    @Transactional
    public void close(Actor actor, ConsultationId id) {
        Consultation consultation = agenda.hold(actor, id);
        access.toAct(actor, Act.CLOSE_CONSULTATION, ObjectType.CONSULTATION, id.value());
        consultation.requireOpen();
        consultation.close(clock.instant());
        urgency.voidWhatWasNotRatified(actor, consultation);
        List<AgendaItem> all = agenda.itemsOf(id);
        List<AgendaItem> discussed = agenda.discussed(all);
        shown.end(id, all, discussed);
        discussed.forEach(item -> keepWhoTookPart(id, item.id()));
        ledger.append(access.entry(actor, Act.CLOSE_CONSULTATION.action(), ObjectType.CONSULTATION, id.value())
                .because("closed"));
        book.checkpointAfterCommit();
    }

    private void keepWhoTookPart(ConsultationId id, UUID item) {
        entitlements.entitle(List.of(item), takingPart.in(item), Why.PRESENT);
        entitlements.entitle(
                List.of(id.value()),
                roll.attendance(List.of(item)).stream()
                        .filter(stay -> stay.statement().isPresent())
                        .map(Roll.Attendance::mandate)
                        .toList(),
                Why.PRESENT);
    }
}
