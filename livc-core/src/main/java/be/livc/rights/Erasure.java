package be.livc.rights;

import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The way from a proposal to a certificate: the coordinator proposes, the mayor decides, the DPO carries out. */
@Entity
class Erasure {

    /** How far it is. */
    enum State {
        PROPOSED,
        APPROVED,
        KEPT,
        DONE
    }

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID caseId;

    @Column
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private String rule;

    @Column
    private String reason;

    @Column
    private UUID proposedBy;

    @Column
    private Instant proposedAt;

    @Nullable
    private UUID decidedBy;

    @Nullable
    private Instant decidedAt;

    @Nullable
    private LocalDate keepUntil;

    @Nullable
    private UUID carriedOutBy;

    @Nullable
    private Instant erasedAt;

    @Nullable
    private LocalDate unreadableInBackupsAfter;

    @Nullable
    private Long ledgerIndex;

    @Nullable
    private String proof;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Erasure() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Erasure(UUID id, ToErase asked, String rule, ErasureReason reason, MandateId by, Instant now) {
        this.id = id;
        this.caseId = asked.caseId().value();
        this.caseNumber = asked.number();
        this.rule = rule;
        this.reason = reason.code();
        this.state = State.PROPOSED;
        this.proposedBy = by.value();
        this.proposedAt = now;
    }

    UUID caseId() {
        return caseId;
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    String reason() {
        return reason;
    }

    /** The day up to and including which it is kept instead. */
    Optional<LocalDate> keepUntil() {
        return Optional.ofNullable(keepUntil);
    }

    /** Takes the reason that who carries it out gives in place of the one proposed. */
    void becauseOf(ErasureReason other) {
        reason = other.code();
    }

    void approve(MandateId by, Instant now) {
        requireIn(State.PROPOSED, "wrong-phase");
        state = State.APPROVED;
        decidedBy = by.value();
        decidedAt = now;
    }

    void keep(MandateId by, LocalDate until, Instant now) {
        requireIn(State.PROPOSED, "wrong-phase");
        state = State.KEPT;
        keepUntil = until;
        decidedBy = by.value();
        decidedAt = now;
    }

    void done(MandateId by, Instant now, LocalDate backupsUnreadableAfter, long index) {
        requireIn(State.APPROVED, "erasure-not-decided");
        state = State.DONE;
        carriedOutBy = by.value();
        erasedAt = now;
        unreadableInBackupsAfter = backupsUnreadableAfter;
        ledgerIndex = index;
    }

    /** That it stands in the signed log, once it was asked for. */
    Optional<String> proof() {
        return Optional.ofNullable(proof);
    }

    void prove(String signed) {
        proof = signed;
    }

    private void requireIn(State needed, String otherwise) {
        if (state != needed) {
            throw Refusal.conflict(otherwise);
        }
    }

    Certificate certificate() {
        if (erasedAt == null || unreadableInBackupsAfter == null || ledgerIndex == null) {
            throw new IllegalStateException("a certificate is given only after the erasure");
        }
        return new Certificate(caseNumber, rule, reason, erasedAt, unreadableInBackupsAfter, ledgerIndex);
    }
}
