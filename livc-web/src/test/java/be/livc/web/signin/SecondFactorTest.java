package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** After the password, a code that only the person's own device makes; the demo offers it, elsewhere everybody sets it first. */
class SecondFactorTest extends SignInTestBase {

    private static final String PAGE = "/profiel/tweede-stap";

    private static final String NEW_CODES = "/profiel/herstelcodes";

    private List<String> onPaper = List.of();

    /** Sets it, with the code of the half minute before. */
    private Device device(Browser browser) {
        Device device = Device.of(browser.get(PAGE).body());
        Answer set = browser.post(PAGE, "current", PASSWORD, "code", device.before());
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        onPaper = onPaper(set);
        return device;
    }

    private Browser afterPassword() {
        Browser browser = browser();
        assertThat(browser.signIn(coordinator, PASSWORD).location()).isEqualTo("/aanmelden/code");
        browser.get("/aanmelden/code");
        return browser;
    }

    private Answer tokenWith(String otp) {
        return api().post("/tokens", Map.of("username", coordinator, "password", PASSWORD, "otp", otp));
    }

    @Test
    void nothing_is_shown_between_the_password_and_the_code() {
        Device device = device(browser(coordinator));
        Browser browser = afterPassword();

        assertThat(browser.get("/dossiers").location()).isEqualTo("/aanmelden/code?naar=/dossiers");
        assertThat(browser.get("/cel").location()).isEqualTo("/aanmelden/code?naar=/cel");
        assertThat(browser.get("/sessie").location()).startsWith("/aanmelden/code");
        assertThat(browser.get("/aanmelden/code?naar=/dossiers").body()).contains("Code van uw toestel");
        assertThat(browser.post("/profiel/sneltoetsen", "use", "false").location())
                .isEqualTo("/aanmelden/code");

        Answer in = browser.post("/aanmelden/code", "code", device.now(), "naar", "/dossiers");

        assertThat(in.location()).isEqualTo("/dossiers");
        assertThat(browser.get("/dossiers").status()).isEqualTo(200);
        assertThat(browser.get("/aanmelden/code").location()).isEqualTo("/");
    }

    @Test
    void a_code_is_taken_once_and_never_an_older_one_after_it() {
        Device device = device(browser(coordinator));

        Answer proof = afterPassword().post("/aanmelden/code", "code", device.before());
        Answer first = afterPassword().post("/aanmelden/code", "code", device.next());
        Answer again = afterPassword().post("/aanmelden/code", "code", device.next());
        Answer older = afterPassword().post("/aanmelden/code", "code", device.now());
        Answer old = afterPassword().post("/aanmelden/code", "code", device.old());

        assertThat(first.location()).isEqualTo("/");
        for (Answer refused : List.of(proof, again, older, old)) {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body()).contains("Deze code klopt niet of is al gebruikt", "href=\"#code\"");
        }
    }

    @Test
    void a_code_on_paper_works_once_however_it_is_typed() {
        device(browser(coordinator));
        assertThat(onPaper).hasSize(8).doesNotHaveDuplicates();
        String code = onPaper.get(3);

        assertThat(afterPassword()
                        .post("/aanmelden/code", "code", code.toLowerCase().replace("-", " "))
                        .location())
                .isEqualTo("/");
        assertThat(afterPassword().post("/aanmelden/code", "code", code).status())
                .isEqualTo(401);
        Browser browser = afterPassword();
        browser.post("/aanmelden/code", "code", onPaper.get(0));
        assertThat(browser.get(PAGE).body()).contains("hebt nog 6 herstelcodes");
    }

    @Test
    void another_program_sends_the_code_along() {
        Device device = device(browser(coordinator));

        Answer without = api().post("/tokens", Map.of("username", coordinator, "password", PASSWORD));
        Answer wrong = tokenWith("000000");
        Answer right = tokenWith(device.now());

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.json().get("code").asString()).isEqualTo("otp-required");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().get("code").asString()).isEqualTo("bad-credentials");
        assertThat(right.status()).isEqualTo(201);
        assertThat(api().post("/tokens", Map.of("username", coordinator, "password", "fout", "otp", device.next()))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("bad-credentials");
    }

    @Test
    void guessing_codes_is_slowed_down_and_the_right_password_does_not_start_the_count_anew() {
        Device device = device(browser(coordinator));
        for (int guess = 0; guess < 5; guess++) {
            assertThat(afterPassword()
                            .post("/aanmelden/code", "code", "00000" + guess)
                            .status())
                    .isEqualTo(401);
        }

        Answer next = afterPassword().post("/aanmelden/code", "code", device.now());

        assertThat(next.status()).isEqualTo(429);
        assertThat(next.header("Retry-After")).isPresent();
    }

    @Test
    void setting_it_asks_for_the_password_and_for_a_code_of_the_key_on_the_page() {
        Browser browser = browser(coordinator);
        Device device = Device.of(browser.get(PAGE).body());

        Answer wrongPassword = browser.post(PAGE, "current", "niet dit", "code", device.before());
        Answer wrongCode = browser.post(PAGE, "current", PASSWORD, "code", device.old());

        assertThat(wrongPassword.status()).isEqualTo(422);
        assertThat(wrongPassword.body()).contains("href=\"#current\"");
        assertThat(wrongCode.status()).isEqualTo(422);
        assertThat(wrongCode.body()).contains("href=\"#code\"", "hoort niet bij de sleutel op deze pagina");
        assertThat(Device.of(wrongCode.body()).now()).isEqualTo(device.now());
        assertThat(browser().signIn(coordinator, PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void another_device_takes_the_place_of_the_one_before_and_of_its_codes_on_paper() {
        Browser browser = browser(coordinator);
        Browser elsewhere = browser(coordinator);
        Device old = device(browser);
        String oldPaper = onPaper.get(0);
        Device device = device(browser);

        assertThat(elsewhere.get("/taken").status()).isNotEqualTo(200);
        assertThat(browser.get("/taken").status()).isEqualTo(200);
        assertThat(afterPassword().post("/aanmelden/code", "code", old.now()).status())
                .isEqualTo(401);
        assertThat(afterPassword().post("/aanmelden/code", "code", oldPaper).status())
                .isEqualTo(401);
        assertThat(afterPassword().post("/aanmelden/code", "code", device.now()).location())
                .isEqualTo("/");
    }

    @Test
    void the_log_tells_that_it_was_set_and_of_wrong_codes_and_the_database_holds_no_secret() {
        Browser browser = browser(coordinator);
        Device device = device(browser);
        afterPassword().post("/aanmelden/code", "code", "123456");

        String log = browser(person(cell, Capacity.DPO)).get("/audit").body();

        assertThat(log).contains("stelde aanmelden in twee stappen in", "verkeerde code na het wachtwoord");
        String kept = bean(JdbcTemplate.class)
                .queryForObject("select a::text from account a where username = ?", String.class, coordinator);
        assertThat(kept).doesNotContain(device.key(), onPaper.get(0), PaperCode.bare(onPaper.get(0)));
    }

    @Test
    void the_log_tells_by_what_each_came_in() {
        Device device = device(browser(coordinator));
        afterPassword().post("/aanmelden/code", "code", device.now());
        afterPassword().post("/aanmelden/code", "code", onPaper.get(0));
        tokenWith(device.next());

        String log = browser(person(cell, Capacity.DPO)).get("/audit?wat=LOGIN").body();

        assertThat(log)
                .contains(
                        "in de browser, met een code van het eigen toestel",
                        "in de browser, met een herstelcode op papier",
                        "met een sleutel voor programma’s en een code");
    }

    @Test
    void who_uses_a_code_on_paper_is_told_how_many_are_left_and_makes_new_ones() {
        Browser browser = browser(coordinator);
        assertThat(browser.get(NEW_CODES).location()).isEqualTo(PAGE);
        device(browser);
        Browser elsewhere = afterPassword();

        Answer in = elsewhere.post("/aanmelden/code", "code", onPaper.get(0));

        assertThat(elsewhere.follow(elsewhere.follow(in)).body())
                .contains("U gebruikte een herstelcode en hebt er nog 7.");
        assertThat(elsewhere.get("/profiel").body()).contains("href=\"" + NEW_CODES + "\"");
        assertThat(elsewhere.get(NEW_CODES).body()).contains("U hebt nog 7 herstelcodes.");
        Answer wrong = elsewhere.post(NEW_CODES, "current", "niet dit");
        Answer renewed = elsewhere.post(NEW_CODES, "current", PASSWORD);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#current\"");
        assertThat(onPaper(renewed)).hasSize(8).doesNotContainAnyElementsOf(onPaper);
        assertThat(browser.get("/taken").status()).isNotEqualTo(200);
        assertThat(afterPassword()
                        .post("/aanmelden/code", "code", onPaper.get(1))
                        .status())
                .isEqualTo(401);
        assertThat(afterPassword()
                        .post("/aanmelden/code", "code", onPaper(renewed).get(1))
                        .location())
                .isEqualTo("/");
        assertThat(browser(person(cell, Capacity.DPO))
                        .get("/audit?wat=CONFIGURE")
                        .body())
                .contains("maakte nieuwe herstelcodes");
    }

    @Test
    void who_is_asked_for_no_code_has_none_to_renew() {
        Browser browser = browser(coordinator);
        browser.get(PAGE);

        Answer renewed = browser.post(NEW_CODES, "current", PASSWORD);

        assertThat(renewed.status()).isEqualTo(404);
    }

    @Test
    void who_lost_their_device_is_helped_by_the_administrator_and_the_log_says_by_whom() {
        device(browser(coordinator));
        Browser before = afterPassword();
        before.post("/aanmelden/code", "code", onPaper.get(1));
        String mandate = before.get("/sessie").json().get("mandate").asString();
        String page = "/beheer/mandaten/" + mandate + "/tweede-stap";
        Browser administrator = browser(person(cell, Capacity.ADMINISTRATOR));
        assertThat(administrator
                        .get("/beheer/mandaten/" + mandate + "/wachtwoord")
                        .body())
                .contains("href=\"" + page + "\"");
        assertThat(administrator.get(page).body()).contains(coordinator, "Tweede stap wissen");

        Answer cleared = administrator.post(page);

        assertThat(administrator.follow(cleared).body()).contains("De tweede stap is gewist");
        assertThat(before.get("/taken").status()).isNotEqualTo(200);
        assertThat(browser().signIn(coordinator, PASSWORD).location()).isEqualTo("/");
        assertThat(browser(person(cell, Capacity.DPO))
                        .get("/audit?wat=CONFIGURE")
                        .body())
                .contains("wiste de tweede stap bij het aanmelden");
        Browser other = browser(coordinator);
        other.get("/taken");
        assertThat(other.post(page).status()).isEqualTo(404);
    }
}
