package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.consultation.ConsultationId;
import be.livc.insight.CellCounts;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Figures;
import be.livc.insight.Quarter;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a cell counts of a quarter: the same acts as its people did, by code, and nothing about any one of them. */
class CountsTest extends CaseTest {

    @Test
    void a_case_from_signal_to_closing_is_counted_at_every_step() {
        CaseId caseId = aListedCase();
        filed();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlanDueToday()));
        assertThat(counted()).containsEntry("CASES_OPEN *", 1);

        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));

        assertThat(counted())
                .containsEntry("SIGNALS PARTNER", 2)
                .containsEntry("SIGNAL_AGES MINOR", 2)
                .containsEntry("ASSESSMENTS RETAINED", 1)
                .containsEntry("ASSESSMENT_TIMES WITHIN_14_DAYS", 1)
                .containsEntry("CASES_OPENED PREVENT_TERRORISM", 1)
                .containsEntry("CONSULTATIONS QUORUM", 1)
                .containsEntry("INVITATIONS CAME", 5)
                .containsEntry("PARTNERS CLB", 1)
                .containsEntry("PARTNERS MUNICIPALITY", 2)
                .containsEntry("PLANS *", 1)
                .containsEntry("MEASURES OVERDUE", 1)
                .containsEntry("CASES_CLOSED GOALS_REACHED", 1)
                .containsEntry("CASE_DURATIONS WITHIN_6_MONTHS", 1)
                .containsEntry("CASES_OPEN *", 0);
    }

    @Test
    void a_case_that_is_taken_up_again_is_open_again_and_the_quarter_still_adds_up() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlanDueToday()));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        Filed again = filed();
        assessed(again.id(), Assess.Outcome.RETAINED);

        in(() -> listingFlow.decide(
                as(MAYOR),
                again.id(),
                new ListingFlow.Decide(
                        ListingFlow.Decision.REOPEN,
                        "PREVENT_TERRORISM",
                        Optional.empty(),
                        "Het nieuwe signaal weegt",
                        Optional.of(caseId))));

        assertThat(counted())
                .containsEntry("CASES_OPENED PREVENT_TERRORISM", 1)
                .containsEntry("CASES_OPEN *", 1)
                .doesNotContainKey("CASES_CLOSED GOALS_REACHED");
    }

    @Test
    void in_a_cell_where_nothing_happened_nothing_is_counted() {
        assertThat(counted().values()).containsOnly(0);
    }

    /** How often, by indicator and category. */
    private Map<String, Integer> counted() {
        Quarter quarter = Quarter.of(LocalDate.now(clock));
        List<Count> counts = cell.transact(() -> beans.getBean(CellCounts.class).in(quarter));
        Map<String, Integer> all = new TreeMap<>();
        counts.forEach(one -> all.put(one.indicator() + " " + one.category(), one.count()));
        assertThat(counts).allMatch(one -> Figures.INDICATORS.contains(one.indicator()));
        return all;
    }

    private ChangePlan aPlanDueToday() {
        return new ChangePlan(
                List.of(new Goal("SCHOOL", "Weer naar de les")),
                List.of(new ChangePlan.PlannedMeasure(
                        Optional.empty(), "Elke week een gesprek", mandate(OCMW), LocalDate.now(clock))),
                LocalDate.now(clock).plusMonths(1),
                Optional.empty());
    }
}
