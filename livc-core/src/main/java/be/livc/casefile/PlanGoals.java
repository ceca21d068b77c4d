package be.livc.casefile;

import be.livc.cell.MandateId;
import be.livc.platform.CellId;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The goals of a plan as they were set at one moment. Never changed: the next wording is another one. */
@Entity
class PlanGoals {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID caseId;

    @Column(name = "goals_sealed")
    private Sealed goals;

    @Column
    private Instant setAt;

    @Column
    private UUID setBy;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected PlanGoals() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    PlanGoals(UUID id, CaseId caseId, Sealed goals, MandateId by, Instant now) {
        this.id = id;
        this.caseId = caseId.value();
        this.goals = goals;
        this.setBy = by.value();
        this.setAt = now;
    }

    /** Where they are sealed for; under the name of the plan, as the first ones were. */
    static Place place(CellId cell, CaseId caseId, UUID id) {
        return new Place(cell, caseId.value(), "action_plan", "goals", id);
    }

    UUID id() {
        return id;
    }

    Instant agreedAt() {
        return setAt;
    }

    Sealed goals() {
        return goals.at(place(new CellId(cellId), new CaseId(caseId), id));
    }
}
