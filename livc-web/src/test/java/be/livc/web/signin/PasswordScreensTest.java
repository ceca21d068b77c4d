package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Answer;
import be.livc.web.Api;
import be.livc.web.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody chooses another password than the one that was given to them. */
class PasswordScreensTest extends SignInTestBase {

    private static final String PAGE = "/profiel/wachtwoord";
    private static final String NEW = "zeven bruine koffiebonen";

    private static Answer changed(Browser browser, String current, String chosen, String again) {
        browser.get(PAGE);
        return browser.post(PAGE, "current", current, "chosen", chosen, "again", again);
    }

    @Test
    void another_password_lets_in_from_then_on_and_the_old_one_nowhere() {
        Browser here = browser(coordinator);
        Browser elsewhere = browser(coordinator);
        Api program = api(coordinator);
        assertThat(here.get("/profiel").body()).contains("href=\"" + PAGE + "\"");

        Answer answer = changed(here, PASSWORD, NEW, NEW);

        assertThat(answer.location()).isEqualTo("/profiel");
        assertThat(here.follow(answer).body()).contains("Uw wachtwoord is gewijzigd");
        assertThat(here.get("/taken").status()).as("who changed it goes on").isEqualTo(200);
        assertThat(elsewhere.get("/taken").status()).isNotEqualTo(200);
        assertThat(program.get("/me").status()).isEqualTo(401);
        assertThat(browser().signIn(coordinator, PASSWORD).status()).isEqualTo(401);
        assertThat(browser().signIn(coordinator, NEW).status()).isEqualTo(302);
        assertThat(browser(person(cell, Capacity.DPO))
                        .get("/audit?wat=CONFIGURE")
                        .body())
                .contains("koos een ander wachtwoord");
    }

    @Test
    void who_does_not_know_the_present_one_changes_nothing_and_cannot_guess_on() {
        Browser browser = browser(coordinator);

        Answer refused = changed(browser, "iets heel anders", NEW, NEW);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Dit is niet het wachtwoord waarmee u zich aanmeldt")
                .doesNotContain(NEW);
        int status = refused.status();
        for (int guess = 0; guess < 10 && status == 422; guess++) {
            status = changed(browser, "raad " + guess, NEW, NEW).status();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void a_new_one_that_is_weak_the_same_or_mistyped_is_refused_beside_its_field() {
        Browser browser = browser(coordinator);
        Map<String, Answer> refused = Map.of(
                "minstens 12 tekens", changed(browser, PASSWORD, "kort", "kort"),
                "Kies een ander wachtwoord dan dat van nu", changed(browser, PASSWORD, PASSWORD, PASSWORD),
                "De twee nieuwe wachtwoorden zijn niet gelijk", changed(browser, PASSWORD, NEW, NEW + "?"));

        refused.forEach((sentence, answer) -> {
            assertThat(answer.status()).as(sentence).isEqualTo(422);
            assertThat(answer.body()).contains(sentence).doesNotContain(NEW, "value=\"" + PASSWORD);
        });
        assertThat(browser().signIn(coordinator, PASSWORD).status()).isEqualTo(302);
    }
}
