package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.casefile.SealedSubject;
import be.livc.casefile.SealedTexts;
import be.livc.casefile.Subject;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows a consultation to each reader as it is for them: recorded in one transaction, opened after its commit. */
@Component
public class ConsultationReading {

    private record Loaded(
            Consultation consultation,
            List<AgendaItem> items,
            Sight sight,
            Map<CaseId, SealedSubject> subjects,
            Map<CaseId, CaseFacts> cases,
            SealedTexts texts,
            Map<UUID, List<MandateId>> recipients,
            List<Roll.Invitation> invitations,
            List<Roll.Attendance> attendance,
            List<Roll.Invitation> abstentions,
            List<Roll.Cast> votes,
            Set<UUID> ballots,
            Map<UUID, Map<MandateId, String>> answers,
            Map<MandateId, String> names,
            List<Refusal.Reason> missing,
            boolean onlyTasks) {

        String name(MandateId id) {
            return names.getOrDefault(id, "");
        }
    }

    private final Agenda agenda;
    private final Roll roll;
    private final Ballots ballots;
    private final MinutesRound round;
    private final Opening opening;
    private final CaseFiles cases;
    private final Subjects subjects;
    private final SealedTexts.Source texts;
    private final Access access;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Vault vault;
    private final EntityManager entities;
    private final TransactionTemplate transactions;

    ConsultationReading(
            Agenda agenda,
            Roll roll,
            Ballots ballots,
            MinutesRound round,
            Opening opening,
            CaseFiles cases,
            Subjects subjects,
            SealedTexts.Source texts,
            Access access,
            Entitlements entitlements,
            Mandates mandates,
            Vault vault,
            EntityManager entities,
            TransactionTemplate transactions) {
        this.agenda = agenda;
        this.roll = roll;
        this.ballots = ballots;
        this.round = round;
        this.opening = opening;
        this.cases = cases;
        this.subjects = subjects;
        this.texts = texts;
        this.access = access;
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
        return opened(transactions.execute(tx -> load(reader, id, Action.READ)));
    }

    /** The same, to be printed: that it leaves the program on paper or as a file stands in the ledger. */
    public ConsultationView print(Actor reader, ConsultationId id) {
        return opened(transactions.execute(tx -> load(reader, id, Action.PRINT)));
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
        if (!access.sees(reader, item.id())) {
            return Optional.empty();
        }
        Optional<Consultation> consultation = agenda.find(id);
        return consultation.map(one -> one.state() + "." + roll.revision(item.id()) + "."
                + access.countSeenUnder(reader, item.id()) + "." + ballots.countVotesAt(item.id()) + "."
                + (opening.hasBasisNow(one, item) ? "b" : "x")
                + (opening.allowsOnlyTasks(one) ? "t" : ""));
    }

    private Loaded load(Actor reader, ConsultationId id, Action action) {
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
        return new Loaded(
                consultation,
                seen,
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

    private ConsultationView opened(Loaded loaded) {
        Consultation consultation = loaded.consultation();
        Map<CaseId, Subject> people = subjects.open(loaded.subjects(), loaded.sight());
        List<SealedTexts.Text> said = loaded.texts().open(vault, loaded.sight());
        return new ConsultationView(
                consultation.id(),
                consultation.number(),
                consultation.heldOn(),
                consultation.startsAt(),
                consultation.place(),
                consultation.bases(),
                consultation.chair(),
                loaded.name(consultation.chair()),
                consultation.isUrgent(),
                loaded.onlyTasks(),
                consultation.state().name(),
                consultation.openedAt(),
                consultation.closedAt(),
                loaded.items().stream()
                        .map(item ->
                                loaded.sight().sees(item.id()) ? item(loaded, item, people, said) : suspended(item))
                        .toList(),
                loaded.missing(),
                loaded.sight().why(consultation.id().value()));
    }

    private static ConsultationView.Item suspended(AgendaItem item) {
        return new ConsultationView.Item(
                item.n(),
                item.place(),
                item.id(),
                Optional.empty(),
                Optional.empty(),
                item.purpose(),
                Optional.empty(),
                Optional.empty(),
                item.conflict().name(),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private ConsultationView.Item item(
            Loaded loaded, AgendaItem item, Map<CaseId, Subject> people, List<SealedTexts.Text> said) {
        Sight sight = loaded.sight();
        return new ConsultationView.Item(
                item.n(),
                item.place(),
                item.id(),
                Optional.of(item.caseId()),
                Optional.ofNullable(loaded.cases().get(item.caseId())).map(CaseFacts::number),
                item.purpose(),
                item.purposeText().map(value -> vault.open(value, sight.grant())),
                Optional.ofNullable(people.get(item.caseId())),
                item.conflict().name(),
                item.reviewDate(),
                false,
                loaded.invitations().stream()
                        .filter(one -> one.item().equals(item.id()))
                        .map(one ->
                                new ConsultationView.Invited(one.mandate(), loaded.name(one.mandate()), one.answer()))
                        .toList(),
                attendance(loaded, item),
                disclosures(loaded, item, said),
                decisions(loaded, item, said),
                loaded.abstentions().stream()
                        .filter(one -> one.item().equals(item.id()))
                        .map(Roll.Invitation::mandate)
                        .toList(),
                corrections(loaded, item, said),
                approvals(loaded, item),
                sight.why(item.id()));
    }

    private static List<ConsultationView.Attending> attendance(Loaded loaded, AgendaItem item) {
        Map<MandateId, List<Roll.Attendance>> stays = loaded.attendance().stream()
                .filter(one -> one.item().equals(item.id()))
                .collect(Collectors.groupingBy(Roll.Attendance::mandate, LinkedHashMap::new, Collectors.toList()));
        return stays.entrySet().stream()
                .map(one -> new ConsultationView.Attending(
                        one.getKey(),
                        loaded.name(one.getKey()),
                        one.getValue().stream()
                                .map(stay -> new ConsultationView.Stay(stay.arrived(), stay.left()))
                                .toList(),
                        one.getValue().stream()
                                .flatMap(stay -> stay.statement().stream())
                                .findFirst()))
                .toList();
    }

    private static List<ConsultationView.Said> disclosures(
            Loaded loaded, AgendaItem item, List<SealedTexts.Text> said) {
        return at(item, said, ObjectType.DISCLOSURE).stream()
                .map(text -> new ConsultationView.Said(
                        text.id(),
                        text.by(),
                        loaded.name(text.by()),
                        text.at(),
                        text.text(),
                        text.secret(),
                        loaded.recipients().getOrDefault(text.id().value(), List.of()),
                        loaded.sight().why(text.id().value())))
                .toList();
    }

    private static List<ConsultationView.Decided> decisions(
            Loaded loaded, AgendaItem item, List<SealedTexts.Text> said) {
        return at(item, said, ObjectType.DECISION).stream()
                .map(text -> new ConsultationView.Decided(
                        text.id(),
                        text.at(),
                        text.text(),
                        loaded.votes().stream()
                                .filter(cast -> cast.decision().equals(text.id().value()))
                                .collect(Collectors.toMap(Roll.Cast::mandate, Roll.Cast::vote)),
                        loaded.ballots().contains(text.id().value()),
                        loaded.sight().why(text.id().value())))
                .toList();
    }

    private static List<ConsultationView.Corrected> corrections(
            Loaded loaded, AgendaItem item, List<SealedTexts.Text> said) {
        return at(item, said, ObjectType.CORRECTION).stream()
                .map(text -> new ConsultationView.Corrected(
                        text.id(),
                        new ItemId(text.about().orElseThrow()),
                        text.by(),
                        loaded.name(text.by()),
                        text.at(),
                        text.text()))
                .toList();
    }

    private static List<ConsultationView.Approval> approvals(Loaded loaded, AgendaItem item) {
        if (loaded.consultation().state() != Consultation.State.CLOSED) {
            return List.of();
        }
        Map<MandateId, String> answers = loaded.answers().getOrDefault(item.id(), Map.of());
        return loaded.attendance().stream()
                .filter(one -> one.item().equals(item.id()) && one.statement().isPresent())
                .map(one -> new ConsultationView.Approval(
                        one.mandate(), loaded.name(one.mandate()), Optional.ofNullable(answers.get(one.mandate()))))
                .distinct() // who left and came back has a stay for each
                .toList();
    }

    private static List<SealedTexts.Text> at(AgendaItem item, List<SealedTexts.Text> said, ObjectType type) {
        return said.stream()
                .filter(text -> text.type() == type
                        && text.agendaItem().filter(item.id()::equals).isPresent())
                .toList();
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
        boolean all = access.seesAll(reader, ObjectType.CONSULTATION);
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
