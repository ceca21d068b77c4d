package be.livc.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.ledger.verify.Witness;
import be.livc.ledger.verify.WitnessProgram;
import be.livc.testing.ACell;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witnesses of a ledger on screen: added, checked, and what they signed. */
class WitnessScreensTest extends WebTest {

    @TempDir
    Path folder;

    private String dpo;
    private ACell cell;

    @BeforeEach
    void the_dpo_of_a_cell() {
        cell = cell();
        dpo = person(cell, Capacity.DPO);
    }

    @Test
    void what_is_wrong_with_a_witness_is_told_at_its_field_and_what_was_typed_stays() throws IOException {
        Browser browser = browser(dpo);
        browser.get("/audit/getuigen");

        String key = browser.post(
                        "/audit/getuigen", "vkey", "nonsense", "url", "http://127.0.0.1:9", "independent", "true")
                .body();
        assertThat(fieldOf(key, "vkey"))
                .contains("Dit is geen sleutel van een getuige", "value=\"nonsense\"", "aria-invalid=\"true\"");
        assertThat(fieldOf(key, "url")).contains("value=\"http://127.0.0.1:9\"").doesNotContain("aria-invalid");
        assertThat(fieldOf(key, "independent")).contains("checked");

        String address = browser.post("/audit/getuigen", "vkey", witness().verifierKey(), "url", "nergens")
                .body();
        assertThat(fieldOf(address, "url")).contains("Dit is geen webadres", "value=\"nergens\"");
        assertThat(browser.get("/audit/getuigen").body()).contains("Nog geen getuigen");
    }

    @Test
    void the_log_is_looked_at_when_somebody_asks() {
        Browser browser = browser(dpo);
        browser.get("/audit/getuigen");

        assertThat(browser.follow(browser.post("/audit/getuigen/nu")).body()).contains("Laatst nagekeken");
    }

    @Test
    void a_new_key_is_made_after_a_page_that_asks() {
        Browser browser = browser(dpo);
        String before = cellsOwnKey();

        assertThat(browser.get("/audit/getuigen/sleutel").body())
                .contains("Een nieuwe sleutel voor dit logboek maken?", "Een getuige die hem niet kent");
        assertThat(cellsOwnKey()).isEqualTo(before);

        assertThat(browser.follow(browser.post("/audit/getuigen/sleutel")).body())
                .contains("Nieuwe sleutel gemaakt")
                .doesNotContain(before);
        assertThat(cellsOwnKey()).isNotEqualTo(before);
    }

    private Witness witness() throws IOException {
        return Witness.in(folder, "getuige.dpo", List.of(cellsOwnKey()), Clock.systemUTC());
    }

    private String cellsOwnKey() {
        return api(dpo).get("/ledger/key").body().strip();
    }

    /** The group around a field, with its error. */
    private static String fieldOf(String page, String name) {
        Element field = Objects.requireNonNull(Jsoup.parse(page).getElementById(name));
        return Objects.requireNonNull(field.closest(".govuk-form-group")).outerHtml();
    }

    @Test
    void what_a_witness_signed_is_shown_and_handed_out() throws IOException {
        assertThat(api(dpo).get("/ledger/checkpoint/cosigned").status()).isEqualTo(404);
        try (Listening listening = new Listening(witness())) {
            Browser browser = browser(dpo);
            browser.get("/audit/getuigen");
            added(browser, listening);
            browser.post("/audit/getuigen/nu");

            assertThat(browser.post("/audit/controlepunt", "_page", "/audit").body())
                    .as("where a change of the language leads")
                    .contains("name=\"terug\" value=\"/audit\"");
            assertThat(browser.post("/audit/controlepunt").body())
                    .contains("Wat getuigen mee ondertekenden", "— getuige.dpo ");
            assertThat(signed()).startsWith("livc/" + cell.id() + "\n").contains("\n— getuige.dpo ");
        }
    }

    @Test
    void a_witness_that_is_asked_no_more_leaves_the_list_and_not_the_log_nor_what_it_signed_and_can_be_asked_again()
            throws IOException {
        try (Listening listening = new Listening(witness())) {
            Browser browser = browser(dpo);
            browser.get("/audit/getuigen");
            added(browser, listening);
            browser.post("/audit/getuigen/nu");
            assertThat(browser.get("/audit/getuigen").body()).contains("medeondertekend");
            String signed = signed();

            String ended = browser.follow(browser.post("/audit/getuigen/einde", "name", "getuige.dpo"))
                    .body();

            assertThat(ended).contains("Deze getuige wordt niet meer gevraagd", "Nog geen getuigen");
            assertThat(ended).doesNotContain("medeondertekend", "Niet meer vragen");
            assertThat(browser.get("/audit").body()).contains("getuige toegevoegd", "getuige niet meer gevraagd");
            assertThat(signed()).isEqualTo(signed);
            assertThat(browser.post("/audit/getuigen/einde", "name", "getuige.dpo")
                            .status())
                    .isEqualTo(404);

            assertThat(added(browser, listening)).contains("Getuige toegevoegd", "medeondertekend");
        }
    }

    /** A witness that can be reached, until it is closed. */
    private record Listening(Witness witness, HttpServer server) implements AutoCloseable {

        Listening(Witness witness) throws IOException {
            this(witness, WitnessProgram.serve(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static String added(Browser browser, Listening listening) {
        return browser.follow(browser.post(
                        "/audit/getuigen", "vkey", listening.witness().verifierKey(), "url", listening.url()))
                .body();
    }

    private String signed() {
        return api(dpo).get("/ledger/checkpoint/cosigned").body();
    }
}
