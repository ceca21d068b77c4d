package be.livc.casefile;

import be.livc.access.Sight;
import be.livc.cell.MandateId;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes the view of a plan of action for one reader: loads what is sealed in a transaction, opens it after its commit. */
@Component
class PlanReading {

    private final Plans.PlanRows plans;
    private final Plans.GoalRows goals;
    private final Measures.MeasureRows measures;
    private final Vault vault;
    private final Contents contents;
    private final Clock clock;

    PlanReading(
            Plans.PlanRows plans,
            Plans.GoalRows goals,
            Measures.MeasureRows measures,
            Vault vault,
            Contents contents,
            Clock clock) {
        this.plans = plans;
        this.goals = goals;
        this.measures = measures;
        this.vault = vault;
        this.contents = contents;
        this.clock = clock;
    }

    SealedPlan load(CaseId id, Sight sight) {
        return new SealedPlan(
                id,
                plans.findById(id.value()),
                goals.findAllByCaseIdOrderById(id.value()).stream()
                        .filter(set -> sight.sees(set.id()))
                        .reduce((earlier, later) -> later),
                measures.findAllByCaseIdAndDroppedAtIsNullOrderByPosition(id.value()).stream()
                        .filter(measure -> sight.sees(measure.id().value()))
                        .toList());
    }

    /** Empty when there is no plan, or when the reader sees neither goals nor a measure of it. */
    Optional<CaseView.PlanView> open(SealedPlan sealed, Sight sight, Function<MandateId, String> nameOf) {
        Optional<PlanGoals> heard = sealed.goals();
        return sealed.plan()
                .filter(plan -> heard.isPresent() || !sealed.measures().isEmpty())
                .map(plan -> new CaseView.PlanView(
                        heard.map(set -> contents.goals(vault.open(set.goals(), sight.grant())))
                                .orElse(List.of()),
                        heard.map(PlanGoals::agreedAt),
                        heard.filter(set -> !set.id().equals(plan.goals())).isPresent(),
                        measures(sealed, sight, nameOf),
                        plan.reviewDate(),
                        plan.version()));
    }

    private List<CaseView.MeasureView> measures(SealedPlan sealed, Sight sight, Function<MandateId, String> nameOf) {
        LocalDate today = LocalDate.now(clock);
        List<String> whats =
                vault.openAll(sealed.measures().stream().map(Measure::what).toList(), sight.grant());
        List<CaseView.MeasureView> views = new ArrayList<>();
        for (Measure measure : sealed.measures()) {
            views.add(new CaseView.MeasureView(
                    measure.id(),
                    whats.get(views.size()),
                    measure.owner(),
                    nameOf.apply(measure.owner()),
                    measure.due(),
                    measure.state().name(),
                    measure.goal().filter(goal -> sealed.goals().isPresent()),
                    measure.offer().map(code -> vault.open(code, sight.grant())),
                    measure.isOverdueOn(today),
                    sight.why(measure.id().value())));
        }
        return views;
    }
}
