package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.RiskAssessments.RecordOutcome;
import be.livc.casefile.Trainings;
import be.livc.casefile.Trainings.RecordTraining;
import be.livc.cell.MandateId;
import be.livc.testing.Refused;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The outcome of a risk assessment: who may bring it in, and what is kept of it. */
class RiskAssessmentTest extends PlannedCaseTestBase {

    @Autowired
    RiskAssessments riskAssessments;

    @Autowired
    Trainings trainings;

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

    private RecordOutcome outcome(String assessor, LocalDate day, String outcome) {
        return new RecordOutcome("VERA_2R", "2.1", mandate(assessor), day, outcome);
    }
}
