package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The work list: what waits, for whom, in which order. */
class TaskListTest extends EngineTest {

    private static final Set<String> COORDINATOR = Set.of("COORDINATOR");
    private static final Instant WEDNESDAY_NOON = Instant.parse("2031-06-11T10:00:00Z");

    @Test
    void pages_follow_each_other_without_gap_or_repeat_dated_steps_first() {
        for (int i = 0; i < 11; i++) {
            UUID caseId = newCase();
            if (i % 3 != 0) {
                due(caseId, WEDNESDAY_NOON.plus(Duration.ofDays(i / 4)));
            }
        }

        List<OpenTask> walked = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<OpenTask> page = page(COORDINATOR, TaskFilter.ALL, cursor.orElse(null), 3);
            walked.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(walked).hasSize(11).doesNotHaveDuplicates();
        assertThat(walked)
                .isSortedAccordingTo(
                        Comparator.comparing((OpenTask task) -> task.dueAt().orElse(Instant.MAX))
                                .thenComparing(task -> task.id().toString()));
    }

    @Test
    void a_step_shows_to_those_whom_it_waits_for() {
        UUID caseId = newCase();

        assertThat(page(Set.of("INFORMATION_OFFICER"), TaskFilter.ALL, null, 50).items())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.caseId()).isEqualTo(caseId);
                    assertThat(task.activityId()).isEqualTo("assessAsInformationOfficer");
                    assertThat(task.phase()).isEqualTo("SIGNAL");
                    assertThat(one(task.id(), Set.of("INFORMATION_OFFICER"))).contains(task);
                    assertThat(one(task.id(), COORDINATOR)).isEmpty();
                });
        assertThat(page(Set.of("MAYOR"), TaskFilter.ALL, null, 50).items()).isEmpty();
        assertThat(page(Set.of(), TaskFilter.ALL, null, 50).items()).isEmpty();
    }

    @Test
    void a_step_for_two_capacities_shows_once_to_who_has_both() {
        UUID caseId = newCase();
        step(caseId, "assessAsCoordinator");
        step(caseId, "assessAsInformationOfficer", "assessment", "DISAGREEMENT");

        assertThat(page(Set.of("COORDINATOR", "INFORMATION_OFFICER"), TaskFilter.ALL, null, 50)
                        .items())
                .singleElement()
                .satisfies(task -> assertThat(task.activityId()).isEqualTo("assessJointly"));
    }

    @Test
    void overdue_and_this_week_are_told_apart_and_counted() {
        clock.moveTo(WEDNESDAY_NOON);
        newCase();
        UUID lastSunday = newCase();
        due(lastSunday, Instant.parse("2031-06-08T21:59:00Z"));
        UUID monday = newCase();
        due(monday, Instant.parse("2031-06-08T22:00:00Z"));
        UUID sunday = newCase();
        due(sunday, Instant.parse("2031-06-15T21:59:00Z"));
        UUID nextMonday = newCase();
        due(nextMonday, Instant.parse("2031-06-15T22:00:00Z"));

        assertThat(cases(TaskFilter.OVERDUE)).containsExactly(lastSunday, monday);
        assertThat(cases(TaskFilter.THIS_WEEK)).containsExactly(monday, sunday);
        assertThat(CurrentCell.in(cell, () -> taskList.counts(COORDINATOR))).isEqualTo(new TaskCounts(5, 2, 2));
    }

    @Test
    void a_cursor_of_somebody_elses_making_is_refused() {
        for (String cursor : List.of("x", "eHl6", "fA", "%%%")) {
            assertThatThrownBy(() -> page(COORDINATOR, TaskFilter.ALL, cursor, 50))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("bad-cursor"));
        }
    }

    private void due(UUID caseId, Instant due) {
        CurrentCell.run(cell, () -> processes.setDue(caseId, "assessAsCoordinator", due));
    }

    private List<UUID> cases(TaskFilter filter) {
        return page(COORDINATOR, filter, null, 50).items().stream()
                .map(OpenTask::caseId)
                .toList();
    }

    private Page<OpenTask> page(Set<String> capacities, TaskFilter filter, String cursor, int limit) {
        return CurrentCell.in(cell, () -> taskList.tasks(capacities, filter, cursor, limit));
    }

    private Optional<OpenTask> one(UUID id, Set<String> capacities) {
        return CurrentCell.in(cell, () -> taskList.task(id, capacities));
    }
}
