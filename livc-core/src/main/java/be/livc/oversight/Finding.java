package be.livc.oversight;

import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An access that a rule put before the DPO.
 *
 * @param entry its place in the ledger
 * @param rule what put it here
 * @param mandate who, where they acted under a mandate
 * @param cases in which cases; none where it was about none
 * @param at when
 * @param measure what the rule counted
 * @param rank how little is explained: the rule's weight by its hits so far
 * @param outcome what the DPO found, once they did
 */
public record Finding(
        long entry,
        ReviewRule rule,
        Optional<MandateId> mandate,
        List<UUID> cases,
        Instant at,
        long measure,
        double rank,
        Optional<Outcome> outcome) {

    /** In which case, where it was one. */
    public Optional<UUID> caseId() {
        return cases.size() == 1 ? Optional.of(cases.get(0)) : Optional.empty();
    }

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
