package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Grant;
import be.livc.platform.Bell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What one copy of the program renews or destroys, another that runs beside it follows. */
class RotationElsewhereTest extends SealedCasesTestBase {

    @Test
    void another_node_follows_a_renewal_and_a_destruction_and_forgets_an_erased_record() throws Exception {
        Map<UUID, Sealed> values = fiveCases();
        UUID erased = values.keySet().iterator().next();
        cell.transact(() -> beans.getBean(NameSearch.class)
                .remember(
                        erased,
                        erased,
                        new SearchRecord(List.of("Jan Janssens"), List.of(), Optional.empty()),
                        toMake(cell)));
        try (ConfigurableApplicationContext other = start()) {
            CaseKeys keysThere = other.getBean(CaseKeys.class);
            values.forEach((id, value) -> openAt(other, id, value));
            int held = keysThere.inMemory();
            SearchIndexes namesThere = other.getBean(SearchIndexes.class);
            assertThat(cell.in(() -> namesThere.current(cell.id()).size())).isEqualTo(1);

            destroy(erased);
            waitUntil(() -> keysThere.inMemory() == held - 1 && namesThere.inMemory() == 0);
            assertThat(other.getBean(Tombstones.class).has(new RecordId(cell.id(), erased)))
                    .isTrue();
            Sealed gone = values.remove(erased);
            assertThat(catchThrowable(() -> openAt(other, erased, gone)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("erased");

            Bell deaf = other.getBean(Bell.class);
            deaf.stop();
            values.forEach((id, value) -> openAt(other, id, value));
            assertThat(keysThere.inMemory()).isPositive();
            deaf.start();
            waitUntil(() -> keysThere.inMemory() == 0);

            clock.advance(A_QUARTER);
            aCaseAt(other); // which so remembers the older key as the newest one
            rotation.goOn();
            UUID made = aCaseAt(other);
            assertThat(DATABASE.ask("select cell_key_version from case_key where record_id = '" + made + "'"))
                    .containsExactly("2");
            keysThere.dropAll();
            values.forEach((id, value) -> openAt(other, id, value));

            clock.advance(THE_HORIZON.plusDays(1));
            rotation.goOn();
            other.getBean(MasterKeys.class).dropExpired();
            assertThat(other.getBean(MasterKeys.class).names()).isEqualTo(masterKeys.names());
        }
    }

    private UUID aCaseAt(ConfigurableApplicationContext node) {
        return cell.in(() -> node.getBean(TransactionTemplate.class).execute(tx -> {
            UUID id = Ids.next();
            Grant grant = node.getBean(Access.class).toAct(cell.actor("An"), Act.FILE_SIGNAL, "signal");
            node.getBean(Vault.class).bornWith(id, grant);
            return id;
        }));
    }

    private static void waitUntil(BooleanSupplier done) throws InterruptedException {
        for (int n = 0; n < 200 && !done.getAsBoolean(); n++) {
            Thread.sleep(50);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
