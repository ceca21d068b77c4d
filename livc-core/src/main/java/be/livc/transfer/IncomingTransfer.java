package be.livc.transfer;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.ledger.Link;
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

/** A case that another cell offers, as the receiver keeps it. Its row decides what the answer is. */
@Entity
@DynamicUpdate // the program may change the state and what goes with it, and nothing else
@Table(name = "transfer_in")
class IncomingTransfer {

    /** How far it is at the receiver's. Nobody of the cell sees it while it is PREPARED, or was ABANDONED. */
    enum State {
        PREPARED,
        OFFERED,
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
    private UUID fromCell;

    @Column
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private TransferKind kind;

    @Column
    private String purpose;

    @Column
    private int parts;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "summary_sealed")
    private Sealed summary;

    @Column
    private UUID contentId;

    @Column(name = "content_sealed")
    @Nullable
    private Sealed content;

    @Column
    private Instant preparedAt;

    @Column
    private Instant answerBy;

    @Nullable
    private UUID answeredBy;

    @Nullable
    private Instant answeredAt;

    @Nullable
    private String answerCode;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected IncomingTransfer() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    IncomingTransfer(Announced announced, CaseId caseId, UUID contentId, Sealed summary, Sealed content, Instant now) {
        this.id = announced.id().value();
        this.fromCell = announced.from().value();
        this.caseId = caseId.value();
        this.kind = announced.kind();
        this.purpose = announced.purpose();
        this.parts = announced.parts();
        this.state = State.PREPARED;
        this.summary = summary;
        this.contentId = contentId;
        this.content = content;
        this.preparedAt = now;
        this.answerBy = announced.answerBy();
    }

    static Place summaryPlace(CellId cell, CaseId caseId, TransferId id) {
        return new Place(cell, caseId.value(), "transfer_in", "summary", id.value());
    }

    static Place contentPlace(CellId cell, CaseId caseId, UUID contentId) {
        return new Place(cell, caseId.value(), "transfer_in", "content", contentId);
    }

    TransferId id() {
        return new TransferId(id);
    }

    CellId from() {
        return new CellId(fromCell);
    }

    /** What ties its entries here to those of the cell that it comes from. */
    Link origin() {
        return new Link(from(), id().toString());
    }

    CaseId caseId() {
        return new CaseId(caseId);
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

    UUID contentId() {
        return contentId;
    }

    Instant preparedAt() {
        return preparedAt;
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

    /** Who it is about and why; unreadable once it was refused or taken back. */
    Optional<Sealed> summary() {
        return state == State.OFFERED || state == State.ACCEPTED
                ? Optional.of(summary.at(summaryPlace(new CellId(cellId), caseId(), id())))
                : Optional.empty();
    }

    /** What is offered, for as long as it is. */
    Sealed content() {
        if (content == null || state != State.OFFERED) {
            throw Refusal.conflict("already-answered");
        }
        return content.at(contentPlace(new CellId(cellId), caseId(), contentId));
    }

    void offer() {
        move(State.PREPARED, State.OFFERED);
    }

    void abandon() {
        move(State.PREPARED, State.ABANDONED);
        content = null;
    }

    void accept(MandateId by, Instant now) {
        move(State.OFFERED, State.ACCEPTED);
        content = null;
        answeredBy = by.value();
        answeredAt = now;
    }

    void refuse(MandateId by, String code, Instant now) {
        move(State.OFFERED, State.REFUSED);
        content = null;
        answeredBy = by.value();
        answeredAt = now;
        answerCode = code;
    }

    void withdraw(Instant now) {
        move(State.OFFERED, State.WITHDRAWN);
        content = null;
        answeredAt = now;
    }

    private void move(State from, State to) {
        if (state != from) {
            throw Refusal.conflict("already-answered");
        }
        state = to;
    }
}
