package be.livc.consultation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the information officer found on an item.
 *
 * @param reference where the embargo comes from; sealed
 * @param reviewDate when the embargo is looked at again; needed for an embargo
 * @param scope what an embargo hides
 */
public record ConflictCheck(Outcome outcome, Optional<String> reference, Optional<LocalDate> reviewDate, Scope scope) {

    /** A check whose embargo, if it comes to one, hides the whole case. */
    public ConflictCheck(Outcome outcome, Optional<String> reference, Optional<LocalDate> reviewDate) {
        this(outcome, reference, reviewDate, Scope.CASE);
    }

    /** What an embargo hides. */
    public enum Scope {
        /** The whole case, everywhere. */
        CASE,
        /** The item of this agenda, with what is said at it. */
        ITEM
    }

    /** What was found. */
    public enum Outcome {
        /** Nothing stands in the way. */
        CLEAR,
        /** An investigation stands in the way: the case is hidden and not discussed. */
        EMBARGO
    }
}
