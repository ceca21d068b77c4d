package be.livc.web.consultation;

import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.PlanConsultation;
import be.livc.law.LegalBasisId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What the forms to plan a consultation and to change the plan send. */
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

    /** As it is planned now. */
    static PlanningForm of(ConsultationView planned) {
        return new PlanningForm(
                planned.date(),
                planned.startsAt().orElse(null),
                planned.place(),
                planned.bases().stream().map(LegalBasisId::value).toList(),
                planned.chair().value(),
                planned.urgent(),
                null);
    }

    /** Tells what no plan can do without and was left empty, and a day that has passed: nobody can come on it any more. */
    void require(BindingResult errors, LocalDate today) {
        if (date == null && !errors.hasFieldErrors("date")) {
            errors.rejectValue("date", "error.required");
        }
        if (date != null && date.isBefore(today)) {
            errors.rejectValue("date", "error.in-the-past");
        }
        if (chair == null && !errors.hasFieldErrors("chair")) {
            errors.rejectValue("chair", "error.required");
        }
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
