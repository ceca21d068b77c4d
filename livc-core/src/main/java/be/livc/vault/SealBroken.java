package be.livc.vault;

/**
 * A sealed value that does not open: it was altered, stands in another place than it was sealed for, or its key is gone
 * without having been destroyed. Never an answer to a person; somebody has to look at the database.
 */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The place is ids and names only, and so may be logged. */
    SealBroken(String what, Object place) {
        super(what + ": " + place);
    }
}
