package be.livc.workflow.livcr;

import be.livc.casefile.Reminders;
import be.livc.casefile.ReviewNotices;
import be.livc.cell.EveryCell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the reminders of every cell, each in its own. Runs each hour and makes nothing twice, so that a program that stood
 * still in the night catches up in the morning.
 */
@Component
class DailyReminders {

    private static final Logger LOG = LoggerFactory.getLogger(DailyReminders.class);

    private final EveryCell everyCell;
    private final Reminders reminders;
    private final ReviewNotices reviews;

    DailyReminders(EveryCell everyCell, Reminders reminders, ReviewNotices reviews) {
        this.everyCell = everyCell;
        this.reminders = reminders;
        this.reviews = reviews;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void remindEveryCell() {
        everyCell.withCasesInTurn(
                () -> {
                    reminders.remind();
                    reviews.give();
                },
                (cell, failure) -> LOG.warn(
                        "reminders of a cell were not made: {}",
                        failure.getClass().getSimpleName()));
    }
}
