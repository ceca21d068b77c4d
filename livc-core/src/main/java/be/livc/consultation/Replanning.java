package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.Covering;
import be.livc.law.Gate;
import be.livc.law.LegalBasis;
import be.livc.law.Verdict;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what was planned: another day, place, chair or legal basis, a case less on the agenda, or no consultation at all.
 * Only before it opens; afterwards people were told something under what was planned.
 */
@Component
public class Replanning {

    private final Agenda agenda;
    private final Roll roll;
    private final Invitees invitees;
    private final Consultations consultations;
    private final Convocations letters;
    private final Shown shown;
    private final Access access;
    private final Entitlements entitlements;
    private final Gate gate;
    private final Mandates mandates;
    private final Ledger ledger;
    private final Clock clock;

    Replanning(
            Agenda agenda,
            Roll roll,
            Invitees invitees,
            Consultations consultations,
            Convocations letters,
            Shown shown,
            Access access,
            Entitlements entitlements,
            Gate gate,
            Mandates mandates,
            Ledger ledger,
            Clock clock) {
        this.agenda = agenda;
        this.roll = roll;
        this.invitees = invitees;
        this.consultations = consultations;
        this.letters = letters;
        this.shown = shown;
        this.access = access;
        this.entitlements = entitlements;
        this.gate = gate;
        this.mandates = mandates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Plans a consultation anew. On another day, at another hour or on other bases everyone invited must be covered then, as if
     * they were invited now; whoever acts no more is not invited any more. On another day or at another hour everyone is asked
     * anew whether they come, whoever had come already is not there, and who had a letter gets another.
     *
     * @throws Refusal {@code not-planned} once it has begun, was held or called off; what {@link Consultations#plan} refuses; or
     *     everyone whom the law does not cover then
     */
    @Transactional
    public void change(Actor actor, ConsultationId id, PlanConsultation asked) {
        Consultation consultation = agenda.hold(actor, id);
        access.toAct(actor, Act.REPLAN_CONSULTATION, ObjectType.CONSULTATION, id.value());
        consultation.requirePlanned();
        List<LegalBasis> under = consultations.validBases(actor, asked);
        boolean moves = consultation.isElsewhen(asked.date(), asked.startsAt());
        boolean covers = moves || !consultation.bases().equals(asked.bases());
        MandateId chairedBefore = consultation.chair();
        consultation.planAnew(asked);
        List<AgendaItem> items = agenda.itemsOf(id);
        if (covers) {
            inviteAnew(actor, consultation, items, under);
        }
        entitlements.entitle(id.value(), asked.chair(), Why.INVITED);
        leaveUnlessExpected(consultation, items, Set.of(chairedBefore));
        if (moves) {
            List<UUID> ids = items.stream().map(AgendaItem::id).toList();
            invitees.askAnew(ids);
            roll.leave(ids, clock.instant());
            letters.move(consultation);
        }
        ledger.append(access.entry(actor, Act.REPLAN_CONSULTATION.action(), ObjectType.CONSULTATION, id.value())
                .under(BasisRefs.of(under))
                .because(moves ? "moved" : "planned-anew"));
    }

    private void inviteAnew(Actor actor, Consultation consultation, List<AgendaItem> items, List<LegalBasis> under) {
        Map<AgendaItem, Verdict> verdicts = new LinkedHashMap<>();
        items.forEach(item -> verdicts.put(item, verdict(consultation, item, under)));
        List<Refusal.Reason> reasons = verdicts.values().stream()
                .flatMap(verdict -> verdict instanceof Verdict.Refused no ? no.reasons().stream() : Stream.empty())
                .distinct()
                .toList();
        if (!reasons.isEmpty()) {
            throw Refusal.conflict(reasons);
        }
        entitlements.end(consultation.id().value(), Why.INVITED);
        verdicts.forEach((item, verdict) -> invite(actor, consultation, item, Gate.allowed(verdict)));
    }

    private Verdict verdict(Consultation consultation, AgendaItem item, List<LegalBasis> under) {
        Instant at = Consultations.momentOf(consultation);
        Map<MandateId, String> answers = invitees.standing(List.of(item)).stream()
                .collect(Collectors.toMap(Invitees.Invitation::mandate, Invitees.Invitation::answer));
        // Whoever does not come may come another time, and is no reason not to hold it.
        List<Mandate> invited = mandates.findAll(answers.keySet()).stream()
                .filter(one -> one.actsAt(clock.instant()))
                .filter(one -> !"DECLINED".equals(answers.get(one.id()))
                        || gate.check(under, item.purpose(), List.of(one), at) instanceof Verdict.Allowed)
                .toList();
        return gate.check(under, item.purpose(), invited, at);
    }

    private void invite(Actor actor, Consultation consultation, AgendaItem item, Covering covering) {
        List<UUID> seen = shown.by(item);
        entitlements.end(seen, Why.INVITED);
        entitlements.entitle(
                Stream.concat(Stream.of(consultation.id().value()), seen.stream())
                        .toList(),
                covering.people(),
                Why.INVITED,
                covering);
        ledger.append(access.entry(actor, Action.INVITE, ObjectType.AGENDA_ITEM, item.id())
                .inCase(item.caseId().value())
                .to(covering.people().stream().map(MandateId::value).toList())
                .under(BasisRefs.of(covering.bases()))
                .because("planned-anew"));
    }

    /**
     * Takes a case off the agenda. Whoever was invited to it sees neither it nor who it is about any more, and whoever was
     * invited to nothing else sees the consultation no more.
     *
     * @return the case
     * @throws Refusal {@code not-planned}; {@code under-embargo}, when it waits for the review of an embargo, which happens at
     *     this item
     */
    @Transactional
    public CaseId takeOff(Actor actor, ConsultationId id, int n) {
        Consultation consultation = agenda.hold(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        access.toAct(actor, Act.REPLAN_CONSULTATION, ObjectType.CONSULTATION, id.value());
        consultation.requirePlanned();
        if (item.isUnderEmbargo()) {
            throw Refusal.conflict("under-embargo");
        }
        takeOff(actor, item);
        List<UUID> seen = shown.by(item);
        entitlements.end(seen, Why.INVITED);
        entitlements.end(seen, Why.CONFLICT_CHECK);
        List<AgendaItem> rest =
                agenda.itemsOf(id).stream().filter(other -> other != item).toList();
        AgendaOrder.number(rest);
        letters.withdraw(consultation, leaveUnlessExpected(consultation, rest, invitedTo(List.of(item))));
        return item.caseId();
    }

    private void takeOff(Actor actor, AgendaItem item) {
        item.withdraw(clock.instant());
        ledger.append(access.entry(actor, Act.REPLAN_CONSULTATION.action(), ObjectType.AGENDA_ITEM, item.id())
                .inCase(item.caseId().value())
                .because("off-agenda"));
    }

    /** Ends that these people see a consultation that they are invited to nothing of any more; tells who they are. */
    private Set<MandateId> leaveUnlessExpected(
            Consultation consultation, List<AgendaItem> items, Set<MandateId> people) {
        Set<MandateId> leaving = new LinkedHashSet<>(people);
        leaving.removeAll(invitedTo(items));
        leaving.remove(consultation.chair());
        leaving.forEach(who -> entitlements.end(consultation.id().value(), who, Why.INVITED));
        return leaving;
    }

    private Set<MandateId> invitedTo(List<AgendaItem> items) {
        return invitees.standing(items).stream()
                .map(Invitees.Invitation::mandate)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Calls a consultation off: nobody is invited any more, and whoever had a letter gets another. What waits for the review
     * of an embargo goes on waiting for it.
     *
     * @return the cases that are on no agenda any more
     * @throws Refusal {@code not-planned}
     */
    @Transactional
    public List<CaseId> callOff(Actor actor, ConsultationId id) {
        Consultation consultation = agenda.hold(actor, id);
        access.toAct(actor, Act.REPLAN_CONSULTATION, ObjectType.CONSULTATION, id.value());
        consultation.requirePlanned();
        List<AgendaItem> items = agenda.itemsOf(id);
        letters.withdraw(consultation, invitedTo(items));
        List<AgendaItem> off =
                items.stream().filter(item -> !item.isUnderEmbargo()).toList();
        off.forEach(item -> takeOff(actor, item));
        shown.end(id, items, off);
        consultation.callOff(clock.instant());
        ledger.append(access.entry(actor, Act.REPLAN_CONSULTATION.action(), ObjectType.CONSULTATION, id.value())
                .because("called-off"));
        return off.stream().map(AgendaItem::caseId).toList();
    }
}
