package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.casefile.MeasureState;
import be.livc.consultation.ConsultationId;
import be.livc.insight.CellCounts;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Figures;
import be.livc.insight.Quarter;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a cell counts of a quarter: the same acts as its people did, by code, and nothing about any one of them. */
class CountsTest extends CaseTest {

    @Test
    void a_case_from_signal_to_closing_is_counted_at_every_step() {
        CaseId caseId = aListedCase();
        filed();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlanDueToday()));
        assertThat(counted())
                .containsEntry("CASES_OPEN *", 1)
                .containsEntry("CASES_OPEN_AGES MINOR", 1)
                .containsEntry("MEASURES OVERDUE", 1);

        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));

        assertThat(counted())
                .containsEntry("SIGNALS PARTNER", 2)
                .containsEntry("SIGNAL_AGES MINOR", 2)
                .containsEntry("ASSESSMENTS RETAINED", 1)
                .containsEntry("ASSESSMENT_TIMES WITHIN_14_DAYS", 1)
                .containsEntry("CASES_OPENED PREVENT_TERRORISM", 1)
                .containsEntry("CASES_OPENED_AGES MINOR", 1)
                .containsEntry("CASES_CLOSED_AGES MINOR", 1)
                .containsEntry("CONSULTATIONS QUORUM", 1)
                .containsEntry("INVITATIONS CAME", 5)
                .containsEntry("PARTNERS CLB", 1)
                .containsEntry("PARTNERS MUNICIPALITY", 2)
                .containsEntry("PLANS *", 1)
                .containsEntry("CASES_CLOSED GOALS_REACHED", 1)
                .containsEntry("CASE_DURATIONS WITHIN_6_MONTHS", 1)
                .containsEntry("CASES_OPEN *", 0);
    }

    @Test
    void of_a_closed_case_a_measure_that_was_done_counts_and_none_is_late() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlanDueToday(OCMW, CLB)));
        in(() -> caseFlow.report(
                as(OCMW),
                caseId,
                seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).id(),
                "Elke week gesproken",
                MeasureState.DONE));
        assertThat(counted()).containsEntry("MEASURES DONE", 1).containsEntry("MEASURES OVERDUE", 1);

        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));

        assertThat(counted()).containsEntry("MEASURES DONE", 1).doesNotContainKey("MEASURES OVERDUE");
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

        in(() -> listingFlow.decide(as(MAYOR), again.id(), theDecision(ListingFlow.Decision.REOPEN, caseId)));

        assertThat(counted())
                .containsEntry("CASES_OPENED PREVENT_TERRORISM", 1)
                .containsEntry("CASES_OPEN *", 1)
                .containsEntry("MEASURES OVERDUE", 1)
                .doesNotContainKey("CASES_CLOSED GOALS_REACHED");
    }

    @Test
    void a_case_stays_in_the_age_in_which_the_cell_first_heard_of_the_person() {
        aListedCase();
        Instant now = clock.instant();

        clock.advance(Duration.ofDays(10 * 366));

        assertThat(counted()).containsEntry("CASES_OPEN_AGES MINOR", 1).doesNotContainKey("CASES_OPEN_AGES ADULT");
        clock.set(now);
    }

    @Test
    void a_case_of_which_no_age_was_noted_is_counted_as_unknown() {
        aListedCase();
        cell.transact(() -> beans.getBean(JdbcTemplate.class).update("delete from case_age"));

        assertThat(counted())
                .containsEntry("CASES_OPENED_AGES UNKNOWN", 1)
                .containsEntry("CASES_OPEN_AGES UNKNOWN", 1)
                .doesNotContainKey("CASES_OPEN_AGES MINOR");
    }

    @Test
    void once_the_quarter_is_published_no_age_is_kept_of_what_ended_in_it() {
        CaseId ended = aListedCase();
        ConsultationId consultation = anOpenConsultation(ended, CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> caseFlow.changePlan(as(COORDINATOR), ended, aPlanDueToday()));
        in(() -> caseFlow.close(as(COORDINATOR), ended, "GOALS_REACHED", ""));
        CaseId open = aListedCase();
        Quarter quarter = Quarter.of(LocalDate.now(clock));

        cell.transact(() -> {
            beans.getBean(CellCounts.class).published(quarter);
            return quarter;
        });

        assertThat(cell.transact(() ->
                        beans.getBean(JdbcTemplate.class).queryForList("select case_id from case_age", UUID.class)))
                .containsExactly(open.value());
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
        return aPlanDueToday(OCMW);
    }

    private ChangePlan aPlanDueToday(String... owners) {
        return new ChangePlan(
                List.of(new Goal("SCHOOL", "Weer naar de les")),
                Stream.of(owners)
                        .map(owner -> new ChangePlan.PlannedMeasure(
                                Optional.empty(), "Elke week een gesprek", mandate(owner), LocalDate.now(clock)))
                        .toList(),
                LocalDate.now(clock).plusMonths(1),
                Optional.empty());
    }
}
