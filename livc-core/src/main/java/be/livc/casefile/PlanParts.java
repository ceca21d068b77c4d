package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.BasisRefs;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.HandingOver.Part;
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

    private final PlanBook book;
    private final Plans.PlanRows plans;
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
            CaseFiles.CaseRows cases,
            CaseItems items,
            Access access,
            Ledger ledger,
            Vault vault,
            Contents contents,
            Clock clock) {
        this.book = book;
        this.plans = plans;
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

    /** The pieces, opened: first the goals, then the measures. */
    List<Part> open(SealedPlan seen, String purpose, Map<MandateId, String> names, Sight sight) {
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

    private static Part goalPart(SealedPlan seen, PlanGoals set, Goal goal, String purpose) {
        return new Part(
                goal.id().value(),
                ObjectType.PLAN,
                Optional.empty(),
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
                Optional.empty(),
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
    void arrive(TakingOver over, List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        Map<UUID, GoalId> newIds = new HashMap<>();
        List<Goal> kept = new ArrayList<>();
        for (Part part : of(ObjectType.PLAN, parts)) {
            GoalId id = new GoalId(Ids.next());
            newIds.put(part.id(), id);
            kept.add(new Goal(
                    id,
                    part.code().orElseThrow(),
                    part.text(),
                    part.detail().map(GoalState::valueOf).orElse(GoalState.OPEN)));
        }
        keepPlan(over, kept, reviewOf(parts));
        List<Part> todo = of(ObjectType.MEASURE, parts);
        for (int position = 0; position < todo.size(); position++) {
            Part part = todo.get(position);
            keepMeasure(over, part, part.serves().flatMap(goal -> Optional.ofNullable(newIds.get(goal))), position);
        }
    }

    private static List<Part> of(ObjectType type, List<Part> parts) {
        return parts.stream().filter(part -> part.type() == type).toList();
    }

    /** The day on which the goals come back; without goals, the day by which every measure is due. */
    private LocalDate reviewOf(List<Part> parts) {
        return of(ObjectType.PLAN, parts).stream()
                .flatMap(part -> part.occurredOn().stream())
                .findFirst()
                .or(() -> parts.stream()
                        .flatMap(part -> part.occurredOn().stream())
                        .max(Comparator.naturalOrder()))
                .orElseGet(() -> LocalDate.now(clock));
    }

    private void keepPlan(TakingOver over, List<Goal> kept, LocalDate review) {
        CaseId caseId = over.caseId();
        String text = contents.text(kept);
        UUID set = book.keepGoals(over.by(), caseId, text, over.grant());
        plans.add(new ActionPlan(caseId, set, review, over.by().mandate(), clock.instant()));
        cases.findById(caseId.value()).orElseThrow(Refusal::notFound).reviewOn(review);
        ledger.append(access.entry(over.by(), Action.CREATE, ObjectType.PLAN, caseId.value())
                .inCase(caseId.value())
                .linkedTo(over.arriving().origin())
                .binding(Commitment.of(text)));
    }

    /** @param goal the one that it serves here */
    private void keepMeasure(TakingOver over, Part part, Optional<GoalId> goal, int position) {
        CaseId caseId = over.caseId();
        MandateId owner = over.by().mandate();
        LegalBasis basis = over.basisFor(part);
        MeasureId id = new MeasureId(Ids.next());
        MeasureState state = part.code().map(MeasureState::valueOf).orElse(MeasureState.OPEN);
        PlannedMeasure planned =
                new PlannedMeasure(Optional.empty(), part.text(), owner, part.day(), goal, part.offer());
        book.add(caseId, id, planned, position, over.grant()).reached(state);
        book.entitle(caseId, id, owner, basis);
        CaseItems.Kept before = items.add(
                AddItem.of(caseId, ObjectType.PROGRESS, owner, part.text(), part.purpose())
                        .withDetail(over.originOf(part))
                        .withCode(state.name())
                        .about(id.value()),
                over.grant());
        ledger.append(access.entry(over.by(), Action.CREATE, ObjectType.MEASURE, id.value())
                .inCase(caseId.value())
                .linkedTo(over.arriving().origin())
                .under(BasisRefs.of(basis))
                .binding(before.commitment()));
    }
}
