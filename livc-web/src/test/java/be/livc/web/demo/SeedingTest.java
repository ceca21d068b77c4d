package be.livc.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.platform.CellId;
import be.livc.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo comes once, whole, and only into a database that is nobody's. */
class SeedingTest extends DemoTestBase {

    @Autowired
    private DemoSeeder seeder;

    @Test
    void a_demo_of_an_earlier_version_gets_the_people_that_it_did_not_have() throws SQLException {
        TestDatabase.executeAsSuperuser("update account set username = 'wie.er.al.was' where username = 'vlaanderen'");

        seeder.afterSingletonsInstantiated();

        assertThat(actor("vlaanderen").capacity()).isEqualTo(Capacity.LIAISON_OFFICER);
        assertThat(accounts.byUsername("wie.er.al.was")).isPresent();
    }

    @Test
    void seeding_twice_adds_nothing() throws Exception {
        Map<String, Long> before = Dump.rowsByTable();

        seeder.afterSingletonsInstantiated();

        assertThat(Dump.rowsByTable()).isEqualTo(before);
    }

    @Test
    void a_database_with_accounts_of_its_own_is_left_alone() throws Exception {
        TestDatabase.executeAsSuperuser(
                "update cell set founding = 'eigen besluit' where founding = '" + DemoCells.FOUNDING + "'");
        try {
            Map<String, Long> before = Dump.rowsByTable();

            seeder.afterSingletonsInstantiated();

            assertThat(Dump.rowsByTable()).isEqualTo(before);
            assertThat(seeder.isSeeded()).isFalse();
        } finally {
            TestDatabase.executeAsSuperuser(
                    "update cell set founding = '" + DemoCells.FOUNDING + "' where founding = 'eigen besluit'");
        }
    }

    @Test
    void a_start_that_was_cut_off_is_taken_up_by_the_next() throws Exception {
        CellId lost = actor("pivc.coordinator2").cell();
        Dump.forget(lost, "pivc.%2");
        assertThat(accounts.byUsername("pivc.coordinator2")).isEmpty();

        seeder.afterSingletonsInstantiated();

        assertThat(actor("pivc.coordinator2").cell()).isNotEqualTo(lost);
        assertThat(demoCells()).hasSize(5);
    }
}
