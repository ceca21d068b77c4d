package be.livc.casefile;

import java.time.LocalDate;
import java.util.Optional;

/** A case without its content: number, purpose code and dates. */
public record CaseFacts(
        CaseId id,
        String number,
        String purpose,
        LocalDate openedOn,
        Optional<LocalDate> closedOn,
        Optional<LocalDate> retainUntil) {}
