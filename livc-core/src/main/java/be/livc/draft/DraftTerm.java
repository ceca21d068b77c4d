package be.livc.draft;

import be.livc.cell.EveryCell;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Every hour, lets drafts go that are older than their term. Several nodes may do so at once: what is gone is gone. */
@Component
class DraftTerm implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DraftTerm.class);

    private final EveryCell everyCell;
    private final Drafts drafts;
    private final ScheduledExecutorService timer;

    DraftTerm(EveryCell everyCell, Drafts drafts) {
        this.everyCell = everyCell;
        this.drafts = drafts;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "drafts-term");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::forgetOld, 1, 60, TimeUnit.MINUTES);
    }

    private void forgetOld() {
        everyCell.inTurn(
                drafts::forgetOld,
                (cell, failure) -> LOG.warn("Old drafts of a cell stay for now: {}", failure.toString()));
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
