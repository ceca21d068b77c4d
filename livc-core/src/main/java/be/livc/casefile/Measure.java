package be.livc.casefile;

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
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One measure of a plan of action: what is to be done, by whom, by when. */
@Entity
class Measure {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID caseId;

    @Column(name = "what_sealed")
    private Sealed what;

    @Column
    private UUID ownerId;

    @Column
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    private MeasureState state;

    @Column
    private int position;

    @Nullable
    private UUID goalId;

    @Column(name = "offer_sealed")
    @Nullable
    private Sealed offer;

    @Nullable
    private Instant droppedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Measure(MeasureId id, CaseId caseId, Sealed what, MandateId owner, LocalDate due, int position) {
        this.id = id.value();
        this.caseId = caseId.value();
        this.what = what;
        this.ownerId = owner.value();
        this.due = due;
        this.state = MeasureState.OPEN;
        this.position = position;
    }

    static Place place(CellId cell, CaseId caseId, MeasureId id) {
        return new Place(cell, caseId.value(), "measure", "what", id.value());
    }

    static Place offerPlace(CellId cell, CaseId caseId, MeasureId id) {
        return new Place(cell, caseId.value(), "measure", "offer", id.value());
    }

    MeasureId id() {
        return new MeasureId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Sealed what() {
        return what.at(place(new CellId(cellId), caseId(), id()));
    }

    MandateId owner() {
        return new MandateId(ownerId);
    }

    LocalDate due() {
        return due;
    }

    Optional<GoalId> goal() {
        return Optional.ofNullable(goalId).map(GoalId::new);
    }

    MeasureState state() {
        return state;
    }

    boolean isOverdueOn(LocalDate day) {
        return !state.isOver() && due.isBefore(day);
    }

    void plan(Sealed newWhat, MandateId newOwner, LocalDate newDue, int newPosition) {
        what = newWhat;
        ownerId = newOwner.value();
        due = newDue;
        position = newPosition;
    }

    void serve(Optional<GoalId> goal) {
        goalId = goal.map(GoalId::value).orElse(null);
    }

    /** The sealed code of the support offer that it calls upon. */
    Optional<Sealed> offer() {
        return Optional.ofNullable(offer).map(code -> code.at(offerPlace(new CellId(cellId), caseId(), id())));
    }

    void callUpon(Optional<Sealed> code) {
        offer = code.orElse(null);
    }

    void reached(MeasureState newState) {
        state = newState;
    }

    void drop(Instant now) {
        droppedAt = now;
    }
}
