package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.livc.cell.Capacity;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Keys are renewed while everybody works, and destroyed when no backup needs them. */
class KeyRotationTest extends SealedCasesTestBase {

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
}
