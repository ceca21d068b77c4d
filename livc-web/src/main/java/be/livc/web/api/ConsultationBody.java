package be.livc.web.api;

import be.livc.consultation.ConsultationView;
import be.livc.law.LegalBasisId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consultation as the caller sees it: their own items, and what stands in the way of opening. */
record ConsultationBody(
        UUID id,
        String number,
        LocalDate date,
        @Nullable LocalTime startsAt,
        String place,
        List<UUID> legalBases,
        UUID chair,
        String chairName,
        boolean urgent,
        boolean onlyTasks,
        String state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        List<AgendaItemView> items,
        List<Problem.Missing> missing,
        List<WhyView> access) {

    static ConsultationBody of(ConsultationView view, List<Problem.Missing> missing) {
        return new ConsultationBody(
                view.id().value(),
                view.number(),
                view.date(),
                view.startsAt().orElse(null),
                view.place(),
                view.bases().stream().map(LegalBasisId::value).toList(),
                view.chair().value(),
                view.chairName(),
                view.urgent(),
                view.onlyTasks(),
                view.state(),
                view.openedAt().orElse(null),
                view.closedAt().orElse(null),
                view.items().stream().map(AgendaItemView::of).toList(),
                missing,
                WhyView.of(view.access()));
    }
}
