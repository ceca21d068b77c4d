package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Api;
import be.livc.web.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who forgot their password gets another one from the administrator of their cell, and makes it their own at once. */
class GivenPasswordScreensTest extends SignInTestBase {

    private static final String GIVEN = "drie groene regenjassen";
    private static final String OWN = "zeven bruine koffiebonen";

    private String administrator;
    private String page;

    @BeforeEach
    void an_administrator_of_the_cell() {
        administrator = person(cell, Capacity.ADMINISTRATOR);
        page = pageFor(coordinator);
    }

    private String pageFor(String username) {
        return "/beheer/mandaten/"
                + api(username).get("/me").json().get("mandate").asString() + "/wachtwoord";
    }

    private Answer given(String by, String at, String chosen, String again) {
        Browser browser = browser(by);
        browser.get("/beheer");
        return browser.post(at, "chosen", chosen, "again", again);
    }

    @Test
    void who_gets_another_password_is_out_everywhere_and_chooses_their_own_before_anything_else() {
        Browser before = browser(coordinator);
        Api program = api(coordinator);
        Browser settings = browser(administrator);
        assertThat(settings.get("/beheer").body()).contains("href=\"" + page + "\"");
        assertThat(settings.get(page).body()).contains(coordinator, "Nieuw wachtwoord geven", "kiest deze persoon");

        Answer answer = settings.post(page, "chosen", GIVEN, "again", GIVEN);

        assertThat(answer.location()).isEqualTo("/beheer");
        assertThat(settings.follow(answer).body()).contains("Het nieuwe wachtwoord is ingesteld");
        assertThat(before.get("/taken").status()).isNotEqualTo(200);
        assertThat(program.get("/me").status()).isEqualTo(401);
        assertThat(browser().signIn(coordinator, PASSWORD).status()).isEqualTo(401);
        Browser back = browser();
        assertThat(back.signIn(coordinator, GIVEN).status()).isEqualTo(302);
        assertThat(back.get("/dossiers").location()).isEqualTo("/profiel/wachtwoord?naar=/dossiers");
        assertThat(back.get("/profiel/wachtwoord?naar=/dossiers").body())
                .contains("Een beheerder van uw cel stelde dit wachtwoord in");
        assertThat(back.post("/profiel/sneltoetsen", "use", "false").location()).isEqualTo("/profiel/wachtwoord");

        Answer same = back.post("/profiel/wachtwoord", "current", GIVEN, "chosen", GIVEN, "again", GIVEN);
        assertThat(same.status()).isEqualTo(422);
        Answer own =
                back.post("/profiel/wachtwoord", "current", GIVEN, "chosen", OWN, "again", OWN, "naar", "/dossiers");

        assertThat(own.location()).isEqualTo("/dossiers");
        assertThat(back.get("/dossiers").status()).isEqualTo(200);
        assertThat(back.get("/profiel").body()).contains("een nieuw wachtwoord voor u in");
    }

    @Test
    void another_program_gets_no_token_with_a_password_that_somebody_else_knows() {
        given(administrator, page, GIVEN, GIVEN);

        Answer refused = api().post("/tokens", Map.of("username", coordinator, "password", GIVEN));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("password-to-choose");
    }

    @Test
    void the_log_says_who_gave_it_to_whom_and_never_the_password() {
        given(administrator, page, GIVEN, GIVEN);

        assertThat(browser(person(cell, Capacity.DPO))
                        .get("/audit?wat=CONFIGURE")
                        .body())
                .contains("gaf een ander wachtwoord")
                .doesNotContain(GIVEN);
    }

    @Test
    void nobody_gives_one_to_themself_to_somebody_of_another_cell_alone_or_without_being_the_administrator() {
        ACell other = cell();
        String elsewhere = person(other, Capacity.COORDINATOR);
        String pageElsewhere = pageFor(elsewhere);
        assertThat(given(administrator, pageFor(administrator), GIVEN, GIVEN).status())
                .isEqualTo(409);
        assertThat(given(administrator, pageElsewhere, GIVEN, GIVEN).status()).isEqualTo(404);
        assertThat(given(person(cell, Capacity.COORDINATOR), page, GIVEN, GIVEN).status())
                .isEqualTo(404);
        assertThat(browser(administrator).get("/beheer").body()).doesNotContain(pageFor(administrator));
        for (String untouched : List.of(administrator, coordinator, elsewhere)) {
            assertThat(browser().signIn(untouched, PASSWORD).status())
                    .as(untouched)
                    .isEqualTo(302);
        }
    }

    @Test
    void one_that_is_weak_or_mistyped_is_refused_beside_its_field() {
        assertThat(given(administrator, page, "kort", "kort").body())
                .contains("minstens 12 tekens", "href=\"#chosen\"");
        assertThat(given(administrator, page, GIVEN, OWN).body())
                .contains("De twee nieuwe wachtwoorden zijn niet gelijk", coordinator)
                .doesNotContain(GIVEN);
    }
}
