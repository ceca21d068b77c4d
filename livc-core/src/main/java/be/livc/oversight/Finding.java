package be.livc.oversight;

import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An access that a rule put before the DPO.
 *
 * @param entry its place in the ledger
 * @param rule what put it here
 * @param mandate who, where they acted under a mandate
 * @param caseId in which case, where it was one
 * @param at when
 * @param measure what the rule counted
 * @param rank how little is explained: the rule's weight by its hits so far
 * @param outcome what the DPO found, once they did
 */
public record Finding(
        long entry,
        ReviewRule rule,
        Optional<MandateId> mandate,
        Optional<UUID> caseId,
        Instant at,
        long measure,
        double rank,
        Optional<Outcome> outcome) {

    /** What the DPO finds. */
    public enum Outcome {
        /** There is a good reason, which no rule knew. */
        EXPLAINED,
        /** There is none. */
        NOT_EXPLAINED,
        /** There is none, and somebody must be told (GDPR art. 33). */
        INCIDENT
    }
}
