package be.livc.consultation;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.platform.CellId;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One version of a feedback sheet, as it is kept. Its text never changes: a redraft is another version. */
@Entity
@Table(name = "feedback_sheet")
class SheetVersion {

    /** How far it is. */
    enum State {
        /** It quotes something secret: nobody votes on it and it is not sent. */
        BLOCKED,
        /** Some of those who took part have not voted. */
        VOTING,
        /** Everyone who took part agrees. */
        AGREED,
        /** Everyone voted, and somebody does not agree. */
        REJECTED,
        /** There is a later version. */
        REPLACED,
        /** It was given out. */
        SENT
    }

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private UUID agendaItemId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private int version;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "text_sealed", updatable = false)
    private Sealed text;

    @Column(name = "salt_sealed", updatable = false)
    private Sealed salt;

    @Column(updatable = false)
    private String quotes;

    @Column(updatable = false)
    private UUID draftedBy;

    @Column(updatable = false)
    private Instant draftedAt;

    @Nullable
    private UUID sentTo;

    @Nullable
    private Instant sentAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SheetVersion() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    SheetVersion(
            FeedbackSheetId id,
            String number,
            AgendaItem item,
            int version,
            Sealed text,
            Sealed salt,
            List<Passage> quotes,
            MandateId by,
            Instant now) {
        this.id = id.value();
        this.number = number;
        this.agendaItemId = item.id();
        this.caseId = item.caseId().value();
        this.version = version;
        this.state = quotes.isEmpty() ? State.VOTING : State.BLOCKED;
        this.text = text;
        this.salt = salt;
        this.quotes = Passage.write(quotes);
        this.draftedBy = by.value();
        this.draftedAt = now;
    }

    static Place place(CellId cell, CaseId caseId, FeedbackSheetId id, String column) {
        return new Place(cell, caseId.value(), "feedback_sheet", column, id.value());
    }

    FeedbackSheetId id() {
        return new FeedbackSheetId(id);
    }

    String number() {
        return number;
    }

    UUID agendaItem() {
        return agendaItemId;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    int version() {
        return version;
    }

    State state() {
        return state;
    }

    Sealed text() {
        return text.at(place(new CellId(cellId), caseId(), id(), "text"));
    }

    List<Passage> quotes() {
        return Passage.read(quotes);
    }

    Instant draftedAt() {
        return draftedAt;
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    boolean isAgreed() {
        return state == State.AGREED || state == State.SENT;
    }

    void settle(boolean everyoneVoted, boolean everyoneAgrees) {
        if (everyoneVoted) {
            state = everyoneAgrees ? State.AGREED : State.REJECTED;
        }
    }

    void replace() {
        if (state != State.SENT) {
            state = State.REPLACED;
        }
    }

    void send(MandateId receiver, Instant now) {
        state = State.SENT;
        sentTo = receiver.value();
        sentAt = now;
    }
}
