package be.livc.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How old the keys are and how far their renewal is. Shows no key.
 *
 * @param horizonDays how many days backups are kept, and a retired key with them
 * @param masterKeys those of all cells together, the newest first
 * @param cellKeys those of the cell, the newest first
 * @param caseKeys how many keys of records of the cell are under its newest key
 * @param cells how many cells have their newest key under the newest master key
 */
public record KeyReport(
        int horizonDays,
        LocalDate nextMasterKey,
        LocalDate nextCellKey,
        List<Age> masterKeys,
        List<Age> cellKeys,
        Progress caseKeys,
        Progress cells) {

    /** Keeps its own copies of the lists. */
    public KeyReport {
        masterKeys = List.copyOf(masterKeys);
        cellKeys = List.copyOf(cellKeys);
    }

    /** Where a key is in its life. */
    public enum State {
        /** Wraps what is new. */
        CURRENT,
        /** What it wraps is being wrapped anew. */
        REPLACED,
        /** Nothing living is under it; backups may need it. */
        RETIRED,
        /** Gone. */
        DESTROYED
    }

    /**
     * One key.
     *
     * @param ends when it was destroyed, or will be; empty while something living is under it
     */
    public record Age(String name, Instant since, State state, Optional<Instant> ends) {}

    /** So many of all. */
    public record Progress(long done, long all) {

        /** Whether nothing is left to do. */
        public boolean isComplete() {
            return done == all;
        }

        Progress plus(Progress other) {
            return new Progress(done + other.done, all + other.all);
        }
    }
}
