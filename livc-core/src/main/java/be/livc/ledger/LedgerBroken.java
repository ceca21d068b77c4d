package be.livc.ledger;

import java.util.Optional;

/**
 * The ledger in the database is not the one that was written: entries are missing, altered or added, or it does not
 * continue what was signed before. Nothing in the program mends this; somebody changed the database by hand or put back
 * an old backup.
 */
final class LedgerBroken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Long> place;

    LedgerBroken(String message) {
        super(message);
        this.place = Optional.empty();
    }

    private LedgerBroken(long place, String message) {
        super("entry " + place + " " + message);
        this.place = Optional.of(place);
    }

    static LedgerBroken at(long place, String what) {
        return new LedgerBroken(place, what);
    }

    /** The entry that is wrong, where it is known to be one. */
    Optional<Long> place() {
        return place;
    }
}
