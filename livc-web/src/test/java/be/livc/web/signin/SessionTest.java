package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.ledger.Result;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session: what it is worth to whom, what it holds, and when it ends. */
class SessionTest extends SignInTestBase {

    @Test
    void the_session_that_was_there_before_signing_in_is_worth_nothing_afterwards() {
        Browser browser = browser();
        browser.get("/aanmelden");
        String before = browser.cookie(COOKIE).orElseThrow().getValue();

        browser.post("/aanmelden", "username", coordinator, "password", PASSWORD);

        assertThat(browser.cookie(COOKIE).orElseThrow().getValue()).isNotEqualTo(before);
        Browser thief = browser();
        thief.setCookie(COOKIE, before);
        assertThat(thief.get("/taken").location()).startsWith("/aanmelden");
    }

    @Test
    void an_id_out_of_the_session_table_is_no_session() throws SQLException {
        Browser browser = browser(coordinator);
        String sealed = new String(
                Base64.getDecoder().decode(browser.cookie(COOKIE).orElseThrow().getValue()), StandardCharsets.UTF_8);
        String id = sealed.substring(0, sealed.indexOf('.'));
        assertThat(TestDatabase.askAsSuperuser("select count(*) from spring_session where session_id = '" + id + "'"))
                .containsExactly("1");

        for (String forged : List.of(id, id + ".", id + "." + "A".repeat(43))) {
            Browser thief = browser();
            thief.setCookie(COOKIE, Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));
            assertThat(thief.get("/taken").location()).startsWith("/aanmelden");
        }
        assertThat(browser.get("/taken").status()).isEqualTo(200);
    }

    @Test
    void a_session_holds_ids_and_no_names() throws SQLException {
        browser(coordinator).get("/taken");

        List<String> stored = TestDatabase.askAsSuperuser(
                "select coalesce(s.principal_name, '') || ' ' || encode(a.attribute_bytes, 'escape')"
                        + " from spring_session s join spring_session_attributes a on a.session_primary_id = s.primary_id");

        assertThat(stored).isNotEmpty().noneMatch(text -> text.contains("persoon") || text.contains("Persoon"));
    }

    @Test
    void what_is_sent_after_the_session_ended_leads_to_the_sign_in() {
        Browser browser = browser();
        browser.get("/aanmelden");
        browser.setCookie(COOKIE, "verlopen");

        assertThat(browser.post("/afmelden").location()).isEqualTo("/aanmelden?reden=verlopen");
        assertThat(browser.postAsScript("/sessie").status()).isEqualTo(401);
        assertThat(browser.get("/aanmelden?reden=verlopen").body()).contains("uit voorzorg afgemeld");
    }

    @Test
    void a_script_keeps_the_session_alive() {
        Browser browser = browser(coordinator);
        browser.get("/taken");

        assertThat(browser.postAsScript("/sessie").status()).isEqualTo(204);
    }

    @Test
    void signing_out_ends_the_session_for_whoever_kept_its_cookie() {
        Browser browser = browser(coordinator);
        browser.get("/taken");
        String cookie = browser.cookie(COOKIE).orElseThrow().getValue();

        Answer out = browser.post("/afmelden");

        assertThat(browser.follow(out).body()).contains("U bent afgemeld.");
        Browser thief = browser();
        thief.setCookie(COOKIE, cookie);
        assertThat(thief.get("/taken").location()).startsWith("/aanmelden");
    }

    @Test
    void the_session_ends_at_the_first_request_after_the_mandate() {
        String partner = "partner-" + coordinator;
        account(partner);
        Mandate mandate = mandate(cell, partner, Capacity.MEMBER);
        Browser browser = browser(partner);
        Browser live = browser(partner);
        assertThat(browser.get("/overleg").status()).isEqualTo(200);

        cell.transact(() -> bean(Mandates.class).end(mandate.id()));
        Answer page = browser.get("/overleg");
        Answer script = live.get("/overleg", "HX-Request", "true");

        assertThat(page.location()).isEqualTo("/aanmelden?reden=mandaat&naar=/overleg");
        assertThat(browser.follow(page).body()).contains("Uw mandaat is afgelopen");
        assertThat(browser.get("/overleg").location()).isEqualTo("/aanmelden?naar=/overleg");
        assertThat(script.status()).isEqualTo(401);
        assertThat(entries(cell).stream()
                        .filter(entry -> entry.result() == Result.DENIED)
                        .flatMap(entry -> entry.why().stream()))
                .containsExactly("mandate-ended", "mandate-ended");
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
