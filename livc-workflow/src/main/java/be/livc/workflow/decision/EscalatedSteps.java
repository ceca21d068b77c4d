package be.livc.workflow.decision;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.casefile.Detentions;
import be.livc.cell.Capacity;
import be.livc.transfer.Receiving;
import be.livc.workflow.engine.Escalations;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whom the table of terms names for a step that is late or comes up, and by when a return is prepared. Who is named for an offer
 * that nobody answered in time sees that offer from then on; the log says so.
 */
@Component
class EscalatedSteps implements Escalations {

    private static final String PREPARE = "prepareRelease";

    private final DecisionTables tables;
    private final Receiving receiving;
    private final Detentions detentions;

    EscalatedSteps(DecisionTables tables, Receiving receiving, Detentions detentions) {
        this.tables = tables;
        this.receiving = receiving;
        this.detentions = detentions;
    }

    @Override
    public Set<String> capacitiesFor(String step, UUID caseId) {
        Capacity also = tables.term(step).escalatesTo();
        receiving.escalate(new CaseId(caseId), also);
        return Set.of(also.name());
    }

    /** A return is prepared by the day of release, whether the timer brings it up or an offer that was not taken over. */
    @Override
    public Optional<Instant> dueOf(String step, UUID caseId) {
        return step.equals(PREPARE)
                ? detentions.of(new CaseId(caseId)).releaseOn().map(WorkingDays::onMorningOf)
                : Optional.empty();
    }
}
