package be.livc.consultation;

import be.livc.cell.MandateId;
import be.livc.law.LegalBasisId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Plans a consultation.
 *
 * @param startsAt the hour, by the clock of Brussels, where it is known
 * @param bases the legal bases that it stands on, at least one
 * @param chair the mandate of who will chair
 * @param urgent whether it is held because of danger
 */
public record PlanConsultation(
        LocalDate date,
        Optional<LocalTime> startsAt,
        String place,
        List<LegalBasisId> bases,
        MandateId chair,
        boolean urgent) {

    /** Keeps its own copy of the bases. */
    public PlanConsultation {
        bases = List.copyOf(bases);
    }
}
