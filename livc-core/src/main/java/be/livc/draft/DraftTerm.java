package be.livc.draft;

import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.platform.CurrentCell;
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

    private final Cells cells;
    private final Drafts drafts;
    private final ScheduledExecutorService timer;

    DraftTerm(Cells cells, Drafts drafts) {
        this.cells = cells;
        this.drafts = drafts;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "drafts-term");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::forgetOld, 1, 60, TimeUnit.MINUTES);
    }

    private void forgetOld() {
        for (Cell cell : cells.all()) {
            try {
                CurrentCell.run(cell.id(), drafts::forgetOld);
            } catch (RuntimeException failure) {
                LOG.warn("Old drafts of a cell stay for now: {}", failure.toString());
            }
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
