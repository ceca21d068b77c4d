package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.Numbers;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CodeLists;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.Covering;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.ledger.Ledger;
import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Convenes consultations: date, agenda, invitations. Holding them is {@link Meeting}'s, checking them {@link ConflictChecks}'. */
@Component
public class Consultations {

    private static final List<Capacity> CONFLICT_CHECKERS =
            List.of(Capacity.INFORMATION_OFFICER, Capacity.POLICE, Capacity.PROSECUTOR);

    private final Agenda agenda;
    private final Invitees invitees;
    private final Subjects subjects;
    private final Numbers numbers;
    private final Access access;
    private final Entitlements entitlements;
    private final Gate gate;
    private final LegalBases bases;
    private final Mandates mandates;
    private final CodeLists codeLists;
    private final Ledger ledger;
    private final Vault vault;
    private final Clock clock;

    Consultations(
            Agenda agenda,
            Invitees invitees,
            Subjects subjects,
            Numbers numbers,
            Access access,
            Entitlements entitlements,
            Gate gate,
            LegalBases bases,
            Mandates mandates,
            CodeLists codeLists,
            Ledger ledger,
            Vault vault,
            Clock clock) {
        this.agenda = agenda;
        this.invitees = invitees;
        this.subjects = subjects;
        this.numbers = numbers;
        this.access = access;
        this.entitlements = entitlements;
        this.gate = gate;
        this.bases = bases;
        this.mandates = mandates;
        this.codeLists = codeLists;
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Plans a consultation.
     *
     * @return its id
     * @throws Refusal when place, basis or chair are missing or unknown, or no basis is valid on that date
     */
    @Transactional
    public ConsultationId plan(Actor actor, PlanConsultation asked) {
        access.toAct(actor, Act.PLAN_CONSULTATION, "consultation");
        List<LegalBasis> valid = validBases(actor, asked);
        ConsultationId id = new ConsultationId(Ids.next());
        agenda.add(new Consultation(id, numbers.next("O"), asked));
        entitlements.protect(
                ObjectType.CONSULTATION, id.value(), Optional.empty(), Optional.empty(), Optional.of(actor.mandate()));
        entitlements.entitle(id.value(), asked.chair(), Why.INVITED);
        ledger.append(access.entry(actor, Act.PLAN_CONSULTATION.action(), ObjectType.CONSULTATION, id.value())
                .under(BasisRefs.of(valid)));
        return id;
    }

    /** The bases of a plan; refuses what no consultation can be planned with, naming the field. */
    List<LegalBasis> validBases(Actor actor, PlanConsultation asked) {
        ShortText.LINE.require("place", asked.place());
        if (asked.bases().isEmpty()) {
            throw Refusal.invalid("legalBasis", "required");
        }
        List<LegalBasis> found = bases.findAll(asked.bases());
        if (found.size() != asked.bases().size()) {
            throw Refusal.invalid("legalBasis", "unknown-basis");
        }
        if (!found.stream().allMatch(basis -> basis.countsIn(actor.cellKind()))) {
            throw Refusal.invalid("legalBasis", "not-a-permission");
        }
        Mandate chair = mandates.find(asked.chair()).orElseThrow(() -> Refusal.invalid("chair", "unknown-mandate"));
        if (!chair.capacity().takesPart()) {
            throw Refusal.invalid("chair", "does-not-take-part");
        }
        Gate.allowed(gate.convene(found, asked.date()));
        return found;
    }

    /**
     * Puts a case on the agenda and invites people to it; each learns who it is about.
     *
     * @return what the item is called by from now on, from 1
     * @throws Refusal when the purpose or an invitee is unknown, or no basis of the consultation covers the purpose and
     *     every invitee on its date
     */
    @Transactional
    public int putOnAgenda(Actor actor, ConsultationId id, PutOnAgenda asked) {
        Consultation consultation = agenda.hold(actor, id);
        access.toAct(actor, Act.PUT_ON_AGENDA, ObjectType.CONSULTATION, id.value());
        Grant grant = access.toAct(
                actor, Act.PUT_ON_AGENDA, ObjectType.CASE, asked.caseId().value());
        consultation.requirePlanned();
        if (!codeLists.has("purposes", asked.purpose())) {
            throw Refusal.invalid("purpose", "unknown-code");
        }
        List<Mandate> people = known(asked.invitees());
        Covering covering =
                gate.require(bases.findAll(consultation.bases()), asked.purpose(), people, momentOf(consultation));
        int n = agenda.nextNumber(id);
        UUID item = keepItem(id, n, asked, grant);
        invitees.invite(item, covering.people(), clock.instant());
        List<UUID> shown = List.of(id.value(), item, subjectOf(asked.caseId()));
        entitlements.entitle(shown, covering.people(), Why.INVITED, covering);
        entitlements.entitleCapacities(shown, CONFLICT_CHECKERS, Why.CONFLICT_CHECK);
        ledger.append(access.entry(actor, Act.PUT_ON_AGENDA.action(), ObjectType.AGENDA_ITEM, item)
                .inCase(asked.caseId().value())
                .to(covering.people().stream().map(MandateId::value).toList())
                .under(BasisRefs.of(covering.bases())));
        return n;
    }

    private List<Mandate> known(List<MandateId> ids) {
        Map<MandateId, Mandate> byId =
                mandates.findAll(ids).stream().collect(Collectors.toMap(Mandate::id, Function.identity()));
        List<Mandate> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String field = "invitees[" + i + "]";
            found.add(Optional.ofNullable(byId.get(ids.get(i)))
                    .orElseThrow(() -> Refusal.invalid(field, "unknown-mandate")));
        }
        return found;
    }

    private UUID keepItem(ConsultationId id, int n, PutOnAgenda asked, Grant grant) {
        UUID item = Ids.next();
        agenda.add(new AgendaItem(
                item,
                id,
                n,
                agenda.itemsOf(id).size() + 1,
                asked,
                asked.purposeText()
                        .filter(text -> !text.isBlank())
                        .map(text -> vault.seal(
                                text,
                                AgendaItem.place(CurrentCell.require(), asked.caseId(), item, "purpose_text"),
                                grant))
                        .orElse(null)));
        entitlements.protect(
                ObjectType.AGENDA_ITEM,
                item,
                Optional.of(asked.caseId().value()),
                Optional.of(id.value()),
                Optional.empty());
        return item;
    }

    private void invite(Consultation consultation, UUID item, CaseId caseId, MandateId mandate, LegalBasis basis) {
        invitees.invite(item, List.of(mandate), clock.instant());
        entitlements.entitle(List.of(consultation.id().value(), item, subjectOf(caseId)), mandate, Why.INVITED, basis);
    }

    /** Invites somebody who turns up without an invitation, when the law allows it at this moment. */
    void inviteOnTheSpot(Consultation consultation, AgendaItem item, Mandate mandate) {
        inviteLater(consultation, item, mandate, clock.instant());
    }

    /**
     * Invites somebody after the others, when the law allows it at the moment of the meeting: their mandate must run then, and
     * a basis cover them.
     */
    void inviteToComing(Consultation consultation, AgendaItem item, Mandate mandate) {
        inviteLater(consultation, item, mandate, momentOf(consultation));
    }

    private void inviteLater(Consultation consultation, AgendaItem item, Mandate mandate, Instant at) {
        Covering covering = gate.require(bases.findAll(consultation.bases()), item.purpose(), List.of(mandate), at);
        covering.forEach((id, basis) -> invite(consultation, item.id(), item.caseId(), id, basis));
    }

    private UUID subjectOf(CaseId id) {
        return subjects.idOf(id).orElseThrow(Refusal::notFound);
    }

    /** Answers an invitation for oneself. "Neemt niet deel" is a normal answer, and no reason is asked. */
    @Transactional
    public void answer(Actor actor, ConsultationId id, int n, boolean comes) {
        AgendaItem item = agenda.find(actor, id, n);
        access.toAct(actor, Act.ANSWER_INVITATION, ObjectType.AGENDA_ITEM, item.id());
        if (!invitees.answer(item.id(), actor.mandate(), comes, clock.instant())) {
            throw Refusal.conflict("not-invited");
        }
        ledger.append(access.entry(actor, Act.ANSWER_INVITATION.action(), ObjectType.AGENDA_ITEM, item.id())
                .inCase(item.caseId().value())
                .because(comes ? "ACCEPTED" : "DECLINED"));
    }

    /** The cases on the agenda that are discussed: those under an embargo, frozen, or on their way to another cell, are not. */
    @Transactional(readOnly = true)
    public List<CaseId> casesOf(ConsultationId id) {
        return agenda.discussed(id).stream().map(AgendaItem::caseId).toList();
    }

    /** Every case on the agenda, whatever keeps it from being discussed. Reads no more of it: who holds them later reads it anew. */
    @Transactional(readOnly = true)
    public List<CaseId> onAgenda(ConsultationId id) {
        return agenda.casesOn(id);
    }

    /** Whether a consultation that has not opened yet has this case on its agenda. */
    @Transactional(readOnly = true)
    public boolean isToDiscuss(CaseId id) {
        return agenda.lastOf(id).filter(agenda::isToCome).isPresent();
    }

    /** The cases on the agenda that an embargo, a freeze, or their going to another cell, keeps from being discussed. */
    @Transactional(readOnly = true)
    public List<CaseId> suspendedCasesOf(ConsultationId id) {
        List<CaseId> discussed = casesOf(id);
        return agenda.itemsOf(id).stream()
                .map(AgendaItem::caseId)
                .filter(caseId -> !discussed.contains(caseId))
                .toList();
    }

    /**
     * The consultation at which a case is or was last discussed: an id only, the consultation itself decides who sees
     * what of it.
     */
    @Transactional(readOnly = true)
    public Optional<ConsultationId> lastOf(CaseId id) {
        return agenda.lastOf(id).map(AgendaItem::consultation);
    }

    /** What people call a consultation; a refusal that it is not found when it is not there. */
    @Transactional(readOnly = true)
    public String numberOf(ConsultationId id) {
        return agenda.find(id).map(Consultation::number).orElseThrow(Refusal::notFound);
    }

    /** The moment at which a planned consultation is judged: its hour, or noon, in Brussels. */
    static Instant momentOf(Consultation consultation) {
        return consultation
                .heldOn()
                .atTime(consultation.startsAt().orElse(LocalTime.NOON))
                .atZone(Belgium.TIME)
                .toInstant();
    }
}
