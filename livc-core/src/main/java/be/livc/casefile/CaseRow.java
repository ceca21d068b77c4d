package be.livc.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A case in a list.
 *
 * @param subject empty when the reader does not see who it is about
 * @param suspended whether an embargo hides its content from the reader
 */
public record CaseRow(
        CaseId id,
        String number,
        String phase,
        Optional<Subject> subject,
        LocalDate openedOn,
        Optional<LocalDate> nextReview,
        boolean suspended) {}
