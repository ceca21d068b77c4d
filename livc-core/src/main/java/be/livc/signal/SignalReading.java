package be.livc.signal;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.Towns;
import be.livc.access.WhoSees;
import be.livc.casefile.CaseId;
import be.livc.casefile.Contents;
import be.livc.casefile.Phases;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows signals to whoever may see them: recorded in one transaction, opened after its commit. */
@Component
public class SignalReading {

    private record Loaded(
            Signal signal,
            String phase,
            Sight sight,
            Map<CaseId, SealedSubject> subject,
            SealedTexts texts,
            SealedTexts erasure,
            List<Assessment> assessments,
            Map<MandateId, Mandate> people,
            boolean seesCase) {}

    /** In these phases the signal's own key is destroyed: only that it was there can be shown. */
    private static final Set<String> KEYLESS = Set.of("JOINED", "ERASED", "TRANSFERRED");

    /** In these states it went no further and waits for its erasure; what is said of that belongs to a case in the others. */
    private static final Set<SignalState> ENDED = EnumSet.of(SignalState.NOT_RETAINED, SignalState.REFERRED);

    private final Signals.SignalRows rows;
    private final Weighing.AssessmentRows assessments;
    private final SealedTexts.Source items;
    private final Subjects subjects;
    private final Phases phases;
    private final Access access;
    private final WhoSees whoSees;
    private final Mandates mandates;
    private final Vault vault;
    private final Contents contents;
    private final EntityManager entities;
    private final TransactionTemplate transactions;

    SignalReading(
            Signals.SignalRows rows,
            Weighing.AssessmentRows assessments,
            SealedTexts.Source items,
            Subjects subjects,
            Phases phases,
            Access access,
            WhoSees whoSees,
            Mandates mandates,
            Vault vault,
            Contents contents,
            EntityManager entities,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.assessments = assessments;
        this.items = items;
        this.subjects = subjects;
        this.phases = phases;
        this.access = access;
        this.whoSees = whoSees;
        this.mandates = mandates;
        this.vault = vault;
        this.contents = contents;
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * A signal as this reader sees it.
     *
     * @throws Refusal not found, when the reader sees nothing of it
     */
    public SignalView open(Actor reader, SignalId id) {
        return opened(transactions.execute(tx -> load(reader, id, Action.READ)));
    }

    /** The same, to be printed: that it leaves the program on paper or as a file stands in the ledger. */
    public SignalView print(Actor reader, SignalId id) {
        return opened(transactions.execute(tx -> load(reader, id, Action.PRINT)));
    }

    private Loaded load(Actor reader, SignalId id, Action action) {
        Sight sight = access.toRead(reader, ObjectType.SIGNAL, id.value(), action);
        Signal signal = rows.findById(id.value()).orElseThrow(Refusal::notFound);
        String phase =
                phases.of(signal.caseId()).orElseThrow(() -> new IllegalStateException("a signal without a process"));
        boolean there = !KEYLESS.contains(phase);
        SealedTexts texts = there ? items.of(signal.caseId(), id.value(), sight) : SealedTexts.NONE;
        SealedTexts erasure = ENDED.contains(SignalState.inPhase(phase))
                ? items.of(signal.caseId(), ObjectType.ERASURE, sight)
                : SealedTexts.NONE;
        List<Assessment> seen = assessments.findAllBySignalIdOrderByAt(id.value()).stream()
                .filter(assessment -> there && sight.sees(assessment.id()))
                .toList();
        Set<MandateId> named =
                new HashSet<>(seen.stream().map(Assessment::assessor).toList());
        named.add(signal.filedBy());
        named.addAll(erasure.contributors());
        return new Loaded(
                signal,
                phase,
                sight,
                there ? subjects.sealedOf(List.of(signal.caseId())) : Map.of(),
                texts,
                erasure,
                seen,
                mandates.findAll(named).stream().collect(Collectors.toMap(Mandate::id, mandate -> mandate)),
                whoSees.sees(reader, signal.joined().orElse(signal.caseId()).value()));
    }

    private SignalView opened(Loaded loaded) {
        Signal signal = loaded.signal();
        Sight sight = loaded.sight();
        List<SealedTexts.Text> texts = loaded.texts().open(vault, sight);
        return new SignalView(
                signal.id(),
                signal.caseId(),
                signal.number(),
                SignalState.inPhase(loaded.phase()).name(),
                signal.filedAt(),
                signal.filedBy(),
                nameOf(loaded, signal.filedBy()),
                signal.reporter(),
                Optional.ofNullable(subjects.open(loaded.subject(), sight).get(signal.caseId())),
                facts(texts, sight),
                signal.urgency(),
                signal.isSubjectInformed(),
                signal.notInformed()
                        .filter(value -> !KEYLESS.contains(loaded.phase()))
                        .map(value -> vault.open(value, sight.grant())),
                signal.secretGround(),
                assessments(loaded, texts),
                erasure(loaded),
                signal.joined().filter(other -> loaded.seesCase()),
                Optional.of(signal.joined().orElse(signal.caseId())).filter(other -> loaded.seesCase()),
                sight.why(signal.id().value()));
    }

    private static List<SignalView.FactView> facts(List<SealedTexts.Text> texts, Sight sight) {
        return texts.stream()
                .filter(text -> text.type() == ObjectType.FACT)
                .map(text -> new SignalView.FactView(
                        text.day().orElseThrow(),
                        text.code().orElseThrow(),
                        text.detail().orElse(""),
                        text.text(),
                        sight.why(text.id().value())))
                .toList();
    }

    private List<SignalView.AssessmentView> assessments(Loaded loaded, List<SealedTexts.Text> texts) {
        List<SignalView.AssessmentView> views = new ArrayList<>();
        for (Assessment assessment : loaded.assessments()) {
            Weighing.Answers answers = contents.value(
                    vault.open(
                            assessment.criteria(loaded.signal().caseId()),
                            loaded.sight().grant()),
                    Weighing.Answers.class);
            String reason = texts.stream()
                    .filter(text -> text.id().value().equals(assessment.id()))
                    .map(SealedTexts.Text::text)
                    .findFirst()
                    .orElse("");
            views.add(new SignalView.AssessmentView(
                    assessment.assessor(),
                    nameOf(loaded, assessment.assessor()),
                    assessment.capacity().name(),
                    assessment.isJoint(),
                    assessment.outcome(),
                    assessment.referral(),
                    answers.criteria(),
                    reason,
                    assessment.at()));
        }
        return views;
    }

    private List<SignalView.ErasureView> erasure(Loaded loaded) {
        return loaded.erasure().open(vault, loaded.sight()).stream()
                .map(text -> new SignalView.ErasureView(
                        text.code().orElse(""), nameOf(loaded, text.by()), text.at(), text.text()))
                .toList();
    }

    private static String nameOf(Loaded loaded, MandateId id) {
        return Optional.ofNullable(loaded.people().get(id))
                .map(Mandate::nameWithPartner)
                .orElse("");
    }

    /**
     * The signals that this reader sees, the newest number first.
     *
     * @param state only those in this state
     * @param after the cursor that the page before gave
     */
    public Page<SignalRow> list(Actor reader, Optional<SignalState> state, Optional<String> after, int limit) {
        record Listed(
                List<Signal> signals, Map<CaseId, String> phases, Sight sight, Map<CaseId, SealedSubject> sealed) {}
        Listed listed = transactions.execute(tx -> {
            List<Signal> found = visible(reader, state, after, limit + 1);
            List<CaseId> cases = found.stream().map(Signal::caseId).toList();
            Map<CaseId, SealedSubject> sealed = subjects.sealedOf(cases);
            List<UUID> asked = new ArrayList<>(
                    found.stream().map(signal -> signal.id().value()).toList());
            sealed.values().forEach(subject -> asked.add(subject.id()));
            return new Listed(found, phases.of(cases), access.toList(reader, "signals", asked), sealed);
        });
        Map<CaseId, Subject> opened = subjects.open(listed.sealed(), listed.sight());
        return Page.of(listed.signals(), limit, Signal::number)
                .map(signal -> new SignalRow(
                        signal.id(),
                        signal.number(),
                        SignalState.inPhase(listed.phases().getOrDefault(signal.caseId(), ""))
                                .name(),
                        signal.urgency(),
                        signal.filedAt(),
                        Optional.ofNullable(opened.get(signal.caseId()))));
    }

    private List<Signal> visible(Actor reader, Optional<SignalState> state, Optional<String> after, int limit) {
        boolean all = WhoSees.seesAll(reader, ObjectType.SIGNAL);
        boolean beyond = state.filter(asked -> asked == SignalState.LISTED).isPresent();
        String sql =
                """
                select s.* from signal s
                  join case_phase p on p.cell_id = s.cell_id and p.case_id = s.case_id
                 where s.cell_id = :cell
                   and (cast(:after as text) is null or s.number < :after)
                """
                        + (state.isEmpty() ? " and p.phase <> 'ERASED'" : "")
                        + (beyond ? " and p.phase <> all (:before)" : "")
                        + (state.isPresent() && !beyond ? " and p.phase = :state" : "")
                        + " and " + Towns.seen(all, "s.id", "s.case_id")
                        + " order by s.number desc limit :limit";
        var query = entities.createNativeQuery(sql, Signal.class)
                .setParameter("cell", reader.cell().value())
                .setParameter("after", after.orElse(null))
                .setParameter("limit", limit);
        if (beyond) {
            query.setParameter(
                    "before", new String[] {"SIGNAL", "ASSESSMENT", "RETAINED", "NOT_RETAINED", "REFERRED", "ERASED"});
        } else {
            state.ifPresent(asked -> query.setParameter("state", asked.name()));
        }
        query.setParameter("mandate", reader.mandate().value());
        if (!all) {
            query.setParameter("capacity", reader.capacity().name());
        }
        return cast(query.getResultList());
    }

    @SuppressWarnings("unchecked") // the query names its entity
    private static List<Signal> cast(List<?> found) {
        return (List<Signal>) found;
    }
}
