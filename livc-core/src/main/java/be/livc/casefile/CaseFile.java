package be.livc.casefile;

import be.livc.platform.CellId;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The file on one subject in one cell. In what phase it is, its process knows. */
@Entity
class CaseFile {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private String number;

    @Column
    private String purpose;

    @Column(name = "purpose_text_sealed")
    @Nullable
    private Sealed purposeText;

    @Column
    private LocalDate openedOn;

    @Nullable
    private LocalDate nextReview;

    @Nullable
    private LocalDate closedOn;

    @Nullable
    private String closureGround;

    @Nullable
    private LocalDate retainUntil;

    @Nullable
    private LocalDate reopenedOn;

    @Nullable
    private LocalDate closedBefore;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CaseFile() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    CaseFile(CaseId id, String number, String purpose, @Nullable Sealed purposeText, LocalDate today) {
        this.id = id.value();
        this.number = number;
        this.purpose = purpose;
        this.purposeText = purposeText;
        this.openedOn = today;
    }

    static Place purposePlace(CellId cell, CaseId id) {
        return new Place(cell, id.value(), "case_file", "purpose_text", id.value());
    }

    CaseId id() {
        return new CaseId(id);
    }

    String number() {
        return number;
    }

    String purpose() {
        return purpose;
    }

    Optional<Sealed> purposeText() {
        return Optional.ofNullable(purposeText).map(value -> value.at(purposePlace(new CellId(cellId), id())));
    }

    LocalDate openedOn() {
        return openedOn;
    }

    Optional<LocalDate> nextReview() {
        return Optional.ofNullable(nextReview);
    }

    Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    Optional<String> closureGround() {
        return Optional.ofNullable(closureGround);
    }

    Optional<LocalDate> retainUntil() {
        return Optional.ofNullable(retainUntil);
    }

    void reviewOn(LocalDate day) {
        nextReview = day;
    }

    void close(String ground, LocalDate today, LocalDate keepUntil) {
        closedOn = today;
        closureGround = ground;
        retainUntil = keepUntil;
        nextReview = null;
    }

    void keepUntil(LocalDate day) {
        retainUntil = day;
    }

    void reopen(LocalDate today) {
        reopenedOn = today;
        closedBefore = closedOn;
        closedOn = null;
        closureGround = null;
        retainUntil = null;
    }
}
