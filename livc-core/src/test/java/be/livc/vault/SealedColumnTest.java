package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An entity has a sealed field as it would have any other. */
class SealedColumnTest extends VaultTestBase {

    @Autowired
    EntityManager entities;

    /** An entity as a feature writes one. */
    @Entity
    @Table(name = "note_for_test")
    static class Note {
        @Id
        UUID id;

        @Version
        long version;

        UUID caseId;

        Sealed text;

        Sealed none;
    }

    @Test
    void a_sealed_field_goes_to_its_column_and_back_and_reading_changes_nothing() {
        asSuperuser("create table note_for_test"
                + " (id uuid primary key, version bigint not null, case_id uuid, text bytea, none bytea)");
        asSuperuser("grant select, insert, update on note_for_test to livc_app");
        UUID caseId = aCase();
        UUID id = Ids.next();
        Place place = new Place(cell.id(), caseId, "note_for_test", "text", caseId);
        cell.transact(() -> {
            Note note = new Note();
            note.id = id;
            note.caseId = caseId;
            note.text = vault.seal("in een kolom", place, toMake(cell));
            entities.persist(note);
        });

        cell.transact(() -> {
            Note read = entities.find(Note.class, id);
            read.text = Sealed.fromColumn(read.text.toColumn());
        });

        Note read = cell.transact(() -> entities.find(Note.class, id));
        asSuperuser("drop table note_for_test");
        assertThat(open(read.text.at(place), caseId)).isEqualTo("in een kolom");
        assertThat(read.none).isNull();
        assertThat(read.version).isZero();
    }
}
