package be.livc.casefile;

import be.livc.cell.MandateId;
import be.livc.platform.CellId;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The goals of a case and the day it comes back. Its measures stand beside it. */
@Entity
class ActionPlan {

    @Id
    private UUID caseId;

    @TenantId
    private UUID cellId;

    @Column
    private UUID id;

    @Column(name = "goals_sealed")
    private Sealed goals;

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
    ActionPlan(CaseId caseId, UUID id, Sealed goals, LocalDate reviewDate, MandateId by, Instant now) {
        this.caseId = caseId.value();
        this.id = id;
        this.goals = goals;
        this.reviewDate = reviewDate;
        this.changedBy = by.value();
        this.changedAt = now;
    }

    static Place place(CellId cell, CaseId caseId, UUID id) {
        return new Place(cell, caseId.value(), "action_plan", "goals", id);
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Sealed goals() {
        return goals.at(place(new CellId(cellId), caseId(), id));
    }

    LocalDate reviewDate() {
        return reviewDate;
    }

    int version() {
        return version;
    }

    void change(Sealed newGoals, LocalDate newReviewDate, MandateId by, Instant now) {
        goals = newGoals;
        reviewDate = newReviewDate;
        changedBy = by.value();
        changedAt = now;
    }
}
