package be.livc.transfer;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A case that goes to another cell, as the sender keeps it. Its row drives the whole: see {@link State}. */
@Entity
@DynamicUpdate // the program may change the state and what goes with it, and nothing else
@Table(name = "transfer_out")
class OutgoingTransfer {

    /**
     * How far it is at the sender's.
     *
     * <pre>
     *   PREPARING ─▶ OFFERED ─▶ ACCEPTED | REFUSED | WITHDRAWN     what the receiver's row says
     *       └─▶ ABANDONING ─▶ ABANDONED                            never offered
     * </pre>
     */
    enum State {
        PREPARING,
        OFFERED,
        ABANDONING,
        ABANDONED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID caseId;

    @Column
    private String caseNumber;

    @Column
    private UUID toCell;

    @Enumerated(EnumType.STRING)
    private TransferKind kind;

    @Column
    private String purpose;

    @Column
    private int parts;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "reason_sealed")
    private Sealed reason;

    @Column
    private UUID offeredBy;

    @Column
    private Instant begunAt;

    @Column
    private Instant answerBy;

    @Nullable
    private Instant answeredAt;

    @Nullable
    private String answerCode;

    @Column(name = "answer_sealed")
    @Nullable
    private Sealed answer;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OutgoingTransfer() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    OutgoingTransfer(
            TransferId id,
            OfferTransfer asked,
            String caseNumber,
            Sealed reason,
            MandateId by,
            Instant now,
            Instant answerBy) {
        this.id = id.value();
        this.caseId = asked.caseId().value();
        this.caseNumber = caseNumber;
        this.toCell = asked.to().value();
        this.kind = asked.kind();
        this.purpose = asked.purpose();
        this.parts = asked.parts().size();
        this.state = State.PREPARING;
        this.reason = reason;
        this.offeredBy = by.value();
        this.begunAt = now;
        this.answerBy = answerBy;
    }

    static Place place(CellId cell, TransferId id, String column) {
        return new Place(cell, id.value(), "transfer_out", column, id.value());
    }

    TransferId id() {
        return new TransferId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    String caseNumber() {
        return caseNumber;
    }

    CellId to() {
        return new CellId(toCell);
    }

    TransferKind kind() {
        return kind;
    }

    String purpose() {
        return purpose;
    }

    int parts() {
        return parts;
    }

    State state() {
        return state;
    }

    Instant begunAt() {
        return begunAt;
    }

    Instant answerBy() {
        return answerBy;
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    Optional<String> answerCode() {
        return Optional.ofNullable(answerCode);
    }

    Sealed reason() {
        return reason.at(place(new CellId(cellId), id(), "reason"));
    }

    /** What the receiver said on refusing; none until it is settled that it was refused. */
    Optional<Sealed> answer() {
        return Optional.ofNullable(answer)
                .filter(text -> state == State.REFUSED)
                .map(text -> text.at(place(new CellId(cellId), id(), "answer")));
    }

    void offer() {
        move(State.PREPARING, State.OFFERED);
    }

    void beginToAbandon() {
        move(State.PREPARING, State.ABANDONING);
    }

    void abandon() {
        move(State.ABANDONING, State.ABANDONED);
    }

    /** Keeps what the receiver is about to say; it counts once the receiver's own row says so. */
    void noteAnswer(Sealed text) {
        if (state == State.OFFERED) {
            answer = text;
        }
    }

    void answered(State outcome, Optional<String> code, Instant now) {
        move(State.OFFERED, outcome);
        answerCode = code.orElse(null);
        answeredAt = now;
    }

    private void move(State from, State to) {
        if (state != from) {
            throw Refusal.conflict("already-answered");
        }
        state = to;
    }
}
