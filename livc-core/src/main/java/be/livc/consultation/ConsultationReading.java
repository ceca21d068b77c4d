package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.SealedSubject;
import be.livc.casefile.SealedTexts;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows a consultation to each reader as it is for them: recorded in one transaction, opened after its commit. */
@Component
public class ConsultationReading {

    private final Agenda agenda;
    private final Roll roll;
    private final Participation.Source participations;
    private final Opening opening;
    private final CaseFiles cases;
    private final Subjects subjects;
    private final SealedTexts.Source texts;
    private final Access access;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Vault vault;
    private final TransactionTemplate transactions;

    ConsultationReading(
            Agenda agenda,
            Roll roll,
            Participation.Source participations,
            Opening opening,
            CaseFiles cases,
            Subjects subjects,
            SealedTexts.Source texts,
            Access access,
            Entitlements entitlements,
            Mandates mandates,
            Vault vault,
            TransactionTemplate transactions) {
        this.agenda = agenda;
        this.roll = roll;
        this.participations = participations;
        this.opening = opening;
        this.cases = cases;
        this.subjects = subjects;
        this.texts = texts;
        this.access = access;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.vault = vault;
        this.transactions = transactions;
    }

    /**
     * A consultation as this reader sees it.
     *
     * @throws Refusal not found, when the reader sees nothing of it
     */
    public ConsultationView open(Actor reader, ConsultationId id) {
        return view(load(reader, id, Action.READ));
    }

    /** The same, to be printed: that it leaves the program on paper or as a file stands in the ledger. */
    public ConsultationView print(Actor reader, ConsultationId id) {
        return view(load(reader, id, Action.PRINT));
    }

    /** An item at which somebody was; {@code place} is when it was discussed, from 1. */
    public record Attended(int n, int place, String purpose) {}

    /**
     * The items of a consultation at which the reader was and signed, in the order of the agenda: that they were there is theirs
     * to know, whatever was or was not said. None that an embargo hides.
     */
    @Transactional(readOnly = true)
    public List<Attended> attended(Actor reader, ConsultationId id) {
        return readable(agenda.discussed(id)).stream()
                .filter(item -> roll.attendance(List.of(item.id())).stream()
                        .anyMatch(stay -> stay.mandate().equals(reader.mandate())
                                && stay.statement().isPresent()))
                .map(item -> new Attended(item.n(), item.place(), item.purpose()))
                .toList();
    }

    private ConsultationView view(LoadedConsultation loaded) {
        return new ConsultationOpened(loaded, vault, subjects).view();
    }

    private LoadedConsultation load(Actor reader, ConsultationId id, Action action) {
        return Objects.requireNonNull(transactions.execute(tx -> loadNow(reader, id, action)));
    }

    private LoadedConsultation loadNow(Actor reader, ConsultationId id, Action action) {
        List<AgendaItem> all = readable(agenda.itemsOf(id));
        List<CaseId> caseIds = all.stream().map(AgendaItem::caseId).toList();
        Map<CaseId, SealedSubject> sealed = subjects.sealedOf(caseIds);
        Sight sight = access.toReadConsultation(
                reader,
                id.value(),
                sealed.values().stream().map(SealedSubject::id).toList(),
                action);
        Consultation consultation = agenda.find(reader, id);
        List<AgendaItem> seen = all.stream()
                .filter(item -> sight.sees(item.id()) || sight.isSuspended(item.id()))
                .toList();
        List<UUID> open = seen.stream().map(AgendaItem::id).filter(sight::sees).toList();
        Participation participation = participations.in(consultation, open, sight.all(ObjectType.DECISION));
        SealedTexts said = texts.saidAt(open, sight);
        Collection<MandateId> named = said.contributors();
        named.add(consultation.chair());
        named.addAll(participation.people());
        return new LoadedConsultation(
                consultation,
                seen,
                consultation.state() == Consultation.State.CLOSED ? Set.of() : agenda.standingStill(seen),
                sight,
                sealed,
                facts(caseIds),
                said,
                entitlements.recipientsOf(sight.all(ObjectType.DISCLOSURE)),
                participation,
                mandates.findAll(named).stream().collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner)),
                missing(reader, consultation),
                consultation.isOpen() && opening.allowsOnlyTasks(consultation));
    }

    /** Of a case that was erased, or went to another cell, nothing is left to show; the rest of its consultations is. */
    private List<AgendaItem> readable(List<AgendaItem> items) {
        Set<UUID> gone = vault.destroyedAmong(
                items.stream().map(item -> item.caseId().value()).toList());
        return items.stream()
                .filter(item -> !gone.contains(item.caseId().value()))
                .toList();
    }

    /** What stands in the way of opening, for who may open: it names items and people that others do not see. */
    private List<Refusal.Reason> missing(Actor reader, Consultation consultation) {
        return consultation.state() == Consultation.State.PLANNED && Act.OPEN_CONSULTATION.isFor(reader.capacity())
                ? opening.missing(consultation)
                : List.of();
    }

    private Map<CaseId, CaseFacts> facts(List<CaseId> ids) {
        Map<CaseId, CaseFacts> facts = new HashMap<>();
        ids.forEach(id -> cases.facts(id).ifPresent(found -> facts.put(id, found)));
        return facts;
    }
}
