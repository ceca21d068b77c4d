package be.livc.web.basis;

import be.livc.cell.EveryCell;
import be.livc.setup.Expiries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives the notices of what expires, cell by cell, soon after the start and then every hour. Each copy of the program does; the
 * notice itself is given once.
 */
@Component
class ExpiryClock {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryClock.class);

    private final EveryCell everyCell;
    private final Expiries expiries;

    ExpiryClock(EveryCell everyCell, Expiries expiries) {
        this.everyCell = everyCell;
        this.expiries = expiries;
    }

    @Scheduled(initialDelayString = "${livc.notices.first:PT1M}", fixedDelayString = "${livc.notices.every:PT1H}")
    void giveNotices() {
        everyCell.withCasesInTurn(
                expiries::giveNotices,
                (cell, failure) -> LOG.warn(
                        "notices of a cell were not given: {}",
                        failure.getClass().getName()));
    }
}
