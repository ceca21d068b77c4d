package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.CurrentCell;
import be.livc.web.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is kept, why it goes, and what remains of it. */
class ErasureCallsTest extends CallsTest {

    private static final String WORDS = "De moeder van Bram Verhaegen vroeg het";

    private String aSignalNotRetained() {
        String signal = aSignalFiled();
        for (String assessor : List.of(coordinator, officer)) {
            made(api(assessor).post("/signals/" + signal + "/assessments", anAssessment("NOT_RETAINED")));
        }
        return signal;
    }

    private String aClosedCase() {
        String caseId = aCaseWithAPlan();
        done(api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));
        return caseId;
    }

    @Test
    void a_signal_that_was_not_retained_is_kept_for_its_term_and_then_erased_with_a_certificate() throws IOException {
        String signal = aSignalNotRetained();

        JsonNode kept = done(api(dpo).get("/retention")).get("items").get(0);
        assertThat(kept.get("id").asString()).isEqualTo(signal);
        assertThat(kept.get("type").asString()).isEqualTo("SIGNAL");
        assertThat(kept.get("retainUntil").asString())
                .isEqualTo(TODAY.plusMonths(6).toString());

        made(api(coordinator).post("/signals/" + signal + "/erasure-proposal", Map.of("reason", "NO_BASIS")));
        made(api(mayor).post("/signals/" + signal + "/erasure-decision", Map.of("decision", "ERASE")));
        JsonNode certificate = done(api(dpo).post("/signals/" + signal + "/erasure", Map.of()));

        assertThat(certificate.get("reason").asString()).isEqualTo("NO_BASIS");
        assertThat(done(api(dpo).get("/retention")).get("items")).isEmpty();
        JsonNode left = done(api(coordinator).get("/signals/" + signal));
        assertThat(left.get("state").asString()).isEqualTo("ERASED");
        assertThat(left.get("certificate")).isEqualTo(certificate);
        assertThat(checked(certificate.get("proof").asString()).outcome()).isEqualTo(Verdict.Outcome.COMPLETE);
        assertThat(checked(certificate.get("proof").asString()).findings().toString())
                .contains("\"seq\":" + certificate.get("ledgerIndex").asLong() + ",")
                .contains("\"action\":\"erase\"");
        assertThat(left.has("subject")).isFalse();
        refused(api(clb).get("/signals/" + signal), 404, "not-found");
        refused(api(officer).get("/signals/" + signal), 404, "not-found");
        assertThat(done(api(dpo).get("/ledger/entries?case=" + signal)).get("items"))
                .as("a signal is no case, in the log of who read its certificate either")
                .isEmpty();
    }

    /** By the verifier that stands alone, as an outsider would. */
    private static Verdict checked(String proof) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "proof", ".txt");
        Files.writeString(file, proof);
        return VerifyExport.check(file, Optional.empty(), Optional.empty());
    }

    @Test
    void a_signal_that_became_a_case_is_not_erased_as_a_signal() {
        String signal = aRetainedSignal();
        made(api(mayor).post("/signals/" + signal + "/listing", listed()));

        refused(api(coordinator).post("/signals/" + signal + "/erasure-proposal", Map.of()), 409, "wrong-phase");
        refused(api(dpo).post("/signals/" + signal + "/erasure", Map.of()), 409, "wrong-phase");
    }

    @Test
    void a_reason_in_words_is_read_by_the_mayor_and_gone_with_the_case() {
        String caseId = aClosedCase();
        made(api(coordinator).post("/cases/" + caseId + "/erasure-proposal", Map.of("reason", WORDS)));

        assertThat(api(mayor).get("/cases/" + caseId + "/timeline").body()).contains(WORDS);
        assertThat(stored(caseId)).isEqualTo("OTHER");

        made(api(mayor).post("/cases/" + caseId + "/erasure-decision", Map.of("decision", "ERASE")));
        JsonNode certificate = done(api(dpo).post("/cases/" + caseId + "/erasure", Map.of("reason", WORDS)));

        assertThat(certificate.get("reason").asString()).isEqualTo("OTHER");
        assertThat(certificate.toString()).doesNotContain("Verhaegen");
        assertThat(done(api(coordinator).get("/cases/" + caseId)).toString()).doesNotContain("Verhaegen");
        assertThat(api(dpo).get("/ledger/entries?limit=200&case=" + caseId).body())
                .doesNotContain("Verhaegen");
    }

    private String stored(String caseId) {
        return CurrentCell.in(cell.id(), () -> bean(TransactionTemplate.class).execute(tx -> bean(JdbcTemplate.class)
                .queryForObject("select reason from erasure where case_id = cast(? as uuid)", String.class, caseId)));
    }

    @Test
    void a_signal_is_erased_on_screen_in_three_steps_each_with_a_page_to_check() {
        String signal = aSignalNotRetained();
        String path = "/aanmeldingen/" + signal + "/wissing";
        Browser proposes = browser(coordinator);
        assertThat(proposes.get("/bewaring").body()).contains(path, "Signalen die niet verder gingen");
        assertThat(proposes.get(path).body()).contains("Voorstellen om dit signaal te wissen?", "NO_LONGER_NEEDED");
        assertThat(proposes.post(path + "/voorstel", "reason", "NO_LONGER_NEEDED", "text", WORDS)
                        .location())
                .isEqualTo("/bewaring");

        Browser decides = browser(mayor);
        assertThat(decides.get(path).body())
                .contains("Beslissen om dit signaal te wissen?", "De gegevens zijn niet meer nodig");
        decides.post(path + "/beslissing", "decision", "erase");

        Browser carriesOut = browser(dpo);
        assertThat(carriesOut.get(path).body()).contains("De wissing van dit signaal uitvoeren?");
        String after = carriesOut.post(path + "/uitvoeren").location();
        assertThat(carriesOut.get(after).body())
                .contains("Wisverklaring", "De gegevens zijn niet meer nodig")
                .doesNotContain("Verhaegen");
        assertThat(browser(clb).get(path).status()).isEqualTo(404);
        assertThat(proposes.get("/aanmeldingen/" + signal).body())
                .contains("De feiten zijn gewist.")
                .doesNotContain("niet met u gedeeld", "signaalfiche.pdf");
    }

    @Test
    void why_a_signal_is_kept_longer_stands_at_the_signal_for_who_runs_the_cell_and_for_nobody_else() {
        String signal = aSignalNotRetained();
        String path = "/aanmeldingen/" + signal;
        Browser runs = browser(coordinator);
        runs.get(path + "/wissing");
        runs.post(path + "/wissing/voorstel", "reason", "NO_LONGER_NEEDED", "text", WORDS);
        Browser decides = browser(mayor);
        decides.get(path + "/wissing");
        decides.post(
                path + "/wissing/beslissing",
                "decision",
                "keep",
                "until",
                TODAY.plusYears(1).toString(),
                "reason",
                "Het parket vroeg het signaal op.");

        assertThat(runs.get(path).body())
                .contains("Wissing voorgesteld", WORDS, "Langer bewaren", "Het parket vroeg het signaal op.")
                .contains("Persoon " + mayor, "wordt langer bewaard, tot en met")
                .doesNotContain("na de korte bewaartermijn");
        assertThat(browser(clb).get(path).body())
                .as("who reported it")
                .contains("Zegt dat hij wraak wil nemen")
                .doesNotContain("Langer bewaren", "Het parket vroeg het signaal op.", WORDS);
    }
}
