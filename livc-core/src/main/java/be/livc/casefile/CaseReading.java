package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.CasesOnOffer;
import be.livc.access.Entitlements;
import be.livc.access.Hold;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseView.Piece;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.LegalBases;
import be.livc.ledger.Action;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the view of a case for one reader: loads what is sealed and records the read in one transaction, opens after its
 * commit.
 */
@Component
class CaseReading {

    /** What the first step found; still sealed. */
    private record Loaded(
            CaseFile file,
            String phase,
            Sight sight,
            Map<CaseId, SealedSubject> subject,
            SealedTexts texts,
            Map<UUID, List<MandateId>> recipients,
            Optional<ActionPlan> plan,
            Optional<PlanGoals> goals,
            List<Measure> measures,
            Map<MandateId, Mandate> people,
            boolean basisExpired,
            Set<Hold> holds) {}

    private final CaseFiles.CaseRows cases;
    private final Plans.PlanRows plans;
    private final Plans.GoalRows goals;
    private final Measures.MeasureRows measures;
    private final SealedTexts.Source items;
    private final Subjects subjects;
    private final Phases phases;
    private final Detentions detentions;
    private final Access access;
    private final CasesOnOffer onOffer;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final LegalBases bases;
    private final Vault vault;
    private final Contents contents;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CaseReading(
            CaseFiles.CaseRows cases,
            Plans.PlanRows plans,
            Plans.GoalRows goals,
            Measures.MeasureRows measures,
            SealedTexts.Source items,
            Subjects subjects,
            Phases phases,
            Detentions detentions,
            Access access,
            CasesOnOffer onOffer,
            Entitlements entitlements,
            Mandates mandates,
            LegalBases bases,
            Vault vault,
            Contents contents,
            TransactionTemplate transactions,
            Clock clock) {
        this.cases = cases;
        this.plans = plans;
        this.goals = goals;
        this.measures = measures;
        this.items = items;
        this.subjects = subjects;
        this.phases = phases;
        this.detentions = detentions;
        this.access = access;
        this.onOffer = onOffer;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.bases = bases;
        this.vault = vault;
        this.contents = contents;
        this.transactions = transactions;
        this.clock = clock;
    }

    CaseView open(Actor reader, CaseId id, Action action) {
        return opened(transactions.execute(tx -> load(reader, id, action)));
    }

    private Loaded load(Actor reader, CaseId id, Action action) {
        String phase = phases.of(id).orElse("");
        if (Phases.GONE.contains(phase)) {
            throw access.denied(reader, ObjectType.CASE, id.value());
        }
        Sight sight = access.toRead(reader, ObjectType.CASE, id.value(), action);
        CaseFile file = cases.findById(id.value()).orElseThrow(Refusal::notFound);
        boolean basisExpired = isWithoutBasis(reader, file);
        SealedTexts texts = items.of(id, sight);
        List<Measure> seenMeasures = measures.findAllByCaseIdAndDroppedAtIsNullOrderByPosition(id.value()).stream()
                .filter(measure -> sight.sees(measure.id().value()))
                .toList();
        return new Loaded(
                file,
                phase,
                sight,
                subjects.sealedOf(List.of(id)),
                texts,
                entitlements.recipientsOf(sight.all(ObjectType.DISCLOSURE)),
                plans.findById(id.value()),
                lastSeen(id, sight),
                seenMeasures,
                people(texts, seenMeasures),
                basisExpired,
                holds(reader, id, basisExpired));
    }

    private boolean isWithoutBasis(Actor reader, CaseFile file) {
        return !bases.purposesServed(reader.cellKind()).contains(file.purpose());
    }

    private Set<Hold> holds(Actor reader, CaseId id, boolean basisExpired) {
        Set<Hold> holds = EnumSet.noneOf(Hold.class);
        if (!onOffer.among(List.of(id.value())).isEmpty()) {
            holds.add(Hold.ON_OFFER);
        }
        if (basisExpired && reader.cellKind() == CellKind.PIVC) {
            holds.add(Hold.NO_PERMISSION);
        }
        if (detentions.of(id).isFrozen()) {
            holds.add(Hold.FROZEN);
        }
        return holds;
    }

    /** The newest wording of the goals that this reader heard; the coordinator sees every one. */
    private Optional<PlanGoals> lastSeen(CaseId id, Sight sight) {
        return goals.findAllByCaseIdOrderById(id.value()).stream()
                .filter(set -> sight.sees(set.id()))
                .reduce((earlier, later) -> later);
    }

    private Map<MandateId, Mandate> people(SealedTexts texts, Collection<Measure> seenMeasures) {
        Set<MandateId> named = texts.contributors();
        seenMeasures.forEach(measure -> named.add(measure.owner()));
        return mandates.findAll(named).stream().collect(Collectors.toMap(Mandate::id, mandate -> mandate));
    }

    private CaseView opened(Loaded loaded) {
        CaseFile file = loaded.file();
        Sight sight = loaded.sight();
        boolean seesCase = sight.sees(file.id().value());
        return new CaseView(
                file.id(),
                file.number(),
                loaded.phase(),
                restrictions(loaded),
                Optional.ofNullable(subjects.open(loaded.subject(), sight).get(file.id())),
                file.openedOn(),
                file.purpose(),
                file.purposeText().filter(value -> seesCase).map(value -> vault.open(value, sight.grant())),
                file.nextReview(),
                file.closedOn(),
                file.closureGround(),
                file.retainUntil(),
                sight.why(file.id().value()),
                pieces(loaded),
                plan(loaded),
                sight.hasSuspended(),
                loaded.holds());
    }

    private static List<CaseView.Restriction> restrictions(Loaded loaded) {
        List<CaseView.Restriction> restrictions = new ArrayList<>();
        if (loaded.sight().isSuspended(loaded.file().id().value())) {
            restrictions.add(CaseView.Restriction.EMBARGO);
        }
        if (loaded.basisExpired()) {
            restrictions.add(CaseView.Restriction.BASIS_EXPIRED);
        }
        if (loaded.holds().contains(Hold.FROZEN)) {
            restrictions.add(CaseView.Restriction.FROZEN);
        }
        return restrictions;
    }

    private List<Piece> pieces(Loaded loaded) {
        return loaded.texts().open(vault, loaded.sight()).stream()
                .map(text -> new Piece(
                        text.id(),
                        text.type(),
                        text.at(),
                        text.day(),
                        text.by(),
                        nameOf(loaded, text.by()),
                        text.code(),
                        text.secret(),
                        text.text(),
                        text.detail(),
                        loaded.recipients().getOrDefault(text.id().value(), List.of()),
                        loaded.sight().why(text.id().value()),
                        text.agendaItem(),
                        text.about()))
                .toList();
    }

    private Optional<CaseView.PlanView> plan(Loaded loaded) {
        Sight sight = loaded.sight();
        Optional<PlanGoals> seen = loaded.goals();
        if (loaded.plan().isEmpty() || (seen.isEmpty() && loaded.measures().isEmpty())) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        List<String> whats =
                vault.openAll(loaded.measures().stream().map(Measure::what).toList(), sight.grant());
        List<CaseView.MeasureView> views = new ArrayList<>();
        for (Measure measure : loaded.measures()) {
            views.add(new CaseView.MeasureView(
                    measure.id(),
                    whats.get(views.size()),
                    measure.owner(),
                    nameOf(loaded, measure.owner()),
                    measure.due(),
                    measure.state().name(),
                    measure.goal().filter(goal -> seen.isPresent()),
                    measure.offer().map(code -> vault.open(code, sight.grant())),
                    measure.isOverdueOn(today),
                    sight.why(measure.id().value())));
        }
        ActionPlan plan = loaded.plan().get();
        return Optional.of(new CaseView.PlanView(
                seen.map(set -> contents.goals(vault.open(set.goals(), sight.grant())))
                        .orElse(List.of()),
                seen.map(PlanGoals::agreedAt),
                seen.filter(set -> !set.id().equals(plan.goals())).isPresent(),
                views,
                plan.reviewDate(),
                plan.version()));
    }

    private static String nameOf(Loaded loaded, MandateId id) {
        return Optional.ofNullable(loaded.people().get(id))
                .map(Mandate::nameWithPartner)
                .orElse("");
    }
}
