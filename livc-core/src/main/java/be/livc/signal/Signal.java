package be.livc.signal;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.platform.CellId;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What somebody noticed about a person. Its facts are items of the case that is born with it. */
@Entity
@DynamicUpdate // the program may change no more than the case that a signal joins
class Signal {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID caseId;

    @Column
    private String number;

    @Column
    private String reporter;

    @Column
    private UUID filedBy;

    @Column
    private Instant filedAt;

    @Column
    private String urgency;

    @Column
    private boolean subjectInformed;

    @Column(name = "not_informed_sealed")
    @Nullable
    private Sealed notInformed;

    @Nullable
    private String secretGround;

    @Nullable
    private UUID joinedCaseId;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Signal() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Signal(Filed filed, FileSignal asked, MandateId by, @Nullable Sealed notInformed, Instant now) {
        this.id = filed.id().value();
        this.caseId = filed.caseId().value();
        this.number = filed.number();
        this.reporter = asked.reporter();
        this.filedBy = by.value();
        this.filedAt = now;
        this.urgency = asked.urgency();
        this.subjectInformed = asked.subjectInformed();
        this.notInformed = notInformed;
        this.secretGround = asked.containsSecret() ? asked.secretGround().orElse(null) : null;
    }

    static Place notInformedPlace(CellId cell, Filed filed) {
        return new Place(
                cell,
                filed.caseId().value(),
                "signal",
                "not_informed",
                filed.id().value());
    }

    SignalId id() {
        return new SignalId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    String number() {
        return number;
    }

    String reporter() {
        return reporter;
    }

    MandateId filedBy() {
        return new MandateId(filedBy);
    }

    Instant filedAt() {
        return filedAt;
    }

    String urgency() {
        return urgency;
    }

    boolean isSubjectInformed() {
        return subjectInformed;
    }

    Optional<Sealed> notInformed() {
        return Optional.ofNullable(notInformed)
                .map(value -> value.at(notInformedPlace(new CellId(cellId), new Filed(id(), caseId(), number))));
    }

    Optional<String> secretGround() {
        return Optional.ofNullable(secretGround);
    }

    Optional<CaseId> joined() {
        return Optional.ofNullable(joinedCaseId).map(CaseId::new);
    }

    void join(CaseId other) {
        joinedCaseId = other.value();
    }
}
