package be.livc.ledger;

/**
 * The ledger in the database is not the one that was written: entries are missing, or it does not continue what was
 * signed before. Nothing in the program mends this; somebody changed the database by hand or put back an old backup.
 */
public final class LedgerBroken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LedgerBroken(String message) {
        super(message);
    }
}
