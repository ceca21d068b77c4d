package be.livc.law;

import be.livc.cell.Mandate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A law, decree, ordinance or permission that lets partners speak in this cell, for its purposes, while it is valid. */
@Entity
public class LegalBasis {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Enumerated(EnumType.STRING)
    private BasisKind kind;

    @Column
    private String reference;

    @Column(columnDefinition = "text[]")
    private String[] purposes;

    @Nullable
    private String purposeNote;

    @Column
    private String terms;

    @Column(columnDefinition = "text[]")
    private String[] participants;

    @Column
    private LocalDate validFrom;

    @Nullable
    private LocalDate validTo;

    @Column
    private Instant recordedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected LegalBasis() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    LegalBasis(UUID id, RecordBasis recorded, Instant now) {
        this.id = id;
        this.kind = recorded.kind();
        this.reference = recorded.reference();
        this.purposes = recorded.purposes().toArray(String[]::new);
        this.purposeNote = recorded.purposeNote().orElse(null);
        this.terms = recorded.terms();
        this.participants = recorded.participants().toArray(String[]::new);
        this.validFrom = recorded.validFrom();
        this.validTo = recorded.validTo().orElse(null);
        this.recordedAt = now;
    }

    /** Its id in this cell. */
    public LegalBasisId id() {
        return new LegalBasisId(id);
    }

    /** What it is. */
    public BasisKind kind() {
        return kind;
    }

    /** Where it is to be found: title, date, number. */
    public String reference() {
        return reference;
    }

    /** Codes of the purposes it serves (code list {@code purposes}). */
    public List<String> purposes() {
        return List.of(purposes);
    }

    /** The purpose in its own words, where recorded. */
    public Optional<String> purposeNote() {
        return Optional.ofNullable(purposeNote);
    }

    /** On what terms. */
    public String terms() {
        return terms;
    }

    /** Who takes part: partner ids or codes of partner categories. */
    public List<String> participants() {
        return List.of(participants);
    }

    /** First day. */
    public LocalDate validFrom() {
        return validFrom;
    }

    /** Last day, where it has one. */
    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    /** Whether it is valid on this day, both ends included. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether it is valid at this moment, by the calendar of Brussels. */
    public boolean isValidAt(Instant moment) {
        return isValidOn(moment.atZone(BRUSSELS).toLocalDate());
    }

    /** Whether it serves this purpose. */
    public boolean serves(String purpose) {
        return purposes().contains(purpose);
    }

    /** Whether the organisation of this mandate takes part under it, by itself or by its category. */
    public boolean covers(Mandate mandate) {
        return participants().contains(mandate.partner().id().toString())
                || participants().contains(mandate.partner().category());
    }

    /** From this day on it is no longer valid. */
    void endOn(LocalDate lastDay) {
        validTo = lastDay;
    }
}
