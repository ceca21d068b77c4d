package be.livc.workflow.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Says whom a step waits for beside those that the model names, and until when; asked when the step begins, in the cell and the
 * transaction in which it does. A failure here undoes the step as well.
 */
public interface Escalations {

    /**
     * The codes of the capacities.
     *
     * @param step what the model's mark {@code livc:escalates} names
     * @param caseId the case that the step is of
     */
    Set<String> capacitiesFor(String step, UUID caseId);

    /**
     * When the step is due, where what is known of its case tells that and the model cannot.
     *
     * @param step what the model's mark {@code livc:escalates} names
     * @param caseId the case that the step is of
     */
    Optional<Instant> dueOf(String step, UUID caseId);
}
