package be.livc.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last check of a ledger found.
 *
 * @param broken what is wrong with the ledger itself, and the entry where it is one
 * @param checkedAt when it was checked last
 * @param size how many entries were signed for last
 * @param witnesses who else watches, the independent ones first
 */
public record LedgerHealth(Optional<Broken> broken, Optional<Instant> checkedAt, long size, List<Seen> witnesses) {

    /** Keeps its own copy of the witnesses. */
    public LedgerHealth {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Something is wrong with the ledger.
     *
     * @param place the entry, where it is one
     * @param since since when it is found so
     */
    public record Broken(Optional<Long> place, Instant since) {}

    /** How the last question to a witness ended. */
    public enum Outcome {
        /** It was not asked yet. */
        NEVER,
        /** It co-signed. */
        COSIGNED,
        /** It did not answer, or with something that is no answer. */
        MISSING,
        /** It does not watch this ledger, or knows another key of it. */
        UNKNOWN_LEDGER,
        /** It saw more entries than there are, or others: the ledger was cut or rewritten. */
        INCONSISTENT,
        /** Its answer was not signed with its key. */
        FORGED;

        /** Whether the DPO is to look at it. */
        public boolean isAlarm() {
            return this == INCONSISTENT || this == FORGED || this == MISSING || this == UNKNOWN_LEDGER;
        }
    }

    /**
     * A witness, and up to where it saw the ledger.
     *
     * @param name how it signs
     * @param url where it is asked
     * @param independent whether it is in other hands than the ledger
     * @param upTo the number of entries it co-signed, where it did
     * @param at when it did
     * @param outcome how the last question ended
     * @param since since when it ends so
     * @param knows the size that the witness said it knows, where that is more than there is
     */
    public record Seen(
            String name,
            String url,
            boolean independent,
            Optional<Long> upTo,
            Optional<Instant> at,
            Outcome outcome,
            Optional<Instant> since,
            Optional<Long> knows) {}

    /** Whether there is something to look at. */
    public boolean isAlarming() {
        return broken.isPresent()
                || witnesses.stream().anyMatch(seen -> seen.outcome().isAlarm());
    }
}
