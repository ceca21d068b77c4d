package be.livc.workflow.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that waits for somebody.
 *
 * @param id names this waiting step, once
 * @param caseId the case it is about
 * @param activityId the step in the model
 * @param phase the code of the phase that the case is in
 * @param dueAt when it should be done, where it has a date
 * @param createdAt since when it waits
 */
public record OpenTask(
        UUID id, UUID caseId, String activityId, String phase, Optional<Instant> dueAt, Instant createdAt) {}
