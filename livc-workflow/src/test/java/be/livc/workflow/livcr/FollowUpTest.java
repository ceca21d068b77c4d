package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.FollowUps;
import be.livc.casefile.FollowUps.Stage;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.casefile.Reminders;
import be.livc.platform.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for whom: measures and reviews by their day, page after page, and the reminders of them. */
class FollowUpTest extends PlannedCaseTestBase {

    @Autowired
    FollowUps followUps;

    @Autowired
    Reminders reminders;

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
        LocalDate today = today();
        aPlannedCase(
                today.plusMonths(2),
                measure(OCMW, today.minusDays(3)),
                measure(CLB, today.minusDays(3)),
                measure(CLB, today.minusDays(2)));

        FollowUps.Asked late = new FollowUps.Asked(Stage.LATE, Optional.empty());
        Page<FollowUps.Row> first = in(() -> followUps.list(as(COORDINATOR), late, Optional.empty(), 2));
        Page<FollowUps.Row> second = in(() -> followUps.list(as(COORDINATOR), late, first.next(), 2));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).singleElement().matches(row -> row.due().equals(today.minusDays(2)));
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
    void a_measure_of_a_closed_case_waits_for_nobody_any_more() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().minusDays(3)));
        assertThat(in(() -> workList.measures(as(OCMW)))).hasSize(1);
        assertThat(in(() -> workList.measures(as(COORDINATOR)))).hasSize(1);

        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));

        assertThat(in(() -> workList.measures(as(OCMW)))).isEmpty();
        assertThat(in(() -> workList.measures(as(COORDINATOR)))).isEmpty();
    }

    @Test
    void on_a_measure_of_a_closed_case_nobody_reports_any_more() {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(3)));
        MeasureId id =
                seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).id();
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));

        for (String who : List.of(OCMW, COORDINATOR)) {
            assertThatThrownBy(() -> in(() -> caseFlow.report(as(who), caseId, id, "Klaar", MeasureState.DONE)))
                    .hasMessage("wrong-phase");
        }

        assertThat(seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).state())
                .isEqualTo("OPEN");
    }

    private List<FollowUps.Row> rows(String who, Stage stage) {
        return in(() -> followUps.list(
                        as(who), new FollowUps.Asked(stage, Optional.empty()), Optional.empty(), Page.USUAL))
                .items();
    }
}
