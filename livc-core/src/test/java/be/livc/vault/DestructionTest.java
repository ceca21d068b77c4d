package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Grant;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A record whose key was destroyed is unreadable at once, everywhere on this node, for good. */
class DestructionTest extends VaultTestBase {

    @Value("${livc.keyset.file}")
    Path keyset;

    @Test
    void what_was_sealed_under_a_destroyed_key_never_opens_again() {
        UUID caseId = aCase();
        Sealed sealed = sealed("weg", noteOf(caseId));
        assertThat(open(sealed, caseId)).isEqualTo("weg");

        destroy(caseId);

        assertThatThrownBy(() -> open(sealed, caseId))
                .isInstanceOf(Refusal.class)
                .hasMessage("erased");
        assertThatThrownBy(() -> sealed("nieuw", noteOf(caseId)))
                .isInstanceOf(Refusal.class)
                .hasMessage("erased");
    }

    @Test
    void a_batch_with_an_erased_value_opens_nothing() {
        UUID living = aCase();
        UUID erased = aCase();
        List<Sealed> both = List.of(sealed("a", noteOf(living)), sealed("b", noteOf(erased)));
        destroy(erased);
        Grant grant = cell.transact(() -> access.toList(cell.actor("An"), "cases", List.of(living, erased))
                .grant());

        assertThatThrownBy(() -> cell.in(() -> vault.openAll(both, grant)))
                .isInstanceOf(Refusal.class)
                .hasMessage("erased");
    }

    @Test
    void the_tombstone_is_on_the_disk_when_the_destruction_has_committed() throws IOException {
        UUID caseId = aCase();

        cell.transact(() -> {
            vault.destroy(caseId, toMake(cell));
            assertThat(tombstonesOnDisk()).doesNotContain(caseId.toString());
        });

        assertThat(tombstonesOnDisk()).contains(cell.id() + " " + caseId);
        assertThat(Files.getPosixFilePermissions(keyset.resolveSibling("tombstones")))
                .hasSize(2);
    }

    @Test
    void a_destruction_that_is_rolled_back_destroys_nothing() {
        UUID caseId = aCase();
        Sealed sealed = sealed("blijft", noteOf(caseId));

        assertThatThrownBy(() -> cell.transact(() -> {
                    vault.destroy(caseId, toMake(cell));
                    throw new UnsupportedOperationException("the certificate is refused");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(open(sealed, caseId)).isEqualTo("blijft");
        assertThat(tombstonesOnDisk()).doesNotContain(caseId.toString());
    }

    @Test
    void destroying_again_changes_nothing() {
        UUID caseId = aCase();
        destroy(caseId);
        String once = tombstonesOnDisk();

        destroy(caseId);

        assertThat(tombstonesOnDisk()).isEqualTo(once);
    }

    @Test
    void what_never_had_a_key_cannot_lose_it() {
        assertThatThrownBy(() -> destroy(Ids.next())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_key_leaves_the_memory_with_the_destruction() {
        UUID caseId = aCase();
        caseKeys.dropAll();
        open(sealed("weg", noteOf(caseId)), caseId);
        assertThat(caseKeys.inMemory()).isEqualTo(1);

        destroy(caseId);

        assertThat(caseKeys.inMemory()).isZero();
    }

    @Test
    void another_node_that_heard_nothing_of_it_reads_in_the_database_that_it_was_erased(@TempDir Path there) {
        UUID caseId = aCase();
        destroy(caseId);

        CaseKeys keysThere = caseKeysWith(new Tombstones(there.resolve("tombstones")));

        assertThatThrownBy(() -> cell.in(() -> keysThere.of(new RecordId(cell.id(), caseId))))
                .isInstanceOf(Refusal.class)
                .hasMessage("erased");
    }

    @Test
    void a_key_that_is_still_in_memory_is_not_given_once_its_destruction_was_heard(@TempDir Path there) {
        RecordId id = new RecordId(cell.id(), aCase());
        Tombstones tombstones = new Tombstones(there.resolve("tombstones"));
        CaseKeys keysThere = caseKeysWith(tombstones);
        cell.in(() -> keysThere.of(id));

        tombstones.heard(id);

        assertThat(keysThere.inMemory()).isEqualTo(1);
        assertThatThrownBy(() -> cell.in(() -> keysThere.of(id)))
                .isInstanceOf(Refusal.class)
                .hasMessage("erased");
    }

    private CaseKeys caseKeysWith(Tombstones tombstones) {
        return new CaseKeys(
                beans.getBean(CellKeys.class),
                tombstones,
                beans.getBean(JdbcTemplate.class),
                beans.getBean(PlatformTransactionManager.class),
                clock);
    }

    private String tombstonesOnDisk() {
        try {
            return Files.readString(keyset.resolveSibling("tombstones"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
