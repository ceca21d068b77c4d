package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What leaves with every answer, and for whom there is no door. */
class DoorTest extends WebTest {

    private static final List<String> CASEWORK = List.of(
            "/taken",
            "/aanmeldingen",
            "/aanmeldingen/nieuw",
            "/dossiers",
            "/dossiers/" + UUID.randomUUID(),
            "/dossiers/" + UUID.randomUUID() + "/plan",
            "/overleg",
            "/overleg/" + UUID.randomUUID(),
            "/zoeken",
            "/bewaring");

    @LocalServerPort
    private int port;

    @Test
    void every_answer_carries_the_headers_that_keep_it_in_its_place() throws Exception {
        Browser browser = browser(person(cell(), Capacity.COORDINATOR));
        List<Answer> answers = List.of(
                browser().get("/aanmelden"),
                browser().get("/taken"),
                browser.get("/taken"),
                browser.get("/nergens"),
                browser.postWithoutToken("/afmelden"),
                browser.get("/assets/livc.css"),
                browser.get("/assets/nergens.css"),
                browser.get("/v3/api-docs"),
                api().get("/me"),
                raw("/actuator/health"));

        for (Answer answer : answers) {
            String path = answer.response().uri().getPath();
            assertThat(answer.headers("Content-Security-Policy"))
                    .as(path)
                    .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                            + " frame-ancestors 'none'");
            assertThat(answer.headers("Referrer-Policy")).as(path).containsExactly("no-referrer");
            assertThat(answer.headers("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(answer.headers("Cross-Origin-Opener-Policy")).as(path).containsExactly("same-origin");
            assertThat(answer.headers("Cross-Origin-Resource-Policy")).as(path).containsExactly("same-origin");
            assertThat(answer.headers("Permissions-Policy")).as(path).hasSize(1);
            assertThat(answer.headers("Server")).as(path).isEmpty();
            if (!path.equals("/assets/livc.css")) {
                assertThat(answer.header("Cache-Control").orElse("")).as(path).contains("no-store");
            }
        }
    }

    @Test
    void an_address_that_hides_something_is_refused_without_a_word() throws Exception {
        for (String path : List.of("/taken;x=1", "/taken%2f..%2fdossiers", "/taken//x")) {
            Answer answer = raw(path);

            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).doesNotContain("taken").doesNotContain("Exception");
        }
    }

    @Test
    void style_sheets_and_scripts_may_be_kept_and_are_checked_again() {
        Answer sheet = browser().get("/assets/livc.css");

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Cache-Control").orElseThrow())
                .contains("max-age=3600")
                .contains("must-revalidate");
        assertThat(sheet.headers("Set-Cookie")).isEmpty();
        assertThat(browser()
                        .get(
                                "/assets/livc.css",
                                "If-Modified-Since",
                                sheet.header("Last-Modified").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        String cookie = browser().get("/aanmelden").headers("Set-Cookie").get(0);

        assertThat(cookie)
                .startsWith("livc=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void the_desk_and_the_administrator_find_nothing_where_cases_are() {
        ACell cell = cell();
        for (Capacity capacity : List.of(Capacity.DESK, Capacity.ADMINISTRATOR)) {
            Browser browser = browser(person(cell, capacity));
            byte[] nothing = browser.get("/nergens-" + UUID.randomUUID()).bytes();
            long before = denials(cell);

            for (String path : CASEWORK) {
                Answer answer = browser.get(path);

                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(answer.bytes()).as(path).isEqualTo(nothing);
            }
            assertThat(denials(cell) - before).isEqualTo(CASEWORK.size());
        }
    }

    @Test
    void a_partner_has_these_doors() {
        Browser browser = browser(person(cell(), Capacity.MEMBER));

        for (String path : List.of("/taken", "/aanmeldingen", "/dossiers", "/overleg")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whether_it_runs_is_all_that_is_told_to_strangers() throws Exception {
        for (String path : List.of("/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness")) {
            assertThat(raw(path).json().get("status").asString()).isEqualTo("UP");
            assertThat(raw(path).body()).doesNotContain("details").doesNotContain("db");
        }
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/sessions", "/actuator/health/db")) {
            assertThat(raw(path).status()).as(path).isNotEqualTo(200);
        }
    }

    private Answer raw(String path) throws Exception {
        URI address = URI.create("http://localhost:" + port + path);
        return new Answer(
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray()));
    }

    private long denials(ACell cell) {
        return cell.in(() -> bean(LedgerBook.class)
                .entries(LedgerFilter.all().of(Action.DENY), 200)
                .items()
                .size());
    }
}
