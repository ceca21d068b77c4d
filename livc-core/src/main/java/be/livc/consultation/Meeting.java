package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
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
import be.livc.law.LegalBasisId;
import be.livc.law.ToDisclose;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.ledger.Receipt;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said in the room: who tells what to whom, who does not share, what is decided. Who is there is {@link RollCall}'s. */
@Component
public class Meeting {

    private final Agenda agenda;
    private final Roll roll;
    private final Votes votes;
    private final Opening opening;
    private final Audience audience;
    private final CaseItems items;
    private final Subjects subjects;
    private final Access access;
    private final Entitlements entitlements;
    private final Gate gate;
    private final Mandates mandates;
    private final Ledger ledger;
    private final Clock clock;

    Meeting(
            Agenda agenda,
            Roll roll,
            Votes votes,
            Opening opening,
            Audience audience,
            CaseItems items,
            Subjects subjects,
            Access access,
            Entitlements entitlements,
            Gate gate,
            Mandates mandates,
            Ledger ledger,
            Clock clock) {
        this.agenda = agenda;
        this.roll = roll;
        this.votes = votes;
        this.opening = opening;
        this.audience = audience;
        this.items = items;
        this.subjects = subjects;
        this.access = access;
        this.entitlements = entitlements;
        this.gate = gate;
        this.mandates = mandates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Somebody's word at an item.
     *
     * @param by who tells or shows it
     * @param recipients the people present whom it is for; empty for everybody who is present and signed
     * @param secret whether it holds a professional secret
     */
    public record Word(MandateId by, Optional<List<MandateId>> recipients, boolean secret) {}

    /**
     * Where somebody stands who is about to show something at an item.
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
     * Records what somebody tells the people present. Who hears it are those present and signed, or those of them who are
     * named; a person whose mandate ended or is suspended is not one of them.
     *
     * @throws Refusal with every reason that the {@link Gate} finds; nothing is recorded then
     */
    @Transactional
    public Disclosed disclose(Actor actor, ConsultationId id, int n, Disclose asked) {
        Speaking speaking = speaking(actor, id, n, asked.by());
        Refusal.requireText("text", asked.text());
        AgendaItem item = speaking.item();
        return told(
                actor,
                speaking,
                new Word(asked.by(), asked.recipients(), asked.secret()),
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
     * @throws Refusal as {@link #disclose} does
     */
    @Transactional
    public Floor floor(Actor actor, ConsultationId id, int n, Word word) {
        Speaking speaking = speaking(actor, id, n, word.by());
        Gate.allowed(gate.disclose(audience.question(speaking.consultation(), speaking.item(), word)));
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
    public Disclosed tell(Actor actor, ConsultationId id, int n, Word word, ObjectType type, Telling telling) {
        return told(actor, speaking(actor, id, n, word.by()), word, type, telling);
    }

    private Speaking speaking(Actor actor, ConsultationId id, int n, MandateId by) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        Grant grant = access.toAct(actor, Act.SPEAK, ObjectType.AGENDA_ITEM, item.id());
        requireSpeaker(actor, consultation, by);
        return new Speaking(consultation, item, grant);
    }

    private Disclosed told(Actor actor, Speaking speaking, Word word, ObjectType type, Telling telling) {
        AgendaItem item = speaking.item();
        ToDisclose question = audience.question(speaking.consultation(), item, word);
        Covering covering = Gate.allowed(gate.disclose(question));
        List<MandateId> recipients =
                question.recipients().stream().map(Mandate::id).toList();
        CaseItems.Kept kept = telling.keep(item.id(), speaking.grant());
        entitlements.entitle(List.of(kept.id().value()), recipients, Why.RECIPIENT, covering);
        entitlements.entitle(whole(item), covering.people(), Why.PRESENT, covering);
        Receipt receipt = ledger.append(
                access.entry(actor, Action.DISCLOSE, type, kept.id().value())
                        .inCase(item.caseId().value())
                        .to(recipients.stream().map(MandateId::value).toList())
                        .under(BasisRefs.of(covering.bases()))
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

    /** What whoever told, heard or decided something at an item may open from then on: the case, to see just that in it. */
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
     * @throws Refusal when the text is empty, somebody votes who is not present, or with every reason that the {@link Gate}
     *     finds
     */
    @Transactional
    public ItemId decide(Actor actor, ConsultationId id, int n, Decide asked) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        Grant grant = access.toAct(actor, Act.DECIDE, ObjectType.AGENDA_ITEM, item.id());
        Refusal.requireText("text", asked.text());
        List<Mandate> deciding = audience.of(item);
        Covering covering = Gate.allowed(gate.decide(opening.toDecide(consultation, item, deciding)));
        List<MandateId> present = deciding.stream().map(Mandate::id).toList();
        if (!present.containsAll(asked.votes().keySet())) {
            throw Refusal.invalid("votes", "voter-not-present");
        }
        CaseItems.Kept kept = items.add(
                AddItem.of(item.caseId(), ObjectType.DECISION, actor.mandate(), asked.text(), item.purpose())
                        .saidAt(item.id()),
                grant);
        asked.votes().forEach((who, vote) -> votes.cast(kept.id().value(), who, vote));
        UUID decision = kept.id().value();
        entitlements.entitle(List.of(decision), present, Why.PRESENT, covering);
        entitlements.entitle(whole(item), present, Why.PRESENT, covering);
        ledger.append(access.entry(actor, Act.DECIDE.action(), ObjectType.DECISION, decision)
                .inCase(item.caseId().value())
                .to(present.stream().map(MandateId::value).toList())
                .under(BasisRefs.of(covering.bases()))
                .binding(kept.commitment()));
        asked.votes()
                .keySet()
                .forEach(who -> ledger.append(access.entry(actor, Action.VOTE, ObjectType.DECISION, decision)
                        .inCase(item.caseId().value())
                        .to(List.of(who.value()))));
        return kept.id();
    }
}
