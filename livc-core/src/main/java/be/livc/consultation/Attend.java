package be.livc.consultation;

import java.time.Instant;
import java.util.Optional;

/**
 * Records that somebody came to an item, and left it; who left and comes again is there anew, and was away in between.
 *
 * @param arrived when they came, as far as known; empty means now
 * @param left when they left; as soon as it is recorded they hear nothing more of the item
 * @param statement how they signed the statement of confidentiality; empty when they did not
 */
public record Attend(Optional<Instant> arrived, Optional<Instant> left, Optional<Statement> statement) {

    /** How a statement of confidentiality was signed. */
    public enum Statement {
        /** On screen; only by oneself. */
        SCREEN,
        /** On paper, recorded by who leads the meeting. */
        PAPER
    }
}
