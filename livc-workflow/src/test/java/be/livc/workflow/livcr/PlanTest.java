package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.casefile.GoalState;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationId;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.testing.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The goals of the plan of action: who hears them, what serves them, and how two change them at once. */
class PlanTest extends PlannedCaseTestBase {

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
}
