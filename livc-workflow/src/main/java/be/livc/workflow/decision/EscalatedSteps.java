package be.livc.workflow.decision;

import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.transfer.Receiving;
import be.livc.workflow.engine.Escalations;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whom the table of terms names for a step that is late or comes up. Who is named for an offer that nobody answered in time
 * sees that offer from then on; the log says so.
 */
@Component
class EscalatedSteps implements Escalations {

    private final DecisionTables tables;
    private final Receiving receiving;

    EscalatedSteps(DecisionTables tables, Receiving receiving) {
        this.tables = tables;
        this.receiving = receiving;
    }

    @Override
    public Set<String> capacitiesFor(String step, UUID caseId) {
        Capacity also = tables.term(step).escalatesTo();
        receiving.escalate(new CaseId(caseId), also);
        return Set.of(also.name());
    }
}
