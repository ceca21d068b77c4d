package be.livc.casefile;

import be.livc.access.ObjectType;
import be.livc.cell.CellKind;
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
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One piece of information in a case: a fact, a disclosure, a decision, a report of progress. Never changed. */
@Entity
@Immutable // as the database has it: the program may add and read, never change
class CaseItem {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private ObjectType type;

    @Column
    private UUID ownerId;

    @Column
    private Instant at;

    @Nullable
    private LocalDate occurredOn;

    @Nullable
    private String code;

    @Column
    private boolean secret;

    @Column
    private String purpose;

    @Column(name = "text_sealed")
    private Sealed text;

    @Column(name = "detail_sealed")
    @Nullable
    private Sealed detail;

    @Column(name = "salt_sealed")
    private Sealed salt;

    @Nullable
    private UUID agendaItemId;

    @Nullable
    private UUID aboutId;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CaseItem() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    CaseItem(ItemId id, AddItem added, Sealed text, @Nullable Sealed detail, Sealed salt, Instant now) {
        this.id = id.value();
        this.caseId = added.caseId().value();
        this.type = added.type();
        this.ownerId = added.owner().value();
        this.at = now;
        this.occurredOn = added.occurredOn().orElse(null);
        this.code = added.code().orElse(null);
        this.secret = added.secret();
        this.purpose = added.purpose();
        this.text = text;
        this.detail = detail;
        this.salt = salt;
        this.agendaItemId = added.agendaItem().orElse(null);
        this.aboutId = added.about().orElse(null);
    }

    static Place place(CellId cell, CaseId caseId, ItemId id, String column) {
        return new Place(cell, caseId.value(), "case_item", column, id.value());
    }

    private Place place(String column) {
        return place(new CellId(cellId), caseId(), id(), column);
    }

    ItemId id() {
        return new ItemId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    ObjectType type() {
        return type;
    }

    MandateId owner() {
        return new MandateId(ownerId);
    }

    Instant at() {
        return at;
    }

    Optional<LocalDate> occurredOn() {
        return Optional.ofNullable(occurredOn);
    }

    Optional<String> code() {
        return Optional.ofNullable(code);
    }

    String purpose() {
        return purpose;
    }

    boolean isSecret() {
        return secret;
    }

    Sealed text() {
        return text.at(place("text"));
    }

    Optional<Sealed> detail() {
        return Optional.ofNullable(detail).map(value -> value.at(place("detail")));
    }

    Optional<UUID> agendaItem() {
        return Optional.ofNullable(agendaItemId);
    }

    Optional<UUID> about() {
        return Optional.ofNullable(aboutId);
    }

    /** What it is called in a cell of this kind, where that is not its type. What came along is about the case as a whole. */
    Optional<String> called(CellKind here) {
        return Admission.called(here, type(), about().equals(Optional.of(caseId)));
    }
}
