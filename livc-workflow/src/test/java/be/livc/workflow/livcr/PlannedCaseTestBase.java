package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.consultation.ConsultationId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A case with a plan of action: a goal, and measures by a day. */
abstract class PlannedCaseTestBase extends CaseTest {

    /** How long a consultation takes. */
    static final Duration AN_HOUR = Duration.ofHours(1);

    static final Goal BACK_TO_SCHOOL = new Goal("SCHOOL", "Weer naar de les");

    LocalDate today() {
        return LocalDate.now(clock);
    }

    PlannedMeasure measure(String owner, LocalDate due) {
        return new PlannedMeasure(
                Optional.empty(), "Gesprek van " + owner, mandate(owner), due, Optional.of(BACK_TO_SCHOOL.id()));
    }

    static ChangePlan plan(List<Goal> goals, LocalDate review, PlannedMeasure... measures) {
        return new ChangePlan(goals, List.of(measures), review, Optional.empty());
    }

    /** A case whose consultation is over and which has this plan. */
    CaseId aPlannedCase(LocalDate review, PlannedMeasure... measures) {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId);
        clock.advance(AN_HOUR);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), review, measures)));
        return caseId;
    }
}
