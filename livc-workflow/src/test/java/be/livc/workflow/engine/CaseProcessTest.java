package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.Test;

/** Walks a case through its process. */
class CaseProcessTest extends EngineTest {

    private final Instant later = Instant.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);
    private final Instant sooner = later.minus(Duration.ofDays(14));

    @Test
    void a_case_goes_from_signal_to_erasure() {
        UUID caseId = newCase();
        assertThat(phase(caseId)).isEqualTo("SIGNAL");
        assertThat(where(caseId).active())
                .containsExactlyInAnyOrder("assessAsCoordinator", "assessAsInformationOfficer");

        step(caseId, "assessAsInformationOfficer");
        assertThat(phase(caseId)).isEqualTo("ASSESSMENT");
        step(caseId, "assessAsCoordinator", "assessment", "RETAINED");
        assertThat(phase(caseId)).isEqualTo("RETAINED");
        step(caseId, "decideListing", "listing", "LIST");
        assertThat(phase(caseId)).isEqualTo("LISTED");
        step(caseId, "planConsultation");
        assertThat(phase(caseId)).isEqualTo("SCHEDULED");
        step(caseId, "checkConflict", "conflictCheck", "CLEAR");
        assertThat(phase(caseId)).isEqualTo("SCHEDULED");
        step(caseId, "openConsultation", "opening", "OPENED");
        assertThat(phase(caseId)).isEqualTo("IN_CONSULTATION");
        step(caseId, "closeConsultation", Map.of("reviewDate", later, "proposalDate", sooner));
        assertThat(phase(caseId)).isEqualTo("PLAN_ACTIVE");
        followUp(caseId, "followPlan", "PROGRESS");
        assertThat(phase(caseId)).isEqualTo("FOLLOW_UP");
        step(caseId, "followProgress", "followUp", "CLOSE", "retainUntil", later);
        assertThat(phase(caseId)).isEqualTo("CLOSED");
        step(caseId, "keep", "retention", "PROPOSE");
        step(caseId, "decideErasure", "erasure", "APPROVE");
        assertThat(phase(caseId)).isEqualTo("CLOSED");
        step(caseId, "carryOutErasure");

        assertThat(phase(caseId)).isEqualTo("ERASED");
        assertThat(where(caseId).active()).isEmpty();
        assertThat(where(caseId).completed()).startsWith("signalReceived").endsWith("carryOutErasure", "erased");
        assertThat(phases.phasesOf(caseId))
                .containsExactly(
                        "SIGNAL",
                        "ASSESSMENT",
                        "RETAINED",
                        "LISTED",
                        "SCHEDULED",
                        "IN_CONSULTATION",
                        "PLAN_ACTIVE",
                        "FOLLOW_UP",
                        "CLOSED",
                        "ERASED");
    }

    @Test
    void a_step_that_does_not_wait_cannot_be_done() {
        UUID caseId = newCase();

        assertThatThrownBy(() -> step(caseId, "openConsultation", "opening", "OPENED"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("wrong-phase"));
    }

    @Test
    void a_step_that_decides_is_not_done_without_its_code() {
        UUID caseId = assessed("RETAINED");

        assertThatThrownBy(() -> step(caseId, "decideListing")).isInstanceOf(IllegalArgumentException.class);

        assertThat(phase(caseId)).isEqualTo("RETAINED");
    }

    @Test
    void a_code_that_the_model_does_not_know_leaves_the_case_where_it_is() {
        UUID caseId = assessed("RETAINED");

        assertThatThrownBy(() -> step(caseId, "decideListing", "listing", "SOMETHING_ELSE"))
                .isInstanceOf(RuntimeException.class);

        assertThat(where(caseId).active()).containsExactly("decideListing");
    }

    @Test
    void a_case_gets_one_process_only() {
        UUID caseId = newCase();

        assertThatThrownBy(() -> CurrentCell.run(cell, () -> processes.start(CASE, caseId)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_review_is_reached_by_its_date_from_the_plan_from_follow_up_and_by_way_of_a_proposal() {
        UUID caseId = assessed("RETAINED");
        step(caseId, "decideListing", "listing", "LIST");
        planActive(caseId);
        followUp(caseId, "followPlan", "CONTINUE");
        assertThat(phase(caseId)).isEqualTo("PLAN_ACTIVE");
        followUp(caseId, "followPlan", "PROGRESS");
        followUp(caseId, "followProgress", "CONTINUE");
        followUp(caseId, "followPlan", "PROGRESS");
        itsHourStrikes("reviewDateReachedInFollowUp", caseId, "review");
        step(caseId, "review", Map.of("review", "CONTINUE", "reviewDate", later, "proposalDate", sooner));
        itsHourStrikes("reviewApproaches", caseId, "proposeReview");
        assertThat(phase(caseId)).isEqualTo("PLAN_ACTIVE");
        followUp(caseId, "proposeReview", "PROGRESS");
        assertThat(phase(caseId)).isEqualTo("FOLLOW_UP");
        itsHourStrikes("reviewApproachesInFollowUp", caseId, "proposeReview");
        followUp(caseId, "proposeReview", "CONTINUE");
        itsHourStrikes("reviewDateReached", caseId, "review");
        assertThat(phase(caseId)).isEqualTo("FOLLOW_UP");
    }

    @Test
    void dates_of_steps_come_from_the_step_before_and_can_be_moved_with_their_timer() {
        UUID caseId = assessed("RETAINED");
        step(caseId, "decideListing", "listing", "LIST");
        planActive(caseId);
        assertThat(theOnlyTask().dueAt()).contains(later);

        Instant earlier = later.minus(Duration.ofDays(30));
        Instant proposal = sooner.minus(Duration.ofDays(30));
        CurrentCell.run(
                cell, () -> processes.setDue(caseId, "followPlan", earlier, Map.of("reviewApproaches", proposal)));

        assertThat(theOnlyTask().dueAt()).contains(earlier);
        assertThat(timer("reviewDateReached").getDuedate().toInstant()).isEqualTo(earlier);
        assertThat(timer("reviewApproaches").getDuedate().toInstant()).isEqualTo(proposal);
    }

    private OpenTask theOnlyTask() {
        return CurrentCell.in(cell, () -> taskList.tasks(Set.of("COORDINATOR"), TaskFilter.ALL, null, 10))
                .items()
                .get(0);
    }

    private UUID assessed(String outcome) {
        UUID caseId = newCase();
        step(caseId, "assessAsCoordinator");
        step(caseId, "assessAsInformationOfficer", "assessment", outcome, "retainUntil", later);
        return caseId;
    }

    private void planActive(UUID caseId) {
        step(caseId, "planConsultation");
        consult(caseId);
    }

    private void consult(UUID caseId) {
        step(caseId, "checkConflict", "conflictCheck", "CLEAR");
        step(caseId, "openConsultation", "opening", "OPENED");
        step(caseId, "closeConsultation", Map.of("reviewDate", later, "proposalDate", sooner));
    }

    @Test
    void a_review_date_that_did_not_come_is_not_told_as_passed() {
        UUID byHand = assessed("RETAINED");
        step(byHand, "decideListing", "listing", "LIST");
        planActive(byHand);
        followUp(byHand, "followPlan", "PROGRESS");

        assertThat(where(byHand).completed()).contains("followPlan").doesNotContain("reviewDateReached");
        assertThat(where(byHand).history())
                .extracting(ProcessView.Passage::activityId)
                .doesNotContain("reviewDateReached");

        UUID byDate = assessed("RETAINED");
        step(byDate, "decideListing", "listing", "LIST");
        planActive(byDate);
        itsHourStrikes("reviewDateReached", byDate, "review");

        assertThat(where(byDate).completed()).contains("reviewDateReached");
    }

    @Test
    void
            of_some_steps_the_one_that_the_case_came_to_last_is_told_also_when_it_came_to_another_first_and_to_one_again() {
        UUID caseId = assessed("RETAINED");
        Set<String> some = Set.of("planConsultation", "followPlan", "review");
        assertThat(lastOf(caseId, some)).isEmpty();

        step(caseId, "decideListing", "listing", "LIST");
        assertThat(lastOf(caseId, some)).contains("planConsultation");
        planActive(caseId);
        assertThat(lastOf(caseId, some)).contains("followPlan");
        itsHourStrikes("reviewDateReached", caseId, "review");
        assertThat(lastOf(caseId, some)).contains("review");
        step(caseId, "review", Map.of("review", "CONTINUE", "reviewDate", later, "proposalDate", sooner));

        assertThat(lastOf(caseId, some)).contains("followPlan");
        assertThat(lastOf(caseId, Set.of("planConsultation", "review"))).contains("review");
    }

    private Optional<String> lastOf(UUID caseId, Set<String> steps) {
        return CurrentCell.in(cell, () -> processes.lastOf(caseId, steps));
    }

    private void followUp(UUID caseId, String step, String code) {
        step(caseId, step, Map.of("followUp", code, "reviewDate", later, "proposalDate", sooner));
    }

    /** Lets the hour of a timer strike, which leads to this step. */
    private void itsHourStrikes(String timer, UUID caseId, String next) {
        Timers.strike(engine, timer(timer));
        assertThat(where(caseId).active()).contains(next);
    }

    private Job timer(String element) {
        return engine.getManagementService()
                .createTimerJobQuery()
                .jobTenantId(cell.toString())
                .elementId(element)
                .singleResult();
    }
}
