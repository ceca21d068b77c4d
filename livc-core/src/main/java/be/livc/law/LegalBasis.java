package be.livc.law;

import be.livc.cell.CellKind;
import be.livc.cell.Mandate;
import be.livc.cell.PartnerId;
import be.livc.platform.Belgium;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A law, decree, ordinance or permission that lets partners speak in this cell, for its purposes, while it is valid. */
@Entity
public class LegalBasis {

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

    @Nullable
    private UUID prisonId;

    @Nullable
    private String motivation;

    @Nullable
    private String givenBy;

    @Nullable
    private LocalDate givenOn;

    @Nullable
    private Instant withdrawnAt;

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
        recorded.permission().ifPresent(permission -> {
            this.prisonId = permission.prison().map(PartnerId::value).orElse(null);
            this.motivation = permission.motivation();
            this.givenBy = permission.givenBy();
            this.givenOn = permission.givenOn();
        });
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

    /** Who takes part: codes of partner categories, partner ids, or mandate ids of named people. */
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

    /** The prison that a permission was given for, where it was given for one. */
    public Optional<PartnerId> prison() {
        return Optional.ofNullable(prisonId).map(PartnerId::new);
    }

    /** The reasons of a permission; art. 458ter §1 asks that it has them. */
    public Optional<String> motivation() {
        return Optional.ofNullable(motivation);
    }

    /** The magistrate who gave a permission. */
    public Optional<String> givenBy() {
        return Optional.ofNullable(givenBy);
    }

    /** The day on which a permission was given. */
    public Optional<LocalDate> givenOn() {
        return Optional.ofNullable(givenOn);
    }

    /** The moment from which it covers nobody any more, whatever its last day. */
    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** Whether it is valid on this day, both ends included; one that was withdrawn is valid on no day from then on. */
    public boolean isValidOn(LocalDate day) {
        return validityOn(day) == Validity.VALID
                && (withdrawnAt == null
                        || day.isBefore(withdrawnAt.atZone(Belgium.TIME).toLocalDate()));
    }

    private Validity validityOn(LocalDate day) {
        if (day.isBefore(validFrom)) {
            return Validity.NOT_BEGUN;
        }
        return validTo != null && day.isAfter(validTo) ? Validity.EXPIRED : Validity.VALID;
    }

    /** How it stands at this moment: by the calendar of Brussels, and to the instant where it was withdrawn. */
    public Validity validityAt(Instant moment) {
        if (withdrawnAt != null && !moment.isBefore(withdrawnAt)) {
            return Validity.WITHDRAWN;
        }
        return validityOn(moment.atZone(Belgium.TIME).toLocalDate());
    }

    /** Whether it is valid at this moment. */
    public boolean isValidAt(Instant moment) {
        return validityAt(moment) == Validity.VALID;
    }

    /** Days left until its last one, 0 on that day itself; empty when it has no last day or is not valid now. */
    public OptionalLong daysLeftAt(Instant moment) {
        return validTo == null || !isValidAt(moment)
                ? OptionalLong.empty()
                : OptionalLong.of(
                        ChronoUnit.DAYS.between(moment.atZone(Belgium.TIME).toLocalDate(), validTo));
    }

    /** Whether anything that a cell of this kind does can stand on it: a PIVC stands on the permission of the procureur. */
    public boolean countsIn(CellKind cell) {
        return cell != CellKind.PIVC || kind == BasisKind.PROSECUTOR_PERMISSION;
    }

    /** Whether it serves this purpose. */
    public boolean serves(String purpose) {
        return purposes().contains(purpose);
    }

    /** Whether this person takes part under it: named, by their organisation, or by its category. */
    boolean covers(Mandate mandate) {
        return names(mandate) || participants().contains(mandate.partner().category());
    }

    /** Whether it names this person or their organisation itself, not only a category. */
    boolean names(Mandate mandate) {
        return participants().contains(mandate.id().toString())
                || participants().contains(mandate.partner().id().toString());
    }

    /** After this day it is no longer valid. */
    void endOn(LocalDate lastDay) {
        validTo = lastDay;
    }

    /** From this moment on it covers nobody; the first withdrawal counts. */
    void withdraw(Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
        }
    }
}
