package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.ledger.Result;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in: who is let in and who is turned away, what either is told, and what of it stands in the ledger. */
class SignInTest extends SignInTestBase {

    @Test
    void the_right_password_leads_to_where_the_work_begins() {
        Browser browser = browser();

        Answer answer = browser.signIn(coordinator, PASSWORD);
        Answer home = browser.follow(answer);

        assertThat(answer.location()).isEqualTo("/");
        assertThat(home.location()).isEqualTo("/taken");
        assertThat(browser.follow(home).status()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        Answer wrong = browser().signIn(coordinator, "not the password");
        Answer unknown = browser().signIn("niemand-" + coordinator, "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(withoutName(wrong, coordinator)).isEqualTo(withoutName(unknown, "niemand-" + coordinator));
        assertThat(wrong.body()).contains("De gebruikersnaam of het wachtwoord klopt niet.");
    }

    private static String withoutName(Answer page, String name) {
        return page.body()
                .replace("value=\"" + name + "\"", "")
                .replaceAll("(name=\"csrf-token\" content|name=\"_csrf\" value)=\"[^\"]+\"", "");
    }

    @Test
    void somebody_without_a_running_mandate_gets_that_answer_too() {
        String nobody = "zonder-" + coordinator;
        account(nobody);

        Answer answer = browser().signIn(nobody, PASSWORD);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(withoutName(answer, nobody))
                .isEqualTo(withoutName(browser().signIn("x" + nobody, PASSWORD), "x" + nobody));
    }

    @Test
    void names_that_no_database_takes_are_unknown_names() {
        for (String name : List.of("", " ", "\0", "a\nb", "x".repeat(10_000), "' or 1=1 --")) {
            assertThat(browser().signIn(name, PASSWORD).status()).isEqualTo(401);
        }
    }

    @Test
    void after_five_failures_one_has_to_wait_whether_the_name_exists_or_not() {
        for (String name : List.of(coordinator, "niemand-" + coordinator)) {
            Browser browser = browser();
            for (int at = 0; at < 5; at++) {
                assertThat(browser.signIn(name, "wrong").status()).isEqualTo(401);
            }
            Answer sixth = browser.signIn(name, PASSWORD);

            assertThat(sixth.status()).isEqualTo(429);
            assertThat(Integer.parseInt(sixth.header("Retry-After").orElseThrow()))
                    .isBetween(1, 61);
            assertThat(sixth.body()).contains("Te veel pogingen");
        }
        assertThat(browser(person(cell, Capacity.MEMBER)).get("/overleg").status())
                .isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Browser stranger = browser();
        stranger.get("/aanmelden");
        Browser browser = browser(coordinator);
        browser.get("/taken");

        assertThat(stranger.postWithoutToken("/aanmelden", "username", coordinator, "password", PASSWORD)
                        .status())
                .isEqualTo(403);
        assertThat(browser.postWithoutToken("/afmelden").status()).isEqualTo(403);
        assertThat(browser.get("/taken").status()).isEqualTo(200);
    }

    @Test
    void a_sign_in_page_left_open_longer_than_its_session_comes_back_with_the_name() {
        Browser browser = browser();
        browser.get("/aanmelden?naar=/dossiers");
        browser.setCookie(COOKIE, "verlopen");

        Answer again = browser.post("/aanmelden", "username", coordinator, "password", PASSWORD, "naar", "/dossiers");

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body())
                .contains("Deze pagina stond te lang open", "value=\"" + coordinator + "\"", "value=\"/dossiers\"")
                .doesNotContain(PASSWORD);
        assertThat(browser.post("/aanmelden", "username", coordinator, "password", PASSWORD, "naar", "/dossiers")
                        .location())
                .isEqualTo("/dossiers");
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_sign_in_and_back_and_a_script_gets_401() {
        Browser browser = browser();

        Answer page = browser.get("/dossiers/abc");
        Answer script = browser.get("/dossiers/abc", "HX-Request", "true");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/aanmelden?naar=/dossiers/abc");
        assertThat(script.status()).isEqualTo(401);
        assertThat(script.bytes()).isEmpty();
        browser.follow(page);
        assertThat(browser.post("/aanmelden", "username", coordinator, "password", PASSWORD, "naar", "/dossiers/abc")
                        .location())
                .isEqualTo("/dossiers/abc");
    }

    @Test
    void nobody_is_led_out_of_the_program() {
        for (String away : List.of(
                "https://elders.be", "//elders.be", "/\\elders.be", "/a/../b", "/a?b=//elders.be", "javascript:x")) {
            Browser browser = browser();
            assertThat(browser.get("/aanmelden?naar=" + URLEncoder.encode(away, StandardCharsets.UTF_8))
                            .body())
                    .doesNotContain("elders.be")
                    .doesNotContain("name=\"naar\"");
            assertThat(browser.post("/aanmelden", "username", coordinator, "password", PASSWORD, "naar", away)
                            .location())
                    .isEqualTo("/");
        }
    }

    @Test
    void coming_going_and_being_turned_away_stand_in_the_ledger_of_the_cell_without_a_name() {
        browser().signIn(coordinator, "wrong");
        Browser browser = browser(coordinator);
        browser.get("/taken");
        browser.post("/afmelden");

        List<Entry> entries = entries(cell);
        String account = account().id().toString();
        assertThat(entries.stream()
                        .filter(entry -> entry.object().type().equals("account"))
                        .map(entry -> entry.action() + " " + entry.result()))
                .containsSubsequence("LOGIN DENIED", "LOGIN OK", "LOGOUT OK");
        assertThat(entries.stream()
                        .filter(entry -> entry.action() == Action.LOGIN)
                        .map(entry -> entry.object().id()))
                .containsOnly(account);
        assertThat(entries.toString()).doesNotContain(coordinator).doesNotContain("127.0.0.1");
    }

    @Test
    void an_attempt_under_an_unknown_name_stands_in_the_ledger_of_the_desk() {
        String typed = "wachtwoord-in-het-verkeerde-veld-" + coordinator;

        browser().signIn(typed, "x");

        CellId desk = bean(Cells.class).all().stream()
                .filter(one -> one.kind() == CellKind.DESK)
                .map(Cell::id)
                .findFirst()
                .orElseThrow();
        Entry last = CurrentCell.in(desk, () -> bean(LedgerBook.class)
                        .entries(LedgerFilter.all().backwards(), 1)
                        .items())
                .get(0)
                .entry()
                .orElseThrow();
        assertThat(last.action()).isEqualTo(Action.LOGIN);
        assertThat(last.result()).isEqualTo(Result.DENIED);
        assertThat(last.object().id()).hasSize(43).doesNotContain("wachtwoord");
    }

    @Test
    void a_page_speaks_the_language_that_its_person_chose() {
        Browser browser = browser(coordinator);
        browser.get("/taken");

        Answer back = browser.post("/taal", "taal", "fr", "terug", "/taken");

        assertThat(back.location()).isEqualTo("/taken");
        assertThat(browser.follow(back).body()).contains("<html lang=\"fr\"");
        assertThat(account().locale()).isEqualTo("fr");
        browser.post("/afmelden");
        assertThat(browser.get("/aanmelden").body()).contains("<html lang=\"fr\"");
    }

    @Test
    void who_changes_the_language_stays_on_the_page_with_what_it_was_asked_for() {
        Browser browser = browser(coordinator);
        String page = browser.get("/dossiers?fase=casuslijst").body();
        assertThat(page).contains("name=\"terug\" value=\"/dossiers?fase=casuslijst\"");

        assertThat(browser.post("/taal", "taal", "fr", "terug", "/dossiers?fase=casuslijst")
                        .location())
                .isEqualTo("/dossiers?fase=casuslijst");
        for (String elsewhere :
                List.of("//livc.example", "/taken?x=//livc.example\\", "/taken#x", "https://livc.example/")) {
            assertThat(browser.post("/taal", "taal", "nl", "terug", elsewhere).location())
                    .as(elsewhere)
                    .isEqualTo("/");
        }
    }

    @Test
    void who_signs_in_comes_back_to_the_page_with_what_it_was_asked_for() {
        Browser nobody = browser();
        Answer asked = nobody.get("/dossiers?fase=casuslijst&na=12");
        assertThat(asked.location()).isEqualTo("/aanmelden?naar=/dossiers?fase%3Dcasuslijst%26na%3D12");

        Answer page = nobody.follow(asked);

        assertThat(page.body()).contains("name=\"naar\" value=\"/dossiers?fase=casuslijst&amp;na=12\"");
    }

    private Account account() {
        return bean(Accounts.class).byUsername(coordinator).orElseThrow();
    }

    private List<Entry> entries(ACell of) {
        return of.in(() -> bean(LedgerBook.class).entries(LedgerFilter.all(), 200)).items().stream()
                .flatMap(view -> view.entry().stream())
                .toList();
    }
}
