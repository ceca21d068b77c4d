package be.livc.casefile;

import be.livc.platform.CellId;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** Who a signal or case is about: a piece of information of its own, so that it is disclosed on its own. */
@Entity
@Immutable // as the database has it: the program may add and read, never change
class Identity {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private UUID caseId;

    @Column(name = "person_sealed")
    private Sealed person;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Identity() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Identity(UUID id, CaseId caseId, Sealed person) {
        this.id = id;
        this.caseId = caseId.value();
        this.person = person;
    }

    static Place place(CellId cell, CaseId caseId, UUID id) {
        return new Place(cell, caseId.value(), "identity", "person", id);
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Sealed person() {
        return person.at(place(new CellId(cellId), caseId(), id));
    }
}
