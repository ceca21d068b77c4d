package be.livc.signal;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
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
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** How one assessor, or both jointly, weighed a signal. Its reason is the case item of the same id. */
@Entity
class Assessment {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID signalId;

    @Column
    private UUID assessorId;

    @Enumerated(EnumType.STRING)
    private Capacity capacity;

    @Column
    private boolean joint;

    @Enumerated(EnumType.STRING)
    private Assess.Outcome outcome;

    @Nullable
    private String referral;

    @Column(name = "criteria_sealed")
    private Sealed criteria;

    @Column
    private Instant at;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Assessment() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Assessment(UUID id, SignalId signal, Actor assessor, boolean joint, Assess asked, Sealed criteria, Instant now) {
        this.id = id;
        this.signalId = signal.value();
        this.assessorId = assessor.mandate().value();
        this.capacity = assessor.capacity();
        this.joint = joint;
        this.outcome = asked.outcome();
        this.referral = asked.referral().orElse(null);
        this.criteria = criteria;
        this.at = now;
    }

    static Place place(CellId cell, CaseId caseId, UUID id) {
        return new Place(cell, caseId.value(), "assessment", "criteria", id);
    }

    UUID id() {
        return id;
    }

    MandateId assessor() {
        return new MandateId(assessorId);
    }

    Capacity capacity() {
        return capacity;
    }

    boolean isJoint() {
        return joint;
    }

    Assess.Outcome outcome() {
        return outcome;
    }

    Optional<String> referral() {
        return Optional.ofNullable(referral);
    }

    Sealed criteria(CaseId caseId) {
        return criteria.at(place(new CellId(cellId), caseId, id));
    }

    Instant at() {
        return at;
    }
}
