package be.livc.rights;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be erased: a case, or a signal that never became one. Its key bears the case id in both.
 *
 * @param type CASE or SIGNAL
 * @param object the id of the case or signal
 * @param number what people call it
 * @param until the last day on which it may be kept; empty while no term runs
 */
public record ToErase(ObjectType type, UUID object, CaseId caseId, String number, Optional<LocalDate> until) {

    /** A case. */
    public static ToErase ofCase(CaseFacts facts) {
        return new ToErase(ObjectType.CASE, facts.id().value(), facts.id(), facts.number(), facts.retainUntil());
    }

    /** A signal. */
    public static ToErase ofSignal(UUID signal, CaseId caseId, String number, Optional<LocalDate> until) {
        return new ToErase(ObjectType.SIGNAL, signal, caseId, number, until);
    }

    /** Whether its term is over on this day. */
    boolean isOverOn(LocalDate day) {
        return until.filter(last -> last.isBefore(day)).isPresent();
    }
}
