package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.testing.SameMoment;
import be.livc.testing.TestDatabase;
import be.livc.workflow.engine.EngineRoom.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.flowable.job.api.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator does about jobs that failed and timers that are stuck. */
class EngineRoomTest extends EngineTest {

    private final Instant reviewDate = Instant.now().plus(Duration.ofDays(90));

    @Autowired
    EngineRoom room;

    private UUID caseId;

    @BeforeEach
    void a_case_with_a_review_date() {
        caseId = aCaseWithAPlan(reviewDate, reviewDate.plus(Duration.ofDays(1)));
    }

    @Test
    void a_job_that_failed_as_often_as_it_may_is_told_to_its_own_cell_and_runs_when_it_is_retried() {
        UUID job = failedForGood();
        Trouble trouble = new Trouble(job, CASE, "reviewDateReached", clock.instant());

        assertThat(failed(cell))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at")
                .containsExactly(trouble);
        assertThat(phase(caseId)).isEqualTo("PLAN_ACTIVE");
        CellId stranger = new CellId(Ids.next());
        assertThat(failed(stranger)).isEmpty();
        assertThatThrownBy(() -> CurrentCell.run(stranger, () -> room.retry(job)))
                .hasMessage("not-found");

        phases.failAt(null);
        CurrentCell.run(cell, () -> room.retry(job));

        Timers.eventually(() -> phase(caseId).equals("FOLLOW_UP"));
        assertThat(where(caseId).active()).containsExactly("review");
        assertThat(failed(cell)).isEmpty();
    }

    @Test
    void two_administrators_who_retry_a_job_at_the_same_moment_let_it_run_once() throws SQLException {
        UUID job = failedForGood();
        phases.failAt(null);

        List<Optional<String>> outcomes = SameMoment.of("flowable.act_ru_job", retry(job), retry(job));

        assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of("done-meanwhile"));
        Timers.eventually(() -> phase(caseId).equals("FOLLOW_UP"));
        assertThat(phases.phasesOf(caseId)).containsOnlyOnce("FOLLOW_UP");
    }

    @Test
    void a_timer_whose_node_is_gone_is_told_as_stuck_and_runs_when_it_is_retried() throws SQLException {
        UUID timer = theTimerOfANodeThatIsGone();
        clock.moveTo(reviewDate.plus(Duration.ofMinutes(5)));
        assertThat(stuck()).isEmpty();
        clock.moveTo(reviewDate.plus(Duration.ofMinutes(11)));

        assertThat(stuck()).extracting(Trouble::id, Trouble::step).containsExactly(tuple(timer, "reviewDateReached"));
        CurrentCell.run(cell, () -> room.retry(timer));

        Timers.eventually(() -> phase(caseId).equals("FOLLOW_UP"));
        assertThat(stuck()).isEmpty();
    }

    @Test
    void two_administrators_who_let_a_timer_run_at_the_same_moment_let_it_run_once() throws SQLException {
        UUID timer = theTimerOfANodeThatIsGone();

        List<Optional<String>> outcomes = SameMoment.of("flowable.act_ru_job", retry(timer), retry(timer));

        assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of("done-meanwhile"));
        Timers.eventually(() -> phase(caseId).equals("FOLLOW_UP"));
        assertThat(phases.phasesOf(caseId)).containsOnlyOnce("FOLLOW_UP");
    }

    private Supplier<?> retry(UUID job) {
        return () -> CurrentCell.in(cell, () -> {
            room.retry(job);
            return true;
        });
    }

    private List<Trouble> failed(CellId where) {
        return CurrentCell.in(where, room::failed);
    }

    private List<Trouble> stuck() {
        return CurrentCell.in(cell, room::stuck);
    }

    /** The review date comes, but what it leads to fails, and may not be tried again. */
    private UUID failedForGood() {
        phases.failAt("FOLLOW_UP");
        Job timer = timer();
        engine.getManagementService().setTimerJobRetries(timer.getId(), 1);
        Timers.strike(engine, timer);
        return UUID.fromString(timer.getId());
    }

    /** A node took the timer for a long time, and went. */
    private UUID theTimerOfANodeThatIsGone() throws SQLException {
        Job timer = timer();
        TestDatabase.executeAsSuperuser(
                "update flowable.act_ru_timer_job set lock_owner_ = 'gone', lock_exp_time_ = '2100-01-01' where id_ = '"
                        + timer.getId() + "'");
        return UUID.fromString(timer.getId());
    }

    private Job timer() {
        return engine.getManagementService()
                .createTimerJobQuery()
                .jobTenantId(cell.toString())
                .elementId("reviewDateReached")
                .singleResult();
    }
}
