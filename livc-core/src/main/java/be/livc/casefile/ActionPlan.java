package be.livc.casefile;

import be.livc.cell.MandateId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Which goals of a case hold, and the day it comes back. Its measures and the wordings of its goals stand beside it. */
@Entity
class ActionPlan {

    @Id
    private UUID caseId;

    @TenantId
    private UUID cellId;

    @Column
    private UUID id;

    @Column
    private LocalDate reviewDate;

    @Version
    private int version;

    @Column
    private Instant changedAt;

    @Column
    private UUID changedBy;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ActionPlan() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    ActionPlan(CaseId caseId, UUID goals, LocalDate reviewDate, MandateId by, Instant now) {
        this.caseId = caseId.value();
        this.id = goals;
        this.reviewDate = reviewDate;
        this.changedBy = by.value();
        this.changedAt = now;
    }

    /** The goals as they are now. */
    UUID goals() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    LocalDate reviewDate() {
        return reviewDate;
    }

    int version() {
        return version;
    }

    void change(UUID newGoals, LocalDate newReviewDate, MandateId by, Instant now) {
        id = newGoals;
        reviewDate = newReviewDate;
        changedBy = by.value();
        changedAt = now;
    }
}
