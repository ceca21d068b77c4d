package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.cell.Capacity;
import be.livc.cell.SecondFactors;
import be.livc.cell.UserId;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** In place of password and code a key of the person's own device, which works for this site only. */
class PasskeyTest extends SignInTestBase {

    private static final String PAGE = "/profiel/toegangssleutels";
    private static final String DOOR = "/aanmelden/toegangssleutel";
    private static final String REFUSED = "LIVC kent deze toegangssleutel niet";

    private final PasskeyDevice device = new PasskeyDevice();
    private List<String> onPaper = List.of();

    /** Makes a passkey on this device. */
    private void make(Browser browser, PasskeyDevice device, String name) {
        browser.get(PAGE);
        assertThat(browser.post(PAGE, "name", name, "current", PASSWORD).location())
                .isEqualTo(PAGE + "/nieuw");
        assertThat(browser.get(PAGE + "/nieuw").body()).contains("U maakt de toegangssleutel “" + name + "”");
        Answer made = browser.post(PAGE + "/nieuw", "answer", device.make(browser.get(PAGE + "/vraag")));
        assertThat(made.status()).as(made.body()).isIn(200, 302, 303);
        onPaper = onPaper(made);
    }

    private Answer signIn(Browser browser, BiFunction<PasskeyDevice, Answer, String> answer) {
        browser.get("/aanmelden");
        return browser.post(DOOR, "answer", answer.apply(device, browser.get(DOOR)), "naar", "/dossiers");
    }

    private Answer signIn() {
        return signIn(browser(), PasskeyDevice::sign);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains(REFUSED, "Gebruikersnaam");
    }

    private String link(Browser browser, String name) {
        return browser.get(PAGE)
                .find("href=\"(" + PAGE + "/[0-9a-f-]{36})\"[^>]*>" + name + "<")
                .orElseThrow();
    }

    @Test
    void who_made_a_passkey_signs_in_without_a_password_and_goes_where_they_were_going() {
        make(browser(coordinator), device, "Laptop stadhuis");
        Browser browser = browser();

        Answer in = signIn(browser, PasskeyDevice::sign);

        assertThat(in.location()).isEqualTo("/dossiers");
        assertThat(browser.get("/dossiers").status()).isEqualTo(200);
        assertThat(browser.get(PAGE).body()).contains("Laptop stadhuis").doesNotContain("nog niet");
        assertThat(signIn().location()).isEqualTo("/dossiers");
    }

    @Test
    void a_signature_is_taken_once_and_in_the_session_that_asked_for_it_only() {
        make(browser(coordinator), device, "Laptop");
        Browser browser = browser();
        browser.get("/aanmelden");
        String answer = device.sign(browser.get(DOOR));
        Browser elsewhere = browser();
        elsewhere.get("/aanmelden");

        assertRefused(elsewhere.post(DOOR, "answer", answer));
        elsewhere.get(DOOR);
        assertRefused(elsewhere.post(DOOR, "answer", answer));
        assertThat(browser.post(DOOR, "answer", answer).location()).isEqualTo("/");
        Browser again = browser();
        again.get("/aanmelden");
        assertRefused(again.post(DOOR, "answer", answer));
    }

    @Test
    void a_false_page_gets_nothing_that_opens_this_one() {
        make(browser(coordinator), device, "Laptop");

        assertRefused(signIn(browser(), (held, question) -> {
            held.answerFor("https://livc.example");
            return held.sign(question);
        }));
        make(browser(person(cell, Capacity.MAYOR)), new PasskeyDevice(), "Laptop");
        assertRefused(signIn(browser(), (held, question) -> {
            held.answerFor(question.response().uri().resolve("/").toString().replaceFirst("/$", ""));
            held.signFor("livc.example");
            return held.sign(question);
        }));
    }

    @Test
    void a_device_that_does_not_make_sure_who_holds_it_lets_nobody_in_and_makes_nothing() {
        make(browser(coordinator), device, "Laptop");
        Browser browser = browser(person(cell, Capacity.MAYOR));
        browser.get(PAGE);
        browser.post(PAGE, "name", "Stick", "current", PASSWORD);
        PasskeyDevice stick = new PasskeyDevice();
        stick.letAnybodyUseIt();

        Answer made = browser.post(PAGE + "/nieuw", "answer", stick.make(browser.get(PAGE + "/vraag")));

        assertThat(made.body()).contains("Er is geen toegangssleutel gemaakt");
        assertThat(browser.get(PAGE).body()).contains("U hebt nog geen toegangssleutel");
        device.letAnybodyUseIt();
        assertRefused(signIn());
    }

    @Test
    void a_copy_that_lags_behind_another_owner_and_another_key_are_refused() {
        make(browser(coordinator), device, "Laptop");
        assertThat(signIn().location()).isEqualTo("/dossiers");
        assertThat(signIn().location()).isEqualTo("/dossiers");

        device.beginCountingAnew();
        assertRefused(signIn());
        assertRefused(signIn(browser(), (held, question) -> {
            held.sign(question);
            held.sign(question);
            held.claimToBeOf("AAAAAAAAAAAAAAAAAAAAAA");
            return held.sign(question);
        }));
        PasskeyDevice other = new PasskeyDevice();
        assertRefused(signIn(
                browser(), (held, question) -> other.sign(question).replace(other.credential(), held.credential())));
    }

    @Test
    void what_is_no_answer_is_refused_as_any_other() {
        Browser browser = browser(coordinator);
        make(browser, device, "Laptop");
        browser.post(PAGE, "name", "Telefoon", "current", PASSWORD);
        String id = device.credential();

        for (String answer : List.of(
                "",
                "geen antwoord",
                "{}",
                "[]",
                "null",
                "{\"id\":\"" + id + "\",\"rawId\":\"" + id + "\",\"type\":\"public-key\"}",
                "{\"id\":\"" + id + "\",\"rawId\":\"" + id + "\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"%\",\"rawId\":\"%\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\","
                        + "\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"AA\"}}")) {
            assertThat(signIn(browser(), (held, question) -> answer).status())
                    .as(answer)
                    .isIn(401, 429);
            browser.get(PAGE + "/vraag");
            assertThat(browser.post(PAGE + "/nieuw", "answer", answer).body())
                    .as(answer)
                    .contains("Er is geen toegangssleutel gemaakt");
        }
    }

    @Test
    void a_sign_in_page_that_was_left_open_longer_than_its_session_is_shown_again() {
        make(browser(coordinator), device, "Laptop");
        Browser browser = browser();
        browser.get("/aanmelden");

        Answer late = browser.postWithoutToken(DOOR, "answer", device.sign(browser.get(DOOR)));

        assertThat(late.status()).isEqualTo(403);
        assertThat(late.body()).contains("te lang open", "Gebruikersnaam");
        assertThat(signIn(browser, PasskeyDevice::sign).location()).isEqualTo("/dossiers");
    }

    @Test
    void guessing_is_slowed_down_and_who_signs_in_elsewhere_is_not() {
        make(browser(coordinator), device, "Laptop");
        PasskeyDevice unknown = new PasskeyDevice();
        Answer last = signIn(browser(), (held, question) -> unknown.sign(question));
        for (int guess = 0; guess < 5 && last.status() != 429; guess++) {
            last = signIn(browser(), (held, question) -> unknown.sign(question));
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isPresent();
        assertThat(signIn().location()).isEqualTo("/dossiers");
    }

    @Test
    void after_the_password_it_is_asked_too_and_a_code_on_paper_takes_its_place() {
        make(browser(coordinator), device, "Laptop");
        assertThat(onPaper).hasSize(8);
        Browser browser = browser();
        assertThat(browser.signIn(coordinator, PASSWORD).location()).isEqualTo("/aanmelden/code");
        assertThat(browser.get("/dossiers").location()).startsWith("/aanmelden/code");
        assertThat(browser.get("/aanmelden/code").body())
                .contains("Nog één stap", "Meld u aan met uw toegangssleutel", "Herstelcode", "action=\"" + DOOR + "\"")
                .doesNotContain("zes cijfers");

        Answer token = api().post("/tokens", Map.of("username", coordinator, "password", PASSWORD));
        Answer withPaper =
                api().post("/tokens", Map.of("username", coordinator, "password", PASSWORD, "otp", onPaper.get(1)));
        Answer byPaper = browser.post("/aanmelden/code", "code", onPaper.get(0));
        Browser beside = browser();
        beside.signIn(coordinator, PASSWORD);
        beside.get("/aanmelden/code");
        Answer byPasskey = beside.post(DOOR, "answer", device.sign(beside.get(DOOR)));

        assertThat(token.json().get("code").asString()).isEqualTo("otp-required");
        assertThat(withPaper.status()).isEqualTo(201);
        assertThat(byPaper.location()).isEqualTo("/");
        assertThat(byPasskey.location()).isEqualTo("/");
        assertThat(beside.get("/taken").status()).isEqualTo(200);
    }

    @Test
    void adding_one_asks_for_the_password_and_a_name_of_its_own_and_ends_other_sessions() {
        Browser browser = browser(coordinator);
        make(browser, device, "Laptop");
        Browser elsewhere = browser();
        signIn(elsewhere, PasskeyDevice::sign);

        Answer wrong = browser.post(PAGE, "name", "Telefoon", "current", "niet dit");
        Answer twice = browser.post(PAGE, "name", "laptop", "current", PASSWORD);
        Answer nameless = browser.post(PAGE, "name", " ", "current", PASSWORD);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#current\"", "value=\"Telefoon\"");
        assertThat(twice.body()).contains("href=\"#name\"", "Deze naam is al in gebruik");
        assertThat(nameless.body()).contains("Vul de naam in");
        assertThat(browser.get(PAGE + "/nieuw").location()).isEqualTo(PAGE);
        assertThat(browser.get(PAGE + "/vraag").status()).isEqualTo(404);
        make(browser, new PasskeyDevice(), "Telefoon");
        assertThat(onPaper).as("those on paper stay").isEmpty();
        assertThat(elsewhere.get("/taken").status()).isNotEqualTo(200);
        assertThat(browser.get(PAGE).body()).contains("Laptop", "Telefoon");
    }

    @Test
    void a_device_is_asked_for_none_that_it_has_and_one_made_twice_is_refused() {
        Browser browser = browser(coordinator);
        make(browser, device, "Laptop");
        browser.post(PAGE, "name", "Nog eens", "current", PASSWORD);
        Answer question = browser.get(PAGE + "/vraag");

        Answer again = browser.post(PAGE + "/nieuw", "answer", device.make(question));

        assertThat(question.body()).contains(device.credential());
        assertThat(again.body()).contains("Er is geen toegangssleutel gemaakt");
        assertThat(browser.get(PAGE).body()).doesNotContain("Nog eens");
    }

    @Test
    void a_removed_one_opens_nothing_and_without_the_last_the_password_is_enough_again() {
        Browser browser = browser(coordinator);
        make(browser, device, "Laptop");
        String page = link(browser, "Laptop");
        Browser other = browser(person(cell, Capacity.MAYOR));
        other.get("/taken");
        assertThat(other.get(page).status()).isEqualTo(404);
        assertThat(other.post(page, "current", PASSWORD).status()).isEqualTo(404);
        assertThat(browser.get(page).body()).contains("Dit is uw laatste");

        Answer wrong = browser.post(page, "current", "niet dit");
        Answer removed = browser.post(page, "current", PASSWORD);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(browser.follow(removed).body()).contains("De toegangssleutel is verwijderd", "nog geen");
        assertRefused(signIn());
        assertThat(browser().signIn(coordinator, PASSWORD).location()).isEqualTo("/");
        assertThat(browser.post(page, "current", PASSWORD).status()).isEqualTo(404);
    }

    @Test
    void beside_a_device_for_codes_the_passkey_comes_and_goes_and_the_codes_stay() {
        Browser browser = browser(coordinator);
        Device codes = Device.of(browser.get("/profiel/tweede-stap").body());
        browser.post("/profiel/tweede-stap", "current", PASSWORD, "code", codes.before());
        make(browser, device, "Laptop");
        assertThat(onPaper).isEmpty();
        String page = link(browser, "Laptop");
        assertThat(browser.get(page).body()).doesNotContain("Dit is uw laatste");

        browser.post(page, "current", PASSWORD);

        Browser after = browser();
        assertThat(after.signIn(coordinator, PASSWORD).location()).isEqualTo("/aanmelden/code");
        after.get("/aanmelden/code");
        assertThat(after.post("/aanmelden/code", "code", codes.now()).location())
                .isEqualTo("/");
    }

    @Test
    void who_lost_their_device_is_helped_by_the_administrator_and_its_passkey_opens_nothing_more() {
        Browser browser = browser(coordinator);
        make(browser, device, "Laptop");
        String mandate = browser.get("/sessie").json().get("mandate").asString();
        Browser administrator = browser(person(cell, Capacity.ADMINISTRATOR));
        String page = "/beheer/mandaten/" + mandate + "/tweede-stap";
        assertThat(administrator.get(page).body()).contains("Ook diens toegangssleutels zijn weg");

        administrator.post(page);

        assertRefused(signIn());
        assertThat(browser.get("/taken").status()).isNotEqualTo(200);
        assertThat(browser().signIn(coordinator, PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void the_log_tells_of_each_and_who_has_no_mandate_any_more_does_not_come_in() {
        Browser browser = browser(coordinator);
        make(browser, device, "Laptop");
        device.letAnybodyUseIt();
        assertRefused(signIn());
        browser.post(link(browser, "Laptop"), "current", PASSWORD);
        PasskeyDevice next = new PasskeyDevice();
        make(browser, next, "Telefoon");
        bean(JdbcTemplate.class).update("update account set disabled_at = now() where username = ?", coordinator);

        assertRefused(signIn(browser(), (held, question) -> next.sign(question)));
        String log = browser(person(cell, Capacity.DPO)).get("/audit").body();
        assertThat(log)
                .contains(
                        "voegde een toegangssleutel toe",
                        "verwijderde een toegangssleutel",
                        "toegangssleutel geweigerd");
    }

    @Test
    void of_two_first_ones_made_at_the_same_moment_only_one_brings_codes() {
        UserId user = bean(Accounts.class).byUsername(coordinator).orElseThrow().id();
        SecondFactors factors = bean(SecondFactors.class);

        boolean one = factors.begin(user, List.of("code of the one"));
        boolean other = factors.begin(user, List.of("code of the other"));

        assertThat(one).isTrue();
        assertThat(other).isFalse();
        assertThat(factors.spend(user, "code of the other")).isFalse();
        assertThat(factors.spend(user, "code of the one")).isTrue();
    }

    @Test
    void the_log_tells_who_came_in_with_one() {
        make(browser(coordinator), device, "Laptop");
        String before = log();

        signIn();

        assertThat(before).contains("in de browser").doesNotContain("met een toegangssleutel");
        assertThat(log()).contains("in de browser, met een toegangssleutel");
    }

    private String log() {
        return browser(person(cell, Capacity.DPO)).get("/audit?wat=LOGIN").body();
    }

    @Test
    void where_the_program_does_not_know_its_address_it_offers_none() throws Exception {
        Answer page = browser().get("/aanmelden");
        String address = page.response().uri().toString().replace("localhost", "127.0.0.1");

        Answer elsewhere = new Answer(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray()));
        Answer question = new Answer(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/toegangssleutel"))
                                .build(),
                        BodyHandlers.ofByteArray()));

        assertThat(page.body()).contains("Toegangssleutel gebruiken");
        assertThat(elsewhere.body()).contains("Gebruikersnaam").doesNotContain("toegangssleutel");
        assertThat(question.status()).isEqualTo(404);
    }
}
