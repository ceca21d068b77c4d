package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Grant;
import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.cell.EveryCell;
import be.livc.ledger.Ledger;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys are renewed while everybody works, in steps that survive a kill, and destroyed when no backup needs them. */
class KeyRotationTest extends RotationTestBase {

    @Autowired
    CellKeys cellKeys;

    @Autowired
    LedgerKeys ledgerKeys;

    @Autowired
    Keys keys;

    @Test
    void a_renewed_cell_key_wraps_every_case_key_anew_and_no_content() {
        Map<UUID, Sealed> values = fiveCases();
        byte[] signedBefore = ledgerKeys.publicKey(cell.id());

        clock.advance(A_QUARTER);
        rotation.goOn();

        assertThat(DATABASE.ask("select distinct cell_key_version from case_key where cell_id = '" + cell.id() + "'"))
                .containsExactly("2");
        assertThat(DATABASE.ask("select distinct cell_key_version from ledger_key where cell_id = '" + cell.id() + "'"))
                .containsExactly("2");
        assertThat(ledgerKeys.publicKey(cell.id())).isEqualTo(signedBefore);
        forget();
        assertAllOpen(values);
    }

    @Test
    void a_renewed_master_key_wraps_the_newest_key_of_every_cell_anew() {
        Map<UUID, Sealed> values = fiveCases();
        String before = masterKeys.current();

        clock.advance(A_MONTH);
        rotation.goOn();

        assertThat(masterKeys.current()).isNotEqualTo(before);
        assertThat(DATABASE.ask("select distinct master_key_id from cell_key where retired_at is null"))
                .containsExactly(masterKeys.current());
        forget();
        assertAllOpen(values);
    }

    @Test
    void an_old_key_is_destroyed_when_the_backups_that_need_it_are_past_and_not_before() {
        Map<UUID, Sealed> values = fiveCases();
        clock.advance(A_QUARTER);
        String before = masterKeys.current();
        rotation.goOn();

        clock.advance(THE_HORIZON.minusHours(1));
        rotation.goOn();
        assertThat(masterKeys.names()).contains(before);
        assertThat(destroyedVersions()).doesNotContain("1");

        clock.advance(Duration.ofHours(2));
        rotation.goOn();

        assertThat(masterKeys.names()).doesNotContain(before);
        assertThat(destroyedVersions()).contains("1");
        assertThat(DATABASE.ask("select id from master_key where destroyed_at is not null"))
                .contains(before);
        forget();
        assertAllOpen(values);
    }

    private List<String> destroyedVersions() {
        return DATABASE.ask("select version from cell_key where wrapped is null and cell_id = '" + cell.id() + "'");
    }

    @Test
    void each_renewal_and_each_destruction_stands_in_a_ledger() {
        clock.advance(A_QUARTER);
        rotation.goOn();
        clock.advance(THE_HORIZON.plusDays(1));
        rotation.goOn();

        assertThat(told(cell, "cell-key")).contains("renewed 2", "destroyed 1");
        assertThat(
                        DATABASE.ask(
                                "select leaf from ledger_entry where leaf like '%\"master-key\"%' and leaf like '%\"destroyed\"%'"))
                .isNotEmpty();
    }

    private static List<String> told(ACell where, String type) {
        return DATABASE.ask(
                "select (leaf::jsonb ->> 'why') || ' ' || (leaf::jsonb -> 'object' ->> 'id') from ledger_entry"
                        + " where cell_id = '" + where.id() + "' and leaf::jsonb -> 'object' ->> 'type' = '" + type
                        + "'");
    }

    @Test
    void a_key_that_is_not_due_stays() {
        String before = masterKeys.current();
        rotation.goOn();
        String after = masterKeys.current();
        rotation.goOn();

        assertThat(after).isEqualTo(masterKeys.current());
        assertThat(DATABASE.ask("select max(version) from cell_key where cell_id = '" + cell.id() + "'"))
                .containsExactly("1");
        assertThat(masterKeys.names()).contains(before);
    }

    @Test
    void one_key_that_was_damaged_keeps_no_other_from_being_renewed() {
        Map<UUID, Sealed> values = fiveCases();
        UUID damaged = values.keySet().iterator().next();
        values.remove(damaged);
        DATABASE.change(
                "update case_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where record_id = '"
                        + damaged + "'");

        clock.advance(A_QUARTER);
        rotation.goOn();

        assertThat(DATABASE.ask(
                        "select count(*) from case_key where cell_key_version = 1 and cell_id = '" + cell.id() + "'"))
                .containsExactly("1");
        assertThat(DATABASE.ask("select retired_at from cell_key where version = 1 and cell_id = '" + cell.id() + "'"))
                .containsExactly((String) null);
        forget();
        assertAllOpen(values);
        DATABASE.change("delete from case_key where record_id = '" + damaged + "'");
    }

    /**
     * Property: killed at any moment, it goes on to the same plaintext, and to an end. In the drills at every moment, otherwise
     * at a seeded few and around each writing of the keyset.
     */
    @Test
    void killed_at_any_moment_it_goes_on_to_the_same_plaintext() {
        Map<UUID, Sealed> values = fiveCases();
        clock.advance(A_QUARTER);
        rotation.goOn();
        clock.advance(A_QUARTER);
        Mortal counting = new Mortal(0);
        mortal(counting).goOn();
        Set<Integer> chosen = moments(counting.moments());

        for (int moment : chosen) {
            clock.advance(A_QUARTER);
            Mortal mortal = new Mortal(moment);
            Throwable end = catchThrowable(() -> mortal(mortal).goOn());
            forget();
            assertAllOpen(values);

            rotation.goOn();

            assertThat(end).as("moment %d", moment).isInstanceOf(Mortal.Killed.class);
            assertThat(DATABASE.ask("select count(*) from case_key k where cell_key_version <"
                            + " (select max(version) from cell_key c where c.cell_id = k.cell_id)"))
                    .as("moment %d", moment)
                    .containsExactly("0");
            assertThat(DATABASE.ask("select id from master_key where retired_at is null"))
                    .containsExactly(masterKeys.current());
            assertThat(DATABASE.ask("select id from master_key where destroyed_at is null"))
                    .hasSameElementsAs(masterKeys.names());
            forget();
            assertAllOpen(values);
        }
        System.out.printf(
                "rotation killed at %d of %d moments: always resumed to the same plaintext%n",
                chosen.size(), counting.moments());
        try (ConfigurableApplicationContext restarted = start()) {
            assertThat(restarted.getBean(MasterKeys.class).names()).isEqualTo(masterKeys.names());
        }
    }

    private static Set<Integer> moments(int all) {
        Set<Integer> chosen = new LinkedHashSet<>();
        if (Boolean.getBoolean("livc.drills")) {
            for (int moment = 1; moment <= all; moment++) {
                chosen.add(moment);
            }
        } else {
            new Random(6).ints(4, 1, all + 1).forEach(chosen::add);
        }
        return chosen;
    }

    /** The rotation of a program that dies at its moment. */
    private KeyRotation mortal(Mortal mortal) {
        return new KeyRotation(
                mortal.around(masterKeys),
                cellKeys,
                caseKeys,
                ledgerKeys,
                beans.getBean(KeyCalendar.class),
                beans.getBean(Cells.class),
                beans.getBean(EveryCell.class),
                beans.getBean(Ledger.class),
                beans.getBean(JdbcTemplate.class),
                mortal.around(beans.getBean(PlatformTransactionManager.class)),
                beans.getBean(Clock.class),
                2);
    }

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
            Sealed gone = values.remove(erased);
            assertThat(catchThrowable(() -> openAt(other, erased, gone))).isInstanceOf(Refusal.class);

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

    @Test
    void an_administrator_sees_ages_and_progress_and_nobody_else_does() {
        ACell founded = ACell.aCell()
                .withMandate("Bo", Capacity.ADMINISTRATOR)
                .withMandate("An", Capacity.COORDINATOR)
                .foundedIn(beans);
        clock.advance(A_QUARTER);
        rotation.goOn();

        KeyReport report = founded.transact(() -> keys.report(founded.actor("Bo")));

        assertThat(report.cellKeys())
                .extracting(KeyReport.Age::state)
                .containsExactly(KeyReport.State.CURRENT, KeyReport.State.RETIRED);
        assertThat(report.masterKeys().get(0).state()).isEqualTo(KeyReport.State.CURRENT);
        assertThat(report.cells().isComplete()).isTrue();
        assertThat(report.horizonDays()).isEqualTo(35);
        assertThat(catchThrowable(() -> founded.in(() -> keys.report(founded.actor("An")))))
                .isInstanceOf(Refusal.class);
        assertThat(catchThrowable(() -> founded.in(() -> {
                    keys.renewCellKey(founded.actor("An"));
                    return true;
                })))
                .isInstanceOf(Refusal.class);
    }

    private Map<UUID, Sealed> fiveCases() {
        Map<UUID, Sealed> values = new LinkedHashMap<>();
        for (int n = 0; n < 5; n++) {
            UUID id = aCase();
            values.put(id, sealed("tekst van " + id, noteOf(id)));
        }
        return values;
    }

    private void assertAllOpen(Map<UUID, Sealed> values) {
        List<String> opened = new ArrayList<>();
        values.forEach((id, value) -> opened.add(open(value, id)));
        assertThat(opened)
                .containsExactlyElementsOf(
                        values.keySet().stream().map(id -> "tekst van " + id).toList());
    }

    /** What a restart does to the memory. */
    private void forget() {
        caseKeys.dropAll();
        cellKeys.dropAll();
        masterKeys.dropExpired();
    }
}
