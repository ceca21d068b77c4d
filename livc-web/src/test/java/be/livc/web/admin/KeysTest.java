package be.livc.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.api.CallsTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** The keys on a screen, over REST and from the command line; and what a reader gets of a value that somebody moved. */
class KeysTest extends CallsTest {

    @Value("${local.server.port}")
    int port;

    @Test
    void an_administrator_renews_the_key_of_the_cell_and_sees_it_while_cases_stay_readable() throws Exception {
        String caseId = aListedCase();
        Browser browser = browser(administrator);
        assertThat(browser.get("/beheer").body()).contains("/beheer/sleutels");
        assertThat(browser.get("/beheer/sleutels").body()).contains("Versie 1").doesNotContain("Versie 2");

        Answer renewed = browser.post("/beheer/sleutels/cel");

        assertThat(renewed.location()).isEqualTo("/beheer/sleutels");
        for (int n = 0; n < 100 && !allAnew(done(api(administrator).get("/keys"))); n++) {
            Thread.sleep(50);
        }
        assertThat(allAnew(done(api(administrator).get("/keys")))).isTrue();
        assertThat(browser.get("/beheer/sleutels").body())
                .contains("Versie 2", "in gebruik", "nodig voor oude reservekopieën");
        assertThat(done(api(coordinator).get("/cases/" + caseId))
                        .get("subject")
                        .get("familyName")
                        .asString())
                .isEqualTo("Verhaegen");
    }

    private static boolean allAnew(JsonNode keys) {
        return keys.get("cellKeys").size() == 2
                && keys.get("cellKeys").get(1).get("state").asString().equals("RETIRED");
    }

    @Test
    void nobody_but_an_administrator_sees_or_renews_keys() {
        refused(api(coordinator).get("/keys"), 404, "not-found");
        refused(api(dpo).post("/keys/renewals", Map.of("scope", "MASTER")), 403, "forbidden");
        assertThat(browser(coordinator).get("/beheer/sleutels").status()).isEqualTo(404);
        assertThat(browser(coordinator).get("/beheer").body()).doesNotContain("/beheer/sleutels");
        refused(api(administrator).post("/keys/renewals", Map.of("scope", "ALL")), 422, "unknown-code");
    }

    @Test
    void the_command_renews_the_master_key_of_a_program_that_runs_and_prints_the_ages() throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        int result;
        try {
            result = KeysProgram.run(
                    new String[] {
                        "renew-master",
                        "--user",
                        administrator,
                        "--server",
                        URI.create("http://localhost:" + port).toString()
                    },
                    "livc-demo");
        } finally {
            System.setOut(console);
        }

        assertThat(result).isZero();
        assertThat(printed.toString())
                .contains("master key keyset-", "CURRENT", "backups are kept 35 days", "cell key 1 since");
    }

    @Test
    void where_no_program_answers_the_command_says_so_in_plain_words() throws Exception {
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true));
        int result;
        try {
            result = KeysProgram.run(new String[] {"--user", "beheer", "--server", "http://localhost:1"}, "livc-demo");
        } finally {
            System.setErr(console);
        }

        assertThat(result).isEqualTo(1);
        assertThat(printed.toString())
                .contains("nothing answers at http://localhost:1")
                .doesNotContain("\tat ");
    }

    @Test
    void a_value_that_was_moved_to_another_case_is_a_reference_and_an_entry_and_never_the_other_text()
            throws Exception {
        String one = aListedCase();
        String other = aListedCase();
        swapTexts(one, other);

        Answer call = api(coordinator).get("/cases/" + one + "/timeline");
        Answer page = browser(coordinator).get("/dossiers/" + one);

        assertThat(call.status()).isEqualTo(500);
        assertThat(call.json().get("code").asString()).isEqualTo("seal-broken");
        long reference = call.json().get("reference").asLong();
        assertThat(call.body()).doesNotContain("wraak");
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body())
                .contains("Verwijzing: vermelding")
                .doesNotContain("wraak")
                .doesNotContain("Verhaegen");
        assertThat(done(api(dpo).get("/ledger/entries?action=READ&case=" + one)).get("items"))
                .anyMatch(entry -> entry.get("index").asLong() == reference
                        && entry.toString().contains("seal-broken"));
    }

    /** What somebody who may do anything in the database could do. */
    private static void swapTexts(String one, String other) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            String ids =
                    "select a.id as a, b.id as b, a.text_sealed as of_a, b.text_sealed as of_b from case_item a, case_item b"
                            + " where a.case_id = '" + one + "' and b.case_id = '" + other
                            + "' and a.type = 'FACT' and b.type = 'FACT'";
            assertThat(statement.executeUpdate("with pair as (" + ids + ") update case_item i set text_sealed ="
                            + " case when i.id = a then of_b else of_a end from pair where i.id in (a, b)"))
                    .isEqualTo(2);
        }
    }
}
