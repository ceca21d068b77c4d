package be.livc.workflow.livcr;

import be.livc.casefile.Reminders;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.platform.CurrentCell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Makes the reminders of every cell, each in its own. Runs each hour and makes nothing twice, so that a program that stood
 * still in the night catches up in the morning.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DailyReminders {

    private static final Logger LOG = LoggerFactory.getLogger(DailyReminders.class);

    private final Cells cells;
    private final Reminders reminders;

    DailyReminders(Cells cells, Reminders reminders) {
        this.cells = cells;
        this.reminders = reminders;
    }

    /** A cell that fails does not keep the others waiting. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void remindEveryCell() {
        for (Cell cell : cells.all()) {
            if (cell.kind() != CellKind.DESK) {
                remind(cell);
            }
        }
    }

    private void remind(Cell cell) {
        try {
            CurrentCell.run(cell.id(), reminders::remind);
        } catch (RuntimeException failure) {
            LOG.warn("reminders of a cell were not made: {}", failure.getClass().getSimpleName());
        }
    }
}
