package be.livc.web.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the work list as the REST contract shows it. */
record TaskInClear(
        UUID id,
        String step,
        UUID caseId,
        @Nullable String number,
        SubjectInClear subject,
        String phase,
        @Nullable Instant due,
        Instant since,
        String doneBy) {

    /** Who the case is about. */
    record SubjectInClear(String familyName, String givenNames, @Nullable LocalDate birthDate, List<String> aliases) {}

    /** One page. */
    record Tasks(List<TaskInClear> items, @Nullable String next) {}
}
