package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.MeasureState;
import be.livc.consultation.ConsultationId;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.workflow.engine.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A case that leaves the agenda undiscussed goes back to where it came from. */
class OffTheAgendaTest extends PlannedCaseTestBase {

    @Test
    void a_case_that_was_never_discussed_waits_for_another_consultation() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = onAnAgenda(caseId);

        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        assertThat(phase(caseId)).isEqualTo("LISTED");
        assertThat(openSteps(caseId)).containsExactly("planConsultation");
    }

    @Test
    void a_case_under_a_plan_is_followed_up_again_when_its_consultation_is_called_off() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        ConsultationId consultation = onAnAgenda(caseId);
        clear(consultation, 1);
        assertThat(phase(caseId)).isEqualTo("SCHEDULED");

        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        assertThat(phase(caseId)).isEqualTo("FOLLOW_UP");
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), today().plusMonths(3))));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        assertThat(phase(caseId)).isEqualTo("CLOSED");
    }

    @Test
    void and_when_it_is_taken_off_the_agenda_before_its_conflict_check() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        in(() -> caseFlow.report(
                as(OCMW),
                caseId,
                seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).id(),
                "Hij kwam",
                MeasureState.RUNNING));
        ConsultationId consultation = onAnAgenda(caseId);

        run(() -> consultationFlow.takeOff(as(COORDINATOR), consultation, 1));

        assertThat(openSteps(caseId)).containsExactly("followProgress");
        ConsultationId next = anOpenConsultation(caseId, CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), next));
        assertThat(phase(caseId)).isEqualTo("PLAN_ACTIVE");
    }

    @Test
    void the_proposal_of_a_consultation_and_the_review_come_on_their_days_again() {
        CaseId caseId = aPlannedCase(today().plusMonths(1));
        ConsultationId consultation = onAnAgenda(caseId);
        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        clock.advance(Duration.ofDays(20));
        Timers.strike(engine, clock, cell.id());
        assertThat(openSteps(caseId)).containsExactly("proposeReview");
        run(() -> caseFlow.declineReviewMeeting(as(COORDINATOR), caseId));

        clock.advance(Duration.ofDays(12));
        Timers.strike(engine, clock, cell.id());
        assertThat(openSteps(caseId)).containsExactly("review");
    }

    @Test
    void a_case_whose_review_came_while_it_was_on_the_agenda_goes_back_to_its_review() {
        CaseId caseId = aPlannedCase(today().plusMonths(1));
        ConsultationId consultation = onAnAgenda(caseId);
        clock.advance(Duration.ofDays(40));

        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        assertThat(openSteps(caseId)).containsExactly("review");
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), today().plusMonths(3))));
        assertThat(phase(caseId)).isEqualTo("PLAN_ACTIVE");
    }

    @Test
    void a_case_under_a_plan_is_followed_up_again_when_its_embargo_is_lifted() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        ConsultationId consultation = onAnAgenda(caseId);
        embargo(consultation, 1);

        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        run(() -> embargoFlow.lift(as(OFFICER), theEmbargo()));

        assertThat(openSteps(caseId)).containsExactly("followProgress");
    }

    @Test
    void a_closed_case_that_was_taken_up_again_waits_for_another_consultation() {
        CaseId caseId = aPlannedCase(today().plusMonths(2));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        takenUpAgain(caseId);
        ConsultationId consultation = onAnAgenda(caseId);

        run(() -> consultationFlow.callOff(as(COORDINATOR), consultation));

        assertThat(openSteps(caseId)).containsExactly("planConsultation");
    }

    private ConsultationId onAnAgenda(CaseId caseId) {
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        return consultation;
    }

    private void takenUpAgain(CaseId closed) {
        clock.advance(Duration.ofDays(1));
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.REOPEN, closed)));
    }

    private EmbargoId theEmbargo() {
        return in(() -> embargoes.of(as(OFFICER))).get(0).id();
    }

    private String phase(CaseId id) {
        return seenBy(COORDINATOR, id).phase();
    }

    private Set<String> openSteps(CaseId id) {
        return in(() -> processes.open(id.value()));
    }
}
