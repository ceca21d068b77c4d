package be.livc.consultation;

import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.law.LegalBasisId;
import be.livc.platform.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A meeting under art. 458ter. */
@Entity
class Consultation {

    /** How far a meeting is. */
    enum State {
        PLANNED,
        OPEN,
        CLOSED,
        CALLED_OFF
    }

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private String number;

    @Column
    private LocalDate heldOn;

    @Nullable
    private LocalTime startsAt;

    @Column
    private String place;

    @Column
    private UUID chairId;

    @Column(columnDefinition = "uuid[]")
    private UUID[] bases;

    @Column
    private boolean urgent;

    @Enumerated(EnumType.STRING)
    private State state;

    @Nullable
    private Instant openedAt;

    @Nullable
    private Instant closedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Consultation() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Consultation(ConsultationId id, String number, PlanConsultation asked) {
        this.id = id.value();
        this.number = number;
        this.state = State.PLANNED;
        planAnew(asked);
    }

    /** Whether it is on another day or at another hour. */
    boolean isElsewhen(LocalDate day, Optional<LocalTime> hour) {
        return !heldOn.equals(day) || !startsAt().equals(hour);
    }

    void planAnew(PlanConsultation asked) {
        heldOn = asked.date();
        startsAt = asked.startsAt().orElse(null);
        place = asked.place();
        chairId = asked.chair().value();
        bases = asked.bases().stream().map(LegalBasisId::value).toArray(UUID[]::new);
        urgent = asked.urgent();
    }

    ConsultationId id() {
        return new ConsultationId(id);
    }

    String number() {
        return number;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    Optional<LocalTime> startsAt() {
        return Optional.ofNullable(startsAt);
    }

    String place() {
        return place;
    }

    MandateId chair() {
        return new MandateId(chairId);
    }

    List<LegalBasisId> bases() {
        return Stream.of(bases).map(LegalBasisId::new).toList();
    }

    boolean isUrgent() {
        return urgent;
    }

    State state() {
        return state;
    }

    Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** When it was closed, or called off. */
    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    boolean isChairedBy(Actor actor) {
        return chairId.equals(actor.mandate().value());
    }

    void requirePlanned() {
        if (state != State.PLANNED) {
            throw Refusal.conflict("not-planned");
        }
    }

    void requireClosed() {
        if (state != State.CLOSED) {
            throw Refusal.conflict("not-closed");
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    void requireOpen() {
        if (state != State.OPEN) {
            throw Refusal.conflict("not-open");
        }
    }

    void open(Instant now) {
        state = State.OPEN;
        openedAt = now;
    }

    void close(Instant now) {
        state = State.CLOSED;
        closedAt = now;
    }

    void callOff(Instant now) {
        state = State.CALLED_OFF;
        closedAt = now;
    }

    /** Whether nobody comes or goes any more. */
    boolean isOver() {
        return state == State.CLOSED || state == State.CALLED_OFF;
    }
}
