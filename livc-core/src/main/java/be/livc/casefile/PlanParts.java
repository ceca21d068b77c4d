package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.BasisRefs;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.HandingOver.Arriving;
import be.livc.casefile.HandingOver.Part;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.law.LegalBasis;
import be.livc.ledger.Action;
import be.livc.ledger.Commitment;
import be.livc.ledger.Ledger;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The plan of action as it is handed over: each goal and each measure is a piece of its own, chosen or left behind. In the
 * cell that takes over, every measure is carried out by who takes it over, until they assign it to somebody of that cell.
 */
@Component
class PlanParts {

    /** What the reader sees of a plan; still sealed. */
    record Seen(CaseId caseId, Optional<ActionPlan> plan, Optional<PlanGoals> goals, List<Measure> measures) {}

    private final PlanBook book;
    private final Plans.PlanRows plans;
    private final Plans.GoalRows goals;
    private final Measures.MeasureRows measures;
    private final CaseFiles.CaseRows cases;
    private final CaseItems items;
    private final Access access;
    private final Ledger ledger;
    private final Vault vault;
    private final Contents contents;
    private final Clock clock;

    PlanParts(
            PlanBook book,
            Plans.PlanRows plans,
            Plans.GoalRows goals,
            Measures.MeasureRows measures,
            CaseFiles.CaseRows cases,
            CaseItems items,
            Access access,
            Ledger ledger,
            Vault vault,
            Contents contents,
            Clock clock) {
        this.book = book;
        this.plans = plans;
        this.goals = goals;
        this.measures = measures;
        this.cases = cases;
        this.items = items;
        this.access = access;
        this.ledger = ledger;
        this.vault = vault;
        this.contents = contents;
        this.clock = clock;
    }

    /** Whether a piece is a goal or a measure. */
    static boolean isOne(Part part) {
        return part.type() == ObjectType.PLAN || part.type() == ObjectType.MEASURE;
    }

    /** The newest goals that the reader heard, and the measures that they see. */
    Seen seen(CaseId id, Sight sight) {
        return new Seen(
                id,
                plans.findById(id.value()),
                goals.findAllByCaseIdOrderById(id.value()).stream()
                        .filter(set -> sight.sees(set.id()))
                        .reduce((earlier, later) -> later),
                measures.findAllByCaseIdAndDroppedAtIsNullOrderByPosition(id.value()).stream()
                        .filter(measure -> sight.sees(measure.id().value()))
                        .toList());
    }

    /** The pieces, opened: first the goals, then the measures. */
    List<Part> open(Seen seen, String purpose, Map<MandateId, String> names, Sight sight) {
        List<Part> parts = new ArrayList<>();
        seen.goals().ifPresent(set -> contents.goals(vault.open(set.goals(), sight.grant()))
                .forEach(goal -> parts.add(goalPart(seen, set, goal, purpose))));
        List<String> whats =
                vault.openAll(seen.measures().stream().map(Measure::what).toList(), sight.grant());
        for (int i = 0; i < whats.size(); i++) {
            Measure measure = seen.measures().get(i);
            Optional<String> offer = measure.offer().map(code -> vault.open(code, sight.grant()));
            parts.add(measurePart(measure, whats.get(i), offer, purpose, names));
        }
        return parts;
    }

    private static Part goalPart(Seen seen, PlanGoals set, Goal goal, String purpose) {
        return new Part(
                goal.id().value(),
                ObjectType.PLAN,
                set.agreedAt(),
                seen.plan().map(ActionPlan::reviewDate),
                "",
                Optional.of(goal.domain()),
                false,
                purpose,
                goal.goal(),
                Optional.of(goal.state().name()),
                Optional.empty(),
                Optional.empty());
    }

    private Part measurePart(
            Measure measure, String what, Optional<String> offer, String purpose, Map<MandateId, String> names) {
        return new Part(
                measure.id().value(),
                ObjectType.MEASURE,
                clock.instant(),
                Optional.of(measure.due()),
                names.getOrDefault(measure.owner(), ""),
                Optional.of(measure.state().name()),
                false,
                purpose,
                what,
                Optional.empty(),
                measure.goal().map(GoalId::value),
                offer);
    }

    /** Makes a plan of the pieces that came over, under the keys of this cell; none makes none. */
    void arrive(Actor actor, Arriving arriving, List<Part> parts, Map<String, LegalBasis> bases, Grant grant) {
        if (parts.isEmpty()) {
            return;
        }
        Map<UUID, GoalId> newIds = new HashMap<>();
        List<Goal> kept = new ArrayList<>();
        for (Part part : parts) {
            if (part.type() == ObjectType.PLAN) {
                GoalId id = new GoalId(Ids.next());
                newIds.put(part.id(), id);
                kept.add(new Goal(
                        id,
                        part.code().orElseThrow(),
                        part.text(),
                        part.detail().map(GoalState::valueOf).orElse(GoalState.OPEN)));
            }
        }
        keepPlan(actor, arriving, kept, reviewOf(parts), grant);
        List<Part> todo =
                parts.stream().filter(part -> part.type() == ObjectType.MEASURE).toList();
        for (int i = 0; i < todo.size(); i++) {
            keepMeasure(actor, arriving, todo.get(i), newIds, i, HandingOver.basisFor(todo.get(i), bases), grant);
        }
    }

    /** The day on which the goals come back; without goals, the day by which every measure is due. */
    private LocalDate reviewOf(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.type() == ObjectType.PLAN)
                .flatMap(part -> part.occurredOn().stream())
                .findFirst()
                .or(() -> parts.stream()
                        .flatMap(part -> part.occurredOn().stream())
                        .max(Comparator.naturalOrder()))
                .orElseGet(() -> LocalDate.now(clock));
    }

    private void keepPlan(Actor actor, Arriving arriving, List<Goal> kept, LocalDate review, Grant grant) {
        CaseId caseId = arriving.id();
        String text = contents.text(kept);
        UUID set = book.keepGoals(actor, caseId, text, grant);
        plans.add(new ActionPlan(caseId, set, review, actor.mandate(), clock.instant()));
        cases.findById(caseId.value()).orElseThrow(Refusal::notFound).reviewOn(review);
        ledger.append(access.entry(actor, Action.CREATE, ObjectType.PLAN, caseId.value())
                .inCase(caseId.value())
                .linkedTo(arriving.origin())
                .binding(Commitment.of(text)));
    }

    private void keepMeasure(
            Actor actor,
            Arriving arriving,
            Part part,
            Map<UUID, GoalId> newIds,
            int position,
            LegalBasis basis,
            Grant grant) {
        CaseId caseId = arriving.id();
        MeasureId id = new MeasureId(Ids.next());
        MeasureState state = part.code().map(MeasureState::valueOf).orElse(MeasureState.OPEN);
        Measure measure = book.add(
                caseId,
                id,
                new PlannedMeasure(
                        Optional.empty(),
                        part.text(),
                        actor.mandate(),
                        part.day(),
                        part.serves().flatMap(goal -> Optional.ofNullable(newIds.get(goal))),
                        part.offer()),
                position,
                grant);
        measure.reached(state);
        book.entitle(caseId, id, actor.mandate(), basis);
        CaseItems.Kept before = items.add(
                AddItem.of(caseId, ObjectType.PROGRESS, actor.mandate(), part.text(), part.purpose())
                        .withDetail(HandingOver.origin(part, arriving))
                        .withCode(state.name())
                        .about(id.value()),
                grant);
        ledger.append(access.entry(actor, Action.CREATE, ObjectType.MEASURE, id.value())
                .inCase(caseId.value())
                .linkedTo(arriving.origin())
                .under(BasisRefs.of(basis))
                .binding(before.commitment()));
    }
}
