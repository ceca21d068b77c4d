package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who works in two cells and is let in again by the administrator of one waits in the other until its own confirms who it is. */
class TwoCellsTest extends SignInTestBase {

    private static final String GIVEN = "drie groene regenjassen";
    private static final String OWN = "zeven bruine koffiebonen";

    private ACell other;
    private String officer;
    private String here;
    private String there;
    private Browser administrator;
    private Browser administratorThere;

    @BeforeEach
    void somebody_who_works_in_two_cells() {
        other = cell();
        officer = "verbindingsofficier" + System.nanoTime();
        account(officer);
        here = pageOf(mandate(cell, officer, Capacity.MEMBER));
        there = pageOf(mandate(other, officer, Capacity.MEMBER));
        administrator = browser(person(cell, Capacity.ADMINISTRATOR));
        administratorThere = browser(person(other, Capacity.ADMINISTRATOR));
        administratorThere.get("/beheer");
    }

    private static String pageOf(Mandate mandate) {
        return "/beheer/mandaten/" + mandate.id();
    }

    private String nameOf(ACell in) {
        return bean(Cells.class).find(in.id()).orElseThrow().name();
    }

    private Answer givePassword() {
        administrator.get(here + "/wachtwoord");
        return administrator.post(here + "/wachtwoord", "chosen", GIVEN, "again", GIVEN);
    }

    private Browser withOwnPassword() {
        Browser browser = browser();
        browser.signIn(officer, GIVEN);
        browser.get("/profiel/wachtwoord");
        browser.post("/profiel/wachtwoord", "current", GIVEN, "chosen", OWN, "again", OWN);
        return browser;
    }

    private int tokenFor(ACell in, String password) {
        return api().post("/tokens", Map.of("username", officer, "password", password, "cell", nameOf(in)))
                .status();
    }

    @Test
    void they_work_at_once_in_the_cell_that_helped_and_see_nothing_of_the_other() {
        Browser before = browser(officer);
        assertThat(before.get("/cel").body()).contains(nameOf(cell), nameOf(other));
        assertThat(administrator.get(here + "/wachtwoord").body()).contains("ook in een andere cel");

        Answer given = givePassword();

        assertThat(given.location()).isEqualTo("/beheer");
        assertThat(before.get("/cel").status()).isNotEqualTo(200);
        Browser back = withOwnPassword();
        assertThat(back.get("/taken").status()).isEqualTo(200);
        assertThat(back.get("/profiel").body())
                .contains(nameOf(other) + ": u komt daar pas weer binnen wanneer de beheerder van die cel bevestigt");
        back.get("/cel");
        assertThat(back.post("/cel", "cel", other.id().toString()).status()).isEqualTo(422);
        assertThat(tokenFor(cell, OWN)).isEqualTo(201);
        assertThat(tokenFor(other, OWN)).isEqualTo(401);
    }

    @Test
    void the_administrator_of_the_other_cell_confirms_once_they_have_a_password_of_their_own() {
        assertThat(administratorThere.get("/beheer").body()).doesNotContain(there + "/toegang");
        givePassword();
        assertThat(administratorThere.get("/beheer").body()).contains("href=\"" + there + "/toegang\"");

        Answer early = administratorThere.get(there + "/toegang");
        withOwnPassword();
        Answer page = administratorThere.get(there + "/toegang");
        Answer confirmed = administratorThere.post(there + "/toegang");

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("nog het wachtwoord dat een beheerder gaf");
        assertThat(page.body()).contains(officer, "Bel de persoon op een nummer dat u al kende");
        assertThat(administratorThere.follow(confirmed).body())
                .contains("De toegang is bevestigd")
                .doesNotContain(there + "/toegang");
        assertThat(tokenFor(other, OWN)).isEqualTo(201);
        Browser back = browser();
        assertThat(back.signIn(officer, OWN).location()).isEqualTo("/cel");
        assertThat(back.get("/cel").body()).doesNotContain("pas weer binnen");
    }

    @Test
    void clearing_the_second_step_lets_them_into_the_own_cell_alone_too() {
        administrator.get(here + "/tweede-stap");
        administrator.post(here + "/tweede-stap");

        assertThat(tokenFor(cell, PASSWORD)).isEqualTo(201);
        assertThat(tokenFor(other, PASSWORD)).isEqualTo(401);
    }

    @Test
    void the_log_of_each_cell_tells_what_its_own_people_need_to_know() {
        givePassword();
        withOwnPassword();
        administratorThere.post(there + "/toegang");

        String inTheOther =
                browser(person(other, Capacity.DPO)).get("/audit?wat=CONFIGURE").body();
        String inTheOwn =
                browser(person(cell, Capacity.DPO)).get("/audit?wat=CONFIGURE").body();

        assertThat(inTheOther)
                .contains("wacht: een beheerder van een andere cel hielp bij het aanmelden", "bevestigde de toegang")
                .doesNotContain("gaf een ander wachtwoord");
        assertThat(inTheOwn).contains("gaf een ander wachtwoord").doesNotContain("bevestigde de toegang");
    }

    @Test
    void nobody_confirms_for_another_cell_nor_whom_waits_for_nothing() {
        administrator.get("/beheer");
        assertThat(administrator.post(here + "/toegang").status()).isEqualTo(409);
        givePassword();
        withOwnPassword();
        Browser coordinatorThere = browser(person(other, Capacity.COORDINATOR));
        coordinatorThere.get("/beheer");

        assertThat(administrator.post(there + "/toegang").status()).isEqualTo(404);
        assertThat(administrator.post(here + "/toegang").status()).isEqualTo(409);
        assertThat(coordinatorThere.post(there + "/toegang").status()).isEqualTo(404);
        assertThat(tokenFor(other, OWN)).isEqualTo(401);
    }

    @Test
    void when_the_other_cell_helps_them_first_they_wait_in_this_one() {
        givePassword();
        withOwnPassword();

        administratorThere.get(there + "/wachtwoord");
        administratorThere.post(there + "/wachtwoord", "chosen", "vier gele paraplus", "again", "vier gele paraplus");

        Browser back = browser();
        back.signIn(officer, "vier gele paraplus");
        back.get("/profiel/wachtwoord");
        back.post("/profiel/wachtwoord", "current", "vier gele paraplus", "chosen", OWN, "again", OWN);
        assertThat(tokenFor(other, OWN)).isEqualTo(201);
        assertThat(tokenFor(cell, OWN)).isEqualTo(401);
        assertThat(administrator.get("/beheer").body()).contains("href=\"" + here + "/toegang\"");
    }
}
