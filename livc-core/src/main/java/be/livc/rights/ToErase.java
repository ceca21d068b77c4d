package be.livc.rights;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import java.util.UUID;

/**
 * What is to be erased: a case, or a signal that never became one. Its key bears the case id in both.
 *
 * @param type CASE or SIGNAL
 * @param object the id of the case or signal
 * @param number what people call it
 */
public record ToErase(ObjectType type, UUID object, CaseId caseId, String number) {

    /** A case. */
    public static ToErase ofCase(CaseId id, String number) {
        return new ToErase(ObjectType.CASE, id.value(), id, number);
    }

    /** A signal. */
    public static ToErase ofSignal(UUID signal, CaseId caseId, String number) {
        return new ToErase(ObjectType.SIGNAL, signal, caseId, number);
    }
}
