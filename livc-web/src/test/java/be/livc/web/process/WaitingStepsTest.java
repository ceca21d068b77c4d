package be.livc.web.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.signal.Filed;
import be.livc.testing.TestDatabase;
import be.livc.web.PrisonAndTownTest;
import be.livc.workflow.transfer.Settling;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the administrator sees of the steps and the hand-overs that wait, and what not. */
class WaitingStepsTest extends PrisonAndTownTest {

    @Test
    void the_administrator_sees_how_many_wait_at_each_step_and_no_case() {
        Filed candidate = candidate();
        String administrator = person(prison, Capacity.ADMINISTRATOR);

        String page = browser(administrator).get("/beheer/processen").body();

        assertThat(page).contains("Basistoets", "Geen mislukte taken").doesNotContain(candidate.number(), "Haerinck");
        assertThat(browser(psychosocial).get("/beheer/processen").status()).isEqualTo(404);
        assertThat(browser(psychosocial).get("/hulp/stappen").body())
                .contains("Terugkeer voorbereiden", "Wie: Coördinator.", "Grond: Art. 458ter");
    }

    @Test
    void the_administrator_sees_a_hand_over_that_is_held_up() throws SQLException {
        String administrator = person(prison, Capacity.ADMINISTRATOR);
        TestDatabase.executeAsSuperuser(
                "create function held_up() returns trigger language plpgsql as $$ begin raise 'held up by the test'; end $$",
                "create trigger held_up before update on transfer_in for each row when (new.cell_id = '" + town.id()
                        + "') execute function held_up()");
        try {
            offered(admitted());

            assertThat(browser(administrator).get("/beheer/processen").body())
                    .contains("Overdrachten die niet afgerond raken", "elke minuut opnieuw")
                    .doesNotContain("Geen mislukte taken", "Haerinck");
        } finally {
            TestDatabase.executeAsSuperuser("drop trigger held_up on transfer_in", "drop function held_up()");
        }
        bean(Settling.class).settleAll();

        assertThat(browser(administrator).get("/beheer/processen").body()).contains("Geen mislukte taken");
    }
}
