package be.livc.consultation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A consultation in a list: date, place and state; no case. */
public record ConsultationRow(
        ConsultationId id,
        String number,
        LocalDate date,
        Optional<LocalTime> startsAt,
        String place,
        boolean urgent,
        String state) {

    /** Whether it is still to be held, or being held. */
    public boolean isToCome() {
        return state.equals(Consultation.State.PLANNED.name()) || state.equals(Consultation.State.OPEN.name());
    }
}
