package be.livc.web.basis;

import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.platform.CurrentCell;
import be.livc.setup.Expiries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Gives the notices of what expires, cell by cell, soon after the start and then every hour. Each copy of the program does; the
 * notice itself is given once.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ExpiryClock {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryClock.class);

    private final Cells cells;
    private final Expiries expiries;

    ExpiryClock(Cells cells, Expiries expiries) {
        this.cells = cells;
        this.expiries = expiries;
    }

    @Scheduled(initialDelayString = "${livc.notices.first:PT1M}", fixedDelayString = "${livc.notices.every:PT1H}")
    void giveNotices() {
        for (Cell cell : cells.all()) {
            if (cell.kind() != CellKind.DESK) {
                giveNotices(cell);
            }
        }
    }

    /** One cell that fails, such as one whose ledger is busy, does not keep the others waiting. */
    private void giveNotices(Cell cell) {
        try {
            CurrentCell.run(cell.id(), expiries::giveNotices);
        } catch (RuntimeException failed) {
            LOG.warn("notices of a cell were not given: {}", failed.getClass().getName());
        }
    }
}
