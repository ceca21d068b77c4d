package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.consultation.ConsultationId;
import be.livc.platform.Page;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.engine.Timers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a case comes back to the table: before its review the process proposes a consultation. */
class ReviewProposalTest extends PlannedCaseTestBase {

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

    private List<String> openSteps() {
        return in(() -> workList.tasks(as(COORDINATOR), TaskFilter.ALL, Optional.empty(), Page.USUAL)).items().stream()
                .map(WorkList.Item::task)
                .map(OpenTask::activityId)
                .toList();
    }

    private void theProposalComes(CaseId caseId) {
        in(() -> {
            Timers.strike(engine, Timers.only(engine, cell.id(), "reviewApproaches"));
            return true;
        });
        assertThat(in(() -> caseFlow.proposesReviewMeeting(caseId))).isTrue();
    }
}
