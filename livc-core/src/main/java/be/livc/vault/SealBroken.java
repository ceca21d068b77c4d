package be.livc.vault;

import java.util.Optional;

/**
 * A sealed value that does not open: it was altered, stands in another place than it was sealed for, or its key is gone
 * without having been destroyed. Never an answer to a person; somebody has to look at the database. Whoever meets one on
 * behalf of a person has it recorded by {@link BrokenSeals}.
 */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Place> place;

    /** The place is ids and names only, and so may be logged. */
    SealBroken(String what, Object place) {
        super(what + ": " + place);
        this.place = place instanceof Place where ? Optional.of(where) : Optional.empty();
    }

    /** Where the value stands, when it is a value and not a key. */
    Optional<Place> place() {
        return place;
    }
}
