package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.FollowUps;
import be.livc.casefile.FollowUps.Stage;
import be.livc.casefile.Goal;
import be.livc.casefile.GoalState;
import be.livc.casefile.MeasureState;
import be.livc.casefile.Reminders;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.RiskAssessments.RecordOutcome;
import be.livc.casefile.Trainings;
import be.livc.casefile.Trainings.RecordTraining;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationId;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.testing.Refused;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.TaskFilter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan of action and what becomes of it: who hears its goals, what waits for whom, and how a case comes back. */
class FollowUpTest extends CaseTest {

    private static final Goal BACK_TO_SCHOOL = new Goal("SCHOOL", "Weer naar de les");

    @Autowired
    FollowUps followUps;

    @Autowired
    Reminders reminders;

    @Autowired
    RiskAssessments riskAssessments;

    @Autowired
    Trainings trainings;

    @Autowired
    ProcessEngine engine;

    @Test
    void who_is_in_the_room_hears_the_goals_and_a_later_wording_is_not_told_to_them() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        leaves(consultation, 1, OCMW);
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), today().plusMonths(1))));

        assertThat(seenBy(CLB, caseId).plan().orElseThrow().goals()).containsExactly(BACK_TO_SCHOOL);
        assertThat(seenBy(CLB, caseId).plan().orElseThrow().newerGoals()).isFalse();
        assertThatThrownBy(() -> seenBy(OCMW, caseId)).hasMessage("not-found");

        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        Goal reworded = new Goal(BACK_TO_SCHOOL.id(), "SCHOOL", "Elke dag naar de les", GoalState.PARTLY);
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(reworded), today().plusMonths(1))));

        CaseView.PlanView heard = seenBy(CLB, caseId).plan().orElseThrow();
        assertThat(heard.goals()).containsExactly(BACK_TO_SCHOOL);
        assertThat(heard.newerGoals()).isTrue();
        assertThat(seenBy(COORDINATOR, caseId).plan().orElseThrow().goals()).containsExactly(reworded);
        assertThat(in(() -> ledger.entries(
                                LedgerFilter.all().of(Action.DISCLOSE).inCase(caseId.value()), 50))
                        .items())
                .filteredOn(entry -> entry.leaf().orElse("").contains("\"plan\""))
                .hasSize(1);
    }

    @Test
    void a_measure_serves_a_goal_and_its_owner_sees_the_measure_but_not_the_goal() {
        CaseId caseId = aPlannedCase(today().plusMonths(1), measure(OCMW, today().plusDays(14)));

        CaseView.PlanView all = seenBy(COORDINATOR, caseId).plan().orElseThrow();
        CaseView.PlanView own = seenBy(OCMW, caseId).plan().orElseThrow();

        assertThat(all.measures()).singleElement().satisfies(one -> assertThat(one.goal())
                .contains(BACK_TO_SCHOOL.id()));
        assertThat(own.goals()).isEmpty();
        assertThat(own.measures()).singleElement().satisfies(one -> {
            assertThat(one.goal()).isEmpty();
            assertThat(one.why()).containsExactly(Why.MEASURE_OWNER);
        });
    }

    @Test
    void a_measure_cannot_serve_a_goal_that_is_not_in_the_plan_and_is_not_named_twice() {
        CaseId caseId = aListedCase();
        anOpenConsultation(caseId, CLB);
        PlannedMeasure astray = new PlannedMeasure(
                Optional.empty(), "Gesprek", mandate(CLB), today(), Optional.of(new Goal("WORK", "Werk").id()));

        assertThatThrownBy(() -> run(() -> caseFlow.changePlan(
                        as(COORDINATOR),
                        caseId,
                        new ChangePlan(List.of(BACK_TO_SCHOOL), List.of(astray), today(), Optional.empty()))))
                .hasMessage("unknown-goal");
    }

    @Test
    void a_measure_is_for_somebody_of_this_cell() {
        CaseId caseId = aListedCase();
        anOpenConsultation(caseId, CLB);
        PlannedMeasure nobodys =
                new PlannedMeasure(Optional.empty(), "Gesprek", new MandateId(UUID.randomUUID()), today());

        assertThatThrownBy(() -> run(() -> caseFlow.changePlan(
                        as(COORDINATOR),
                        caseId,
                        plan(List.of(BACK_TO_SCHOOL), today().plusMonths(1), measure(CLB, today()), nobodys))))
                .satisfies(Refused.only("unknown-mandate", "measures[1].owner"));
    }

    @Test
    void scenario_23_two_change_the_same_plan_and_the_second_is_told_so_while_both_wordings_are_there() {
        CaseId caseId = aPlannedCase(today().plusMonths(1), measure(OCMW, today().plusDays(14)));
        int read = seenBy(COORDINATOR, caseId).plan().orElseThrow().version();
        Goal first = new Goal(BACK_TO_SCHOOL.id(), "SCHOOL", "Elke dag naar de les", GoalState.PARTLY);
        Goal second = new Goal(BACK_TO_SCHOOL.id(), "SCHOOL", "Halve dagen naar de les", GoalState.PARTLY);
        run(() -> caseFlow.changePlan(
                as(COORDINATOR),
                caseId,
                new ChangePlan(List.of(first), List.of(), today().plusMonths(1), Optional.of(read))));

        assertThatThrownBy(() -> run(() -> caseFlow.changePlan(
                        as(COORDINATOR),
                        caseId,
                        new ChangePlan(List.of(second), List.of(), today().plusMonths(1), Optional.of(read)))))
                .hasMessage("changed-meanwhile");

        CaseView.PlanView now = seenBy(COORDINATOR, caseId).plan().orElseThrow();
        assertThat(now.goals()).containsExactly(first);
        run(() -> caseFlow.changePlan(
                as(COORDINATOR),
                caseId,
                new ChangePlan(List.of(second), List.of(), today().plusMonths(1), Optional.of(now.version()))));
        assertThat(seenBy(COORDINATOR, caseId).plan().orElseThrow().goals()).containsExactly(second);
    }

    @Test
    void measures_stand_by_their_day_and_a_partner_sees_only_their_own() {
        LocalDate sunday = today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        CaseId caseId = aPlannedCase(
                today().plusMonths(2),
                measure(OCMW, today().minusDays(3)),
                measure(CLB, sunday),
                measure(CLB, sunday.plusDays(1)));

        assertThat(rows(COORDINATOR, Stage.LATE)).singleElement().satisfies(row -> {
            assertThat(row.what()).contains("Gesprek van het OCMW");
            assertThat(row.ownerName().orElseThrow()).contains(OCMW);
            assertThat(row.label().subject()).isPresent();
        });
        assertThat(rows(COORDINATOR, Stage.THIS_WEEK)).hasSize(1);
        assertThat(rows(COORDINATOR, Stage.WAITING))
                .extracting(FollowUps.Row::kind)
                .containsExactly(FollowUps.Kind.MEASURE, FollowUps.Kind.REVIEW);
        assertThat(rows(OCMW, Stage.LATE)).hasSize(1);
        assertThat(rows(OCMW, Stage.THIS_WEEK)).isEmpty();
        assertThat(rows(OCMW, Stage.WAITING)).isEmpty();
        assertThat(in(() -> followUps.counts(as(OCMW), Optional.of(mandate(CLB)))))
                .containsEntry(Stage.LATE, 1L)
                .containsEntry(Stage.THIS_WEEK, 0L)
                .containsEntry(Stage.WAITING, 0L);

        in(() -> caseFlow.report(
                as(OCMW),
                caseId,
                seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).id(),
                "Klaar",
                MeasureState.DONE));
        assertThat(rows(COORDINATOR, Stage.LATE)).isEmpty();
        assertThat(rows(OCMW, Stage.DONE)).hasSize(1);
    }

    @Test
    void the_list_goes_on_where_the_page_before_ended() {
        aPlannedCase(
                today().plusMonths(2),
                measure(OCMW, today().minusDays(3)),
                measure(CLB, today().minusDays(3)),
                measure(CLB, today().minusDays(2)));

        FollowUps.Asked late = new FollowUps.Asked(Stage.LATE, Optional.empty());
        Page<FollowUps.Row> first = in(() -> followUps.list(as(COORDINATOR), late, Optional.empty(), 2));
        Page<FollowUps.Row> second = in(() -> followUps.list(as(COORDINATOR), late, first.next(), 2));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).singleElement().matches(row -> row.due().equals(today().minusDays(2)));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void people_are_reminded_once_and_nobody_of_anothers_measure() {
        CaseId caseId = aPlannedCase(
                today().plusMonths(2), measure(OCMW, today().minusDays(1)), measure(CLB, today().plusDays(5)));

        assertThat(in(reminders::remind)).isEqualTo(3);
        assertThat(in(reminders::remind)).isZero();

        assertThat(in(() -> reminders.of(as(OCMW)))).singleElement().satisfies(reminder -> {
            assertThat(reminder.kind()).isEqualTo(Reminders.Kind.OVERDUE);
            assertThat(reminder.caseId()).isEqualTo(caseId);
        });
        assertThat(in(() -> reminders.of(as(COORDINATOR)))).hasSize(1);
        Reminders.Reminder own = in(() -> reminders.of(as(CLB))).get(0);
        assertThat(own.kind()).isEqualTo(Reminders.Kind.DUE_SOON);
        assertThatThrownBy(() -> run(() -> reminders.seen(as(OCMW), own.id()))).hasMessage("not-found");
        assertThat(in(() -> reminders.of(as(CLB)))).hasSize(1);
        run(() -> reminders.seen(as(CLB), own.id()));
        assertThat(in(() -> reminders.of(as(CLB)))).isEmpty();
    }

    @Test
    void before_the_review_the_process_proposes_a_consultation_which_is_planned() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        theProposalComes(caseId);

        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER);

        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("SCHEDULED");
        assertThat(in(() -> caseFlow.proposesReviewMeeting(caseId))).isFalse();
    }

    @Test
    void or_declined_and_then_not_proposed_again_for_this_review() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        theProposalComes(caseId);

        assertThatThrownBy(() -> run(() -> caseFlow.declineReviewMeeting(as(OCMW), caseId)))
                .hasMessage("forbidden");
        run(() -> caseFlow.declineReviewMeeting(as(COORDINATOR), caseId));

        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("FOLLOW_UP");
        assertThat(openSteps()).contains("followProgress").doesNotContain("proposeReview");
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("CLOSED");
    }

    @Test
    void only_a_trained_assessor_assesses_and_only_the_outcome_is_kept() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        RecordOutcome high = outcome(OCMW, today().minusDays(10), "HIGH");

        assertThatThrownBy(() -> in(() -> riskAssessments.record(as(OCMW), caseId, high)))
                .hasMessage("not-trained");
        in(() -> trainings.record(
                as(COORDINATOR),
                new RecordTraining(
                        mandate(OCMW),
                        "VERA_2R",
                        "Attest 2026-114",
                        today().minusYears(1),
                        Optional.of(today().minusDays(5)))));
        in(() -> riskAssessments.record(as(OCMW), caseId, high));
        assertThatThrownBy(() -> in(() -> riskAssessments.record(as(OCMW), caseId, outcome(OCMW, today(), "LOW"))))
                .hasMessage("not-trained");
        assertThatThrownBy(() -> in(() -> riskAssessments.record(as(OCMW), caseId, outcome(CLB, today(), "LOW"))))
                .hasMessage("forbidden");
        assertThatThrownBy(() -> in(() -> riskAssessments.record(as(DPO), caseId, outcome(DPO, today(), "LOW"))))
                .hasMessage("not-found");
        in(() -> riskAssessments.record(as(COORDINATOR), caseId, outcome(OCMW, today().minusDays(20), "VERY_HIGH")));

        CaseView seen = seenBy(COORDINATOR, caseId);
        assertThat(in(() -> riskAssessments.course(seen)))
                .extracting(RiskAssessments.Outcome::outcome)
                .containsExactly("VERY_HIGH", "HIGH");
        assertThat(in(() -> riskAssessments.course(seen)).get(0).proof()).isEqualTo("Attest 2026-114");
        CaseView own = seenBy(OCMW, caseId);
        assertThat(in(() -> riskAssessments.course(own))).hasSize(2);
    }

    @Test
    void a_training_is_of_somebody_of_this_cell() {
        assertThatThrownBy(() -> in(() -> trainings.record(
                        as(COORDINATOR),
                        new RecordTraining(
                                new MandateId(UUID.randomUUID()),
                                "VERA_2R",
                                "Attest 2026-114",
                                today().minusYears(1),
                                Optional.empty()))))
                .satisfies(Refused.only("unknown-mandate", "assessor"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private RecordOutcome outcome(String assessor, LocalDate day, String outcome) {
        return new RecordOutcome("VERA_2R", "2.1", mandate(assessor), day, outcome);
    }

    private PlannedMeasure measure(String owner, LocalDate due) {
        return new PlannedMeasure(
                Optional.empty(), "Gesprek van " + owner, mandate(owner), due, Optional.of(BACK_TO_SCHOOL.id()));
    }

    private static ChangePlan plan(List<Goal> goals, LocalDate review, PlannedMeasure... measures) {
        return new ChangePlan(goals, List.of(measures), review, Optional.empty());
    }

    /** A case whose consultation is over and which has this plan. */
    private CaseId aPlannedCase(LocalDate review, PlannedMeasure... measures) {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), review, measures)));
        return caseId;
    }

    private List<FollowUps.Row> rows(String who, Stage stage) {
        return in(() -> followUps.list(
                        as(who), new FollowUps.Asked(stage, Optional.empty()), Optional.empty(), Page.USUAL))
                .items();
    }

    private List<String> openSteps() {
        return in(() -> workList.tasks(as(COORDINATOR), TaskFilter.ALL, Optional.empty(), Page.USUAL)).items().stream()
                .map(WorkList.Item::task)
                .map(OpenTask::activityId)
                .toList();
    }

    /** Hands the timer of the proposal to the engine as if its hour had struck. */
    private void theProposalComes(CaseId caseId) {
        var jobs = engine.getManagementService();
        in(() -> {
            String timer = jobs.createTimerJobQuery()
                    .jobTenantId(cell.id().toString())
                    .elementId("reviewApproaches")
                    .singleResult()
                    .getId();
            jobs.moveTimerToExecutableJob(timer);
            return timer;
        });
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!in(() -> caseFlow.proposesReviewMeeting(caseId))) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(patience);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
