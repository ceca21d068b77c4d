package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Decide;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.Urgency;
import be.livc.law.LegalBasis;
import be.livc.platform.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenario 12: a threat tonight. */
class UrgentTest extends CaseTest {

    @Autowired
    Urgency urgency;

    @Test
    void scenario_12_without_the_mandatory_functions_only_tasks_are_set_and_the_next_meeting_ratifies() {
        CaseId caseId = aListedCase();
        ConsultationId urgent = anUrgentConsultation(caseId);
        assertThatThrownBy(() -> run(() -> consultationFlow.open(as(MAYOR), urgent)))
                .satisfies(refused -> assertThat(((Refusal) refused).reasons())
                        .extracting(Refusal.Reason::code)
                        .contains("urgent-chair-missing", "urgent-quorum-missing"));

        comesAndSigns(urgent, 1, MAYOR, CLB);
        run(() -> consultationFlow.open(as(MAYOR), urgent));

        assertThatThrownBy(() -> says(CLB, urgent, 1, "Hij dreigt")).hasMessage("quorum-missing");
        in(() -> meeting.decide(as(MAYOR), urgent, 1, new Decide("Het CLB belt vanavond de ouders", Map.of())));
        run(() -> consultationFlow.close(as(MAYOR), urgent));
        assertThat(in(() -> urgency.pending())).singleElement().matches(one -> one.id()
                .equals(urgent));

        ConsultationId next = anOpenConsultation(aListedCase(), CLB);
        run(() -> urgency.decide(as(MAYOR), next, urgent, Urgency.Outcome.RATIFIED));

        assertThat(in(() -> urgency.outcomeOf(urgent))).contains(Urgency.Outcome.RATIFIED);
        assertThatThrownBy(() -> run(() -> urgency.decide(as(MAYOR), next, urgent, Urgency.Outcome.VOID)))
                .hasMessage("nothing-to-ratify");
    }

    @Test
    void what_the_next_meeting_does_not_ratify_is_void_when_it_closes() {
        ConsultationId urgent = anUrgentConsultation(aListedCase());
        comesAndSigns(urgent, 1, MAYOR, CLB);
        run(() -> consultationFlow.open(as(MAYOR), urgent));
        run(() -> consultationFlow.close(as(MAYOR), urgent));
        assertThat(in(() -> urgency.outcomeOf(urgent))).isEmpty();

        ConsultationId next = anOpenConsultation(aListedCase(), CLB);
        run(() -> consultationFlow.close(as(MAYOR), next));

        assertThat(in(() -> urgency.outcomeOf(urgent))).contains(Urgency.Outcome.VOID);
    }

    private ConsultationId anUrgentConsultation(CaseId caseId) {
        ConsultationId urgent = in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        LocalDate.now(clock),
                        Optional.empty(),
                        "Op afstand",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(MAYOR),
                        true)));
        onTheAgenda(urgent, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        clear(urgent, 1);
        return urgent;
    }
}
