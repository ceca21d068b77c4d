package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.cell.CodeLists;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.Covering;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.ledger.Action;
import be.livc.ledger.Commitment;
import be.livc.ledger.Ledger;
import be.livc.platform.Adding;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans of action. Assigning a measure discloses it to its owner; what becomes of it is told in {@link Measures}. */
@Component
public class Plans {

    private final PlanRows plans;
    private final PlanBook book;
    private final Measures.MeasureRows measures;
    private final CaseFiles.CaseRows cases;
    private final Subjects subjects;
    private final Access access;
    private final Entitlements entitlements;
    private final Gate gate;
    private final LegalBases bases;
    private final Mandates mandates;
    private final CodeLists codeLists;
    private final Ledger ledger;
    private final Contents contents;
    private final Clock clock;

    Plans(
            PlanRows plans,
            PlanBook book,
            Measures.MeasureRows measures,
            CaseFiles.CaseRows cases,
            Subjects subjects,
            Access access,
            Entitlements entitlements,
            Gate gate,
            LegalBases bases,
            Mandates mandates,
            CodeLists codeLists,
            Ledger ledger,
            Contents contents,
            Clock clock) {
        this.plans = plans;
        this.book = book;
        this.measures = measures;
        this.cases = cases;
        this.subjects = subjects;
        this.access = access;
        this.entitlements = entitlements;
        this.gate = gate;
        this.bases = bases;
        this.mandates = mandates;
        this.codeLists = codeLists;
        this.ledger = ledger;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Draws the plan up, or changes it.
     *
     * @param present those in whose presence it is drawn up, while the case is discussed: they learn the goals as they are
     *     set now; empty outside a consultation
     * @throws Refusal when a field is empty or wrong, somebody else changed the plan meanwhile, or no legal basis is valid for
     *     the purpose of the case and covers everybody who learns of it: without one the file is only read
     */
    @Transactional
    public void change(Actor actor, CaseId id, ChangePlan change, List<MandateId> present) {
        CaseFile file = cases.findById(id.value()).orElseThrow(() -> access.denied(actor, ObjectType.CASE, id.value()));
        Grant grant = access.toAct(actor, Act.PLAN, ObjectType.CASE, id.value());
        requireValid(change);
        Covering covering = requireCovered(actor.cellKind(), file, change, present);
        Optional<ActionPlan> existing = plans.findById(id.value());
        requireUnchanged(existing, change);
        UUID set = book.keepGoals(actor, id, contents.text(change.goals()), grant);
        existing.ifPresentOrElse(
                plan -> plan.change(set, change.reviewDate(), actor.mandate(), clock.instant()),
                () -> plans.add(new ActionPlan(id, set, change.reviewDate(), actor.mandate(), clock.instant())));
        file.reviewOn(change.reviewDate());
        ledger.append(access.entry(actor, Act.PLAN.action(), ObjectType.PLAN, id.value())
                .inCase(id.value())
                .binding(Commitment.of(contents.text(change))));
        if (!present.isEmpty()) {
            tell(actor, id, set, present, covering);
        }
        keepMeasures(actor, id, change, covering, grant);
    }

    /**
     * Adds one measure to the plan, and begins one where there is none; its owner learns it, nobody hears the goals.
     *
     * @param covering names the basis that covers its owner
     * @throws Refusal when it does not say what is to be done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MeasureId add(Actor actor, CaseId id, PlannedMeasure planned, Covering covering, Grant grant) {
        Refusal.requireText("what", planned.what());
        CaseFile file = cases.findById(id.value()).orElseThrow(() -> access.denied(actor, ObjectType.CASE, id.value()));
        Optional<ActionPlan> existing = plans.findById(id.value());
        if (existing.isPresent()) {
            ActionPlan plan = existing.get();
            plan.change(plan.goals(), plan.reviewDate(), actor.mandate(), clock.instant());
        } else {
            UUID noGoals = book.keepGoals(actor, id, contents.text(List.<Goal>of()), grant);
            plans.add(new ActionPlan(id, noGoals, planned.due(), actor.mandate(), clock.instant()));
            file.reviewOn(planned.due());
        }
        MeasureId measure = new MeasureId(Ids.next());
        int position = measures.findAllByCaseIdAndDroppedAtIsNullOrderByPosition(id.value())
                .size();
        book.add(id, measure, planned, position, grant);
        ledger.append(access.entry(actor, Act.PLAN.action(), ObjectType.PLAN, id.value())
                .inCase(id.value())
                .because("task")
                .binding(Commitment.of(planned.what())));
        assign(actor, id, measure, planned.owner(), covering);
        return measure;
    }

    private void requireValid(ChangePlan change) {
        List<Refusal.Reason> problems = change.problems();
        Refusal.requireNone(problems);
        for (int i = 0; i < change.goals().size(); i++) {
            if (!codeLists.has("life-domains", change.goals().get(i).domain())) {
                throw Refusal.invalid("goals[" + i + "].domain", "unknown-code");
            }
        }
    }

    private Covering requireCovered(CellKind cell, CaseFile file, ChangePlan change, List<MandateId> present) {
        Map<MandateId, Mandate> owners = new HashMap<>();
        mandates.findAll(present).forEach(hearer -> owners.put(hearer.id(), hearer));
        for (int i = 0; i < change.measures().size(); i++) {
            MandateId owner = change.measures().get(i).owner();
            String field = "measures[" + i + "].owner";
            owners.put(owner, mandates.find(owner).orElseThrow(() -> Refusal.invalid(field, "unknown-mandate")));
        }
        return gate.require(bases.countingIn(cell), file.purpose(), owners.values(), clock.instant());
    }

    private static void requireUnchanged(Optional<ActionPlan> existing, ChangePlan change) {
        int present = existing.map(ActionPlan::version).orElse(-1);
        if (change.version().filter(version -> version != present).isPresent()) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Who is there when the plan is drawn up hears its goals; frozen, like every disclosure. */
    private void tell(Actor actor, CaseId id, UUID set, List<MandateId> present, Covering covering) {
        List<UUID> told = new ArrayList<>(List.of(set, id.value()));
        subjects.idOf(id).ifPresent(told::add);
        entitlements.entitle(told, present, Why.PRESENT, covering);
        ledger.append(access.entry(actor, Action.DISCLOSE, ObjectType.PLAN, set)
                .inCase(id.value())
                .to(present.stream().map(MandateId::value).toList())
                .under(BasisRefs.of(covering.bases())));
    }

    private void keepMeasures(Actor actor, CaseId id, ChangePlan change, Covering covering, Grant grant) {
        Map<MeasureId, Measure> present = measures.findAllByCaseIdAndDroppedAtIsNullOrderByPosition(id.value()).stream()
                .collect(Collectors.toMap(Measure::id, measure -> measure));
        Set<MeasureId> kept = new HashSet<>();
        for (int i = 0; i < change.measures().size(); i++) {
            PlannedMeasure planned = change.measures().get(i);
            MeasureId measureId = planned.id().orElseGet(() -> new MeasureId(Ids.next()));
            Measure before = present.get(measureId);
            if (planned.id().isPresent() && before == null) {
                throw Refusal.invalid("measures[" + i + "].id", "unknown-measure");
            }
            if (before == null) {
                book.add(id, measureId, planned, i, grant);
            } else {
                book.change(before, planned, i, grant);
            }
            kept.add(measureId);
            if (before == null || !isAssigned(measureId, planned.owner())) {
                assign(actor, id, measureId, planned.owner(), covering);
            }
        }
        present.values().stream()
                .filter(measure -> !kept.contains(measure.id()))
                .forEach(measure -> measure.drop(clock.instant()));
    }

    private boolean isAssigned(MeasureId measure, MandateId owner) {
        return entitlements.holds(measure.value(), owner, Why.MEASURE_OWNER);
    }

    /** The owner of a measure learns what it is and whom it is for, under the basis that covers them. */
    private void assign(Actor actor, CaseId id, MeasureId measure, MandateId owner, Covering covering) {
        LegalBasis basis = covering.of(owner);
        entitlements.end(measure.value(), Why.MEASURE_OWNER);
        book.entitle(id, measure, owner, basis);
        ledger.append(access.entry(actor, Action.DISCLOSE, ObjectType.MEASURE, measure.value())
                .inCase(id.value())
                .to(List.of(owner.value()))
                .under(BasisRefs.of(basis)));
    }

    /** The plans behind it. */
    interface PlanRows extends Repository<ActionPlan, UUID>, Adding<ActionPlan> {
        Optional<ActionPlan> findById(UUID caseId);
    }

    /** The wordings of their goals, the newest last. */
    interface GoalRows extends Repository<PlanGoals, UUID>, Adding<PlanGoals> {
        List<PlanGoals> findAllByCaseIdOrderById(UUID caseId);
    }
}
