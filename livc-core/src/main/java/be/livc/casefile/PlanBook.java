package be.livc.casefile;

import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.law.LegalBasis;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How the parts of a plan are kept, whether it is drawn up here or came with a case that was handed over: sealed in their place
 * and protected. The entries of the ledger are whoever's act it is.
 */
@Component
class PlanBook {

    private final Plans.GoalRows goals;
    private final Measures.MeasureRows measures;
    private final Subjects subjects;
    private final Entitlements entitlements;
    private final Vault vault;
    private final Clock clock;

    PlanBook(
            Plans.GoalRows goals,
            Measures.MeasureRows measures,
            Subjects subjects,
            Entitlements entitlements,
            Vault vault,
            Clock clock) {
        this.goals = goals;
        this.measures = measures;
        this.subjects = subjects;
        this.entitlements = entitlements;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps a wording of all goals, as text; nobody has heard it yet. Gives its id. */
    UUID keepGoals(Actor actor, CaseId id, String text, Grant grant) {
        UUID set = Ids.next();
        Sealed sealed = vault.seal(text, PlanGoals.place(CurrentCell.require(), id, set), grant);
        goals.add(new PlanGoals(set, id, sealed, actor.mandate(), clock.instant()));
        protect(ObjectType.PLAN, set, id);
        return set;
    }

    private void protect(ObjectType type, UUID part, CaseId id) {
        entitlements.protect(type, part, Optional.of(id.value()), Optional.of(id.value()), Optional.empty());
    }

    /** Keeps a new measure; its owner does not see it yet. */
    Measure add(CaseId id, MeasureId measureId, PlannedMeasure planned, int position, Grant grant) {
        Measure measure = new Measure(
                measureId, id, sealed(id, measureId, planned, grant), planned.owner(), planned.due(), position);
        measure.serve(planned.goal());
        measure.callUpon(sealedOffer(id, measureId, planned, grant));
        measures.add(measure);
        protect(ObjectType.MEASURE, measureId.value(), id);
        return measure;
    }

    /** Keeps a measure as it is planned now; who owns it from now on does not see it yet. */
    void change(Measure measure, PlannedMeasure planned, int position, Grant grant) {
        measure.plan(sealed(measure.caseId(), measure.id(), planned, grant), planned.owner(), planned.due(), position);
        measure.serve(planned.goal());
        measure.callUpon(sealedOffer(measure.caseId(), measure.id(), planned, grant));
    }

    private Sealed sealed(CaseId id, MeasureId measure, PlannedMeasure planned, Grant grant) {
        return vault.seal(planned.what(), Measure.place(CurrentCell.require(), id, measure), grant);
    }

    private Optional<Sealed> sealedOffer(CaseId id, MeasureId measure, PlannedMeasure planned, Grant grant) {
        return planned.offer()
                .map(code -> vault.seal(code, Measure.offerPlace(CurrentCell.require(), id, measure), grant));
    }

    /** Lets whoever carries a measure out see it, the case and whom it is about, under the basis that covers them. */
    void entitle(CaseId id, MeasureId measure, MandateId owner, LegalBasis basis) {
        List<UUID> shown = new ArrayList<>(List.of(measure.value(), id.value()));
        subjects.idOf(id).ifPresent(shown::add);
        entitlements.entitle(shown, owner, Why.MEASURE_OWNER, basis);
    }
}
