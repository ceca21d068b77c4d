package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.consultation.ConsultationId;
import be.livc.testing.SameMoment;
import be.livc.testing.TestDatabase;
import be.livc.workflow.engine.Timers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody acts in a case at the very moment at which a timer takes it on: they wait for the timer and go on from where the case is
 * then. Nobody is told to try again, and nothing that the case went through is refused.
 */
class AsATimerStrikesTest extends PlannedCaseTestBase {

    private static final String REVIEW = "reviewDateReached";
    private static final String PROPOSAL = "reviewApproaches";

    private CaseId caseId;

    @BeforeEach
    void a_case_under_a_plan() {
        caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
    }

    /** The timer has come first and does its step, when somebody acts. */
    private void strikesFirst(String timer, Runnable act) throws SQLException {
        Job job = Timers.only(engine, cell.id(), timer);
        Supplier<?> strikes = () -> in(() -> {
            Timers.strike(engine, job);
            return true;
        });
        Supplier<?> acts = () -> {
            somebodyWaits();
            run(act);
            return true;
        };

        assertThat(SameMoment.of("flowable.act_ru_task", strikes, acts))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    private static void somebodyWaits() {
        try {
            while (TestDatabase.askAsSuperuser("select pid from pg_locks where not granted")
                    .isEmpty()) {
                Thread.onSpinWait();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void waitsAt(String... steps) {
        assertThat(in(() -> processes.open(caseId.value()))).containsExactlyInAnyOrder(steps);
    }

    @Test
    void a_plan_is_changed_on_the_day_of_its_review() throws SQLException {
        LocalDate later = today().plusMonths(3);

        strikesFirst(REVIEW, () -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), later)));

        waitsAt("followPlan");
        assertThat(seenBy(COORDINATOR, caseId).plan().orElseThrow().reviewDate())
                .isEqualTo(later);
    }

    @Test
    void a_plan_is_changed_as_a_consultation_is_proposed() throws SQLException {
        strikesFirst(
                PROPOSAL,
                () -> caseFlow.changePlan(
                        as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), today().plusMonths(3))));

        waitsAt("followPlan");
    }

    @Test
    void progress_is_reported_on_the_day_of_the_review() throws SQLException {
        MeasureId measure =
                seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).id();

        strikesFirst(REVIEW, () -> caseFlow.report(as(OCMW), caseId, measure, "Gesprek gehad", MeasureState.RUNNING));

        waitsAt("review");
    }

    @Test
    void a_case_is_put_on_an_agenda_on_the_day_of_its_review() throws SQLException {
        ConsultationId consultation = aPlannedConsultation();

        strikesFirst(REVIEW, () -> onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER));

        waitsAt("checkConflict");
    }

    @Test
    void a_case_is_put_on_an_agenda_as_that_is_proposed() throws SQLException {
        ConsultationId consultation = aPlannedConsultation();

        strikesFirst(PROPOSAL, () -> onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER));

        waitsAt("checkConflict");
    }

    @Test
    void a_case_is_closed_on_the_day_of_its_review() throws SQLException {
        strikesFirst(REVIEW, () -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));

        waitsAt("keep");
    }

    @Test
    void a_case_is_closed_as_a_consultation_is_proposed() throws SQLException {
        strikesFirst(PROPOSAL, () -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));

        waitsAt("keep");
    }
}
