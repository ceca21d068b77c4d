package be.livc.workflow.figures;

import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.insight.Publication;
import be.livc.insight.Quarter;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes the quarter that is over; once, whichever copy of the program comes first. */
@Component
class QuarterlyPublication {

    private static final Logger LOG = LoggerFactory.getLogger(QuarterlyPublication.class);

    private final Publication publication;
    private final Cells cells;
    private final Clock clock;

    QuarterlyPublication(Publication publication, Cells cells, Clock clock) {
        this.publication = publication;
        this.cells = cells;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    void publishWhatIsOver() {
        if (cells.all().stream().anyMatch(cell -> cell.kind() == CellKind.DESK)) {
            Quarter over = Quarter.of(LocalDate.now(clock)).before();
            if (publication.publish(over)) {
                LOG.info("figures of {} are published", over);
            }
        }
    }
}
