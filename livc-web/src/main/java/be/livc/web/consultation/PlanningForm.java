package be.livc.web.consultation;

import be.livc.cell.MandateId;
import be.livc.consultation.PlanConsultation;
import be.livc.law.LegalBasisId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the form to plan a consultation sends. */
record PlanningForm(
        @Nullable LocalDate date,
        @Nullable LocalTime startsAt,
        @Nullable String place,
        @Nullable List<UUID> legalBasis,
        @Nullable UUID chair,
        @Nullable Boolean urgent,
        @Nullable UUID dossier) {

    static PlanningForm empty(@Nullable UUID dossier, List<UUID> bases, @Nullable UUID chair) {
        return new PlanningForm(null, null, null, bases, chair, false, dossier);
    }

    PlanConsultation command(LocalDate day, UUID chairing) {
        return new PlanConsultation(
                day,
                Optional.ofNullable(startsAt),
                place == null ? "" : place.strip(),
                legalBasis == null
                        ? List.of()
                        : legalBasis.stream().map(LegalBasisId::new).toList(),
                new MandateId(chairing),
                Boolean.TRUE.equals(urgent));
    }
}
