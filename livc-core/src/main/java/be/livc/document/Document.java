package be.livc.document;

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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One file of a case. Only what is known of its content changes. */
@Entity
class Document {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    @Nullable
    private UUID agendaItemId;

    @Column(updatable = false)
    private UUID ownerId;

    @Column(updatable = false)
    private Instant at;

    @Column(updatable = false)
    private String type;

    @Column(updatable = false)
    private long size;

    @Column(updatable = false)
    private boolean secret;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    @Column(name = "name_sealed", updatable = false)
    private Sealed name;

    @Column(name = "salt_sealed", updatable = false)
    private Sealed salt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Document(
            DocumentId id,
            CaseId caseId,
            Optional<UUID> agendaItem,
            MandateId owner,
            Received received,
            boolean secret,
            Sealed name,
            Sealed salt,
            Instant now) {
        this.id = id.value();
        this.caseId = caseId.value();
        this.agendaItemId = agendaItem.orElse(null);
        this.ownerId = owner.value();
        this.at = now;
        this.type = received.type();
        this.size = received.size();
        this.secret = secret;
        this.state = received.state();
        this.name = name;
        this.salt = salt;
    }

    static Place place(CellId cell, CaseId caseId, DocumentId id, String column) {
        return new Place(cell, caseId.value(), "document", column, id.value());
    }

    private Place place(String column) {
        return place(new CellId(cellId), caseId(), id(), column);
    }

    DocumentId id() {
        return new DocumentId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Optional<UUID> agendaItem() {
        return Optional.ofNullable(agendaItemId);
    }

    MandateId owner() {
        return new MandateId(ownerId);
    }

    Instant at() {
        return at;
    }

    String type() {
        return type;
    }

    long size() {
        return size;
    }

    boolean isSecret() {
        return secret;
    }

    DocumentState state() {
        return state;
    }

    void scanned(DocumentState found) {
        state = found;
    }

    Sealed name() {
        return name.at(place("name"));
    }

    /** Where its content lies. */
    Place content() {
        return place("content");
    }
}
