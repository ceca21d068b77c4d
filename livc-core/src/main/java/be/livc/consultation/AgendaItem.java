package be.livc.consultation;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.platform.CellId;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One case on the agenda of a consultation; one that was taken off is not found any more. Attendance is per item. */
@Entity
@SQLRestriction("withdrawn_at is null")
class AgendaItem {

    /** How far the conflict check is. */
    enum Conflict {
        PENDING,
        CLEAR,
        EMBARGO
    }

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID consultationId;

    @Column
    private int n;

    @Column
    private int place;

    @Column
    private UUID caseId;

    @Column
    private String purpose;

    @Column(name = "purpose_text_sealed")
    @Nullable
    private Sealed purposeText;

    @Enumerated(EnumType.STRING)
    private Conflict conflict;

    @Nullable
    private UUID conflictBy;

    @Nullable
    private Instant conflictAt;

    @Nullable
    private LocalDate reviewDate;

    @Nullable
    private Instant withdrawnAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AgendaItem() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    AgendaItem(
            UUID id, ConsultationId consultation, int n, int place, PutOnAgenda asked, @Nullable Sealed purposeText) {
        this.id = id;
        this.consultationId = consultation.value();
        this.n = n;
        this.place = place;
        this.caseId = asked.caseId().value();
        this.purpose = asked.purpose();
        this.purposeText = purposeText;
        this.conflict = Conflict.PENDING;
    }

    static Place place(CellId cell, CaseId caseId, UUID id, String column) {
        return new Place(cell, caseId.value(), "agenda_item", column, id);
    }

    UUID id() {
        return id;
    }

    ConsultationId consultation() {
        return new ConsultationId(consultationId);
    }

    int n() {
        return n;
    }

    /** When it is discussed, from 1. */
    int place() {
        return place;
    }

    void standsAt(int other) {
        place = other;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    String purpose() {
        return purpose;
    }

    Optional<Sealed> purposeText() {
        return Optional.ofNullable(purposeText)
                .map(value -> value.at(place(new CellId(cellId), caseId(), id, "purpose_text")));
    }

    Conflict conflict() {
        return conflict;
    }

    /** Whether its conflict check ended in an embargo; {@link Agenda#discussed} knows of every other one too. */
    boolean isUnderEmbargo() {
        return conflict == Conflict.EMBARGO;
    }

    void check(ConflictCheck.Outcome outcome, MandateId by, Instant now) {
        conflict = Conflict.valueOf(outcome.name());
        conflictBy = by.value();
        conflictAt = now;
    }

    void reviewOn(LocalDate day) {
        reviewDate = day;
    }

    Optional<LocalDate> reviewDate() {
        return Optional.ofNullable(reviewDate);
    }
}
