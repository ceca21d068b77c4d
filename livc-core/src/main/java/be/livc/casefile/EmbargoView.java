package be.livc.casefile;

import be.livc.access.ObjectType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An embargo for whoever may review it.
 *
 * @param type what it hides
 * @param caseNumber the number of the case, once it is one
 * @param reference for its layer only
 * @param review the day on which it is looked at again
 * @param mine whether the reader laid it; else its layer holds no mandate any more
 * @param checked whether it was laid in a conflict check
 */
public record EmbargoView(
        EmbargoId id,
        ObjectType type,
        CaseId caseId,
        Optional<String> caseNumber,
        Optional<String> reference,
        LocalDate review,
        Instant laidAt,
        boolean mine,
        boolean checked) {

    /** Whether its day has come. */
    public boolean isDueOn(LocalDate day) {
        return !day.isBefore(review);
    }
}
