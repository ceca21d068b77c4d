package be.livc.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What must happen by itself does: each part puts its work on the schedule, and one place switches schedules on. */
class SchedulesTest extends WebTest {

    @Test
    void checkpoints_emergencies_notices_reminders_and_quarters_are_on_the_schedule() {
        assertThat(bean(ScheduledTaskHolder.class).getScheduledTasks())
                .extracting(Object::toString)
                .anyMatch(task -> task.endsWith("LedgerWatch.endEmergencies"))
                .anyMatch(task -> task.endsWith("LedgerWatch.checkAll"))
                .anyMatch(task -> task.endsWith("ExpiryClock.giveNotices"))
                .anyMatch(task -> task.endsWith("DailyReminders.remindEveryCell"))
                .anyMatch(task -> task.endsWith("QuarterlyPublication.publishWhatIsOver"));
    }
}
