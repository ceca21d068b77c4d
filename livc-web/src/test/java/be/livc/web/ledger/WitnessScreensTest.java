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
    void a_witness_is_added_checked_and_ended_on_screen() {
        Browser browser = browser(dpo);
        browser.get("/audit/getuigen");

        assertThat(browser.post("/audit/getuigen", "vkey", "nonsense", "url", "http://127.0.0.1:9")
                        .body())
                .contains("Dit is geen sleutel van een getuige");
        assertThat(browser.follow(browser.post("/audit/getuigen/nu")).body()).contains("Laatst nagekeken");
    }

    @Test
    void what_a_witness_signed_is_shown_and_handed_out() throws IOException {
        assertThat(api(dpo).get("/ledger/checkpoint/cosigned").status()).isEqualTo(404);
        Witness witness = Witness.in(
                folder,
                "getuige.dpo",
                List.of(api(dpo).get("/ledger/key").body().strip()),
                Clock.systemUTC());
        HttpServer server = WitnessProgram.serve(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try {
            Browser browser = browser(dpo);
            browser.get("/audit/getuigen");
            browser.post(
                    "/audit/getuigen",
                    "vkey",
                    witness.verifierKey(),
                    "url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
            browser.post("/audit/getuigen/nu");

            assertThat(browser.post("/audit/controlepunt", "_page", "/audit").body())
                    .as("where a change of the language leads")
                    .contains("name=\"terug\" value=\"/audit\"");
            assertThat(browser.post("/audit/controlepunt").body())
                    .contains("Wat getuigen mee ondertekenden", "— getuige.dpo ");
            assertThat(api(dpo).get("/ledger/checkpoint/cosigned").body())
                    .startsWith("livc/" + cell.id() + "\n")
                    .contains("\n— getuige.dpo ");
        } finally {
            server.stop(0);
        }
    }
}
