package be.livc.consultation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the information officer found on an item.
 *
 * @param reference where the embargo comes from; sealed
 * @param reviewDate when the embargo is looked at again; needed for an embargo
 */
public record ConflictCheck(Outcome outcome, Optional<String> reference, Optional<LocalDate> reviewDate) {

    /** What was found. */
    public enum Outcome {
        /** Nothing stands in the way. */
        CLEAR,
        /** An investigation stands in the way: the case is hidden and not discussed. */
        EMBARGO
    }
}
