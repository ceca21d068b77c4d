package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.WhoSees;
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
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final TakingPart takingPart;
    private final Ballots ballots;
    private final MinutesRound round;
    private final Opening opening;
    private final CaseFiles cases;
    private final Subjects subjects;
    private final SealedTexts.Source texts;
    private final Access access;
    private final WhoSees whoSees;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Vault vault;
    private final EntityManager entities;
    private final TransactionTemplate transactions;

    ConsultationReading(
            Agenda agenda,
            Roll roll,
            TakingPart takingPart,
            Ballots ballots,
            MinutesRound round,
            Opening opening,
            CaseFiles cases,
            Subjects subjects,
            SealedTexts.Source texts,
            Access access,
            WhoSees whoSees,
            Entitlements entitlements,
            Mandates mandates,
            Vault vault,
            EntityManager entities,
            TransactionTemplate transactions) {
        this.agenda = agenda;
        this.roll = roll;
        this.takingPart = takingPart;
        this.ballots = ballots;
        this.round = round;
        this.opening = opening;
        this.cases = cases;
        this.subjects = subjects;
        this.texts = texts;
        this.access = access;
        this.whoSees = whoSees;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.vault = vault;
        this.entities = entities;
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
        return agenda.discussed(id).stream()
                .filter(item -> roll.attendance(List.of(item.id())).stream()
                        .anyMatch(stay -> stay.mandate().equals(reader.mandate())
                                && stay.statement().isPresent()))
                .map(item -> new Attended(item.n(), item.place(), item.purpose()))
                .toList();
    }

    /**
     * A short text that changes whenever something changes that this reader sees at an item: a live screen asks for it
     * again and again, and reads the item anew, under an entry of its own, only when it is another.
     *
     * @throws Refusal not found, when the reader does not see the item
     */
    public String revision(Actor reader, ConsultationId id, int n) {
        return Objects.requireNonNull(transactions.execute(tx -> {
            AgendaItem item = agenda.find(reader, id, n);
            return revision(reader, id, item)
                    .orElseThrow(() -> access.denied(reader, ObjectType.AGENDA_ITEM, item.id()));
        }));
    }

    /**
     * The same for a screen that follows by itself: empty, and recorded nowhere, when the reader does not see the item any
     * more; nobody asked anything then.
     */
    public Optional<Followed> follow(Actor reader, ConsultationId id, int n) {
        return Objects.requireNonNull(transactions.execute(tx -> agenda.itemsOf(id).stream()
                .filter(item -> item.n() == n)
                .findFirst()
                .flatMap(item -> revision(reader, id, item).map(now -> new Followed(item.id(), now)))));
    }

    /** An item and its revision: all that is told to a screen that follows. */
    public record Followed(UUID item, String revision) {}

    private Optional<String> revision(Actor reader, ConsultationId id, AgendaItem item) {
        if (!whoSees.sees(reader, item.id())) {
            return Optional.empty();
        }
        Optional<Consultation> consultation = agenda.find(id);
        return consultation.map(one -> one.state() + "." + roll.revision(item.id()) + "."
                + whoSees.countSeenUnder(reader, item.id()) + "." + ballots.revision(item.id()) + "."
                + (opening.hasBasisNow(one, item) ? "b" : "x")
                + (opening.allowsOnlyTasks(one) ? "t" : "")
                + (agenda.standingStill(List.of(item)).isEmpty() ? "" : "s"));
    }

    private ConsultationView view(LoadedConsultation loaded) {
        return new ConsultationOpened(loaded, vault, subjects).view();
    }

    private LoadedConsultation load(Actor reader, ConsultationId id, Action action) {
        return Objects.requireNonNull(transactions.execute(tx -> loadNow(reader, id, action)));
    }

    private LoadedConsultation loadNow(Actor reader, ConsultationId id, Action action) {
        List<AgendaItem> all = agenda.itemsOf(id);
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
        List<Roll.Invitation> invitations = roll.invitations(open);
        List<Roll.Attendance> attendance = roll.attendance(open);
        SealedTexts said = texts.saidAt(open, sight);
        Collection<MandateId> named = said.contributors();
        named.add(consultation.chair());
        invitations.forEach(one -> named.add(one.mandate()));
        attendance.forEach(one -> named.add(one.mandate()));
        return new LoadedConsultation(
                consultation,
                seen,
                consultation.state() == Consultation.State.CLOSED ? Set.of() : agenda.standingStill(seen),
                sight,
                sealed,
                facts(caseIds),
                said,
                entitlements.recipientsOf(sight.all(ObjectType.DISCLOSURE)),
                invitations,
                attendance,
                roll.abstentions(open),
                roll.votes(sight.all(ObjectType.DECISION)),
                consultation.state() == Consultation.State.OPEN ? ballots.openAt(open) : Set.of(),
                consultation.state() == Consultation.State.CLOSED ? takingPart.in(open) : Map.of(),
                round.answers(open),
                mandates.findAll(named).stream().collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner)),
                missing(reader, consultation),
                consultation.isOpen() && opening.allowsOnlyTasks(consultation));
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

    /**
     * The consultations that this reader sees, the latest first.
     *
     * @param after the cursor that the page before gave
     */
    public Page<ConsultationRow> list(Actor reader, Optional<String> after, int limit) {
        List<Consultation> found = transactions.execute(tx -> visible(reader, after, limit + 1));
        return Page.of(found, limit, Consultation::number)
                .map(one -> new ConsultationRow(
                        one.id(),
                        one.number(),
                        one.heldOn(),
                        one.startsAt(),
                        one.place(),
                        one.isUrgent(),
                        one.state().name()));
    }

    private List<Consultation> visible(Actor reader, Optional<String> after, int limit) {
        boolean all = WhoSees.seesAll(reader, ObjectType.CONSULTATION);
        String sql = "select c.* from consultation c where c.cell_id = :cell"
                + " and (cast(:after as text) is null or c.number < :after)"
                + (all ? "" : " and c.id in (" + Access.ENTITLED_OBJECTS + ")")
                + " order by c.number desc limit :limit";
        var query = entities.createNativeQuery(sql, Consultation.class)
                .setParameter("cell", reader.cell().value())
                .setParameter("after", after.orElse(null))
                .setParameter("limit", limit);
        if (!all) {
            query.setParameter("mandate", reader.mandate().value())
                    .setParameter("capacity", reader.capacity().name());
        }
        return cast(query.getResultList());
    }

    @SuppressWarnings("unchecked") // the query names its entity
    private static List<Consultation> cast(List<?> found) {
        return new ArrayList<>((List<Consultation>) found);
    }
}
