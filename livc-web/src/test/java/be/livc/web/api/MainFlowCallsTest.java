package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.web.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One case from signal to erasure by the REST contract. */
class MainFlowCallsTest extends CallsTest {

    @Test
    void a_case_goes_from_signal_to_erasure_and_the_ledger_verifies(@TempDir Path folder) throws IOException {
        String signal = aRetainedSignal();
        assertThat(done(api(mayor).get("/signals/" + signal)).get("state").asString())
                .isEqualTo("RETAINED");
        JsonNode listed = made(api(mayor).post("/signals/" + signal + "/listing", listed()));
        assertThat(listed.get("phase").asString()).isEqualTo("LISTED");
        String caseId = listed.get("caseId").asString();
        String path = "/cases/" + caseId;

        String consultation = anOpenConsultation(caseId, clb, ocmw);
        assertThat(phase(path)).isEqualTo("IN_CONSULTATION");
        JsonNode disclosed = made(says(clb, consultation, "Hij komt niet meer naar de les"));
        assertThat(disclosed.get("recipients")).hasSize(5);
        assertThat(disclosed.get("receipt").get("index").asLong()).isPositive();
        String items = "/consultations/" + consultation + "/items/1";
        made(api(ocmw).post(items + "/abstentions", Map.of("by", mandateOf(ocmw))));
        made(api(mayor)
                .post(
                        items + "/decisions",
                        Map.of(
                                "text",
                                "Het OCMW begeleidt",
                                "votes",
                                List.of(Map.of("mandateId", mandateOf(clb), "vote", "FOR")))));
        done(api(coordinator).post("/consultations/" + consultation + "/close", Map.of()));
        Answer minutes = api(ocmw).get("/consultations/" + consultation + "/minutes");
        assertThat(new String(minutes.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        JsonNode plan = done(api(coordinator).put(path + "/plan", aPlan()));
        String measure = plan.get("measures").get(0).get("id").asString();
        assertThat(phase(path)).isEqualTo("PLAN_ACTIVE");
        made(api(ocmw)
                .post(
                        path + "/measures/" + measure + "/progress",
                        Map.of("text", "Eerste gesprek", "state", "RUNNING")));
        assertThat(phase(path)).isEqualTo("FOLLOW_UP");
        assertThat(done(api(coordinator).get(path + "/process"))
                        .get("definition")
                        .asString())
                .isEqualTo("livc-r-case");

        JsonNode closed = done(
                api(coordinator).post(path + "/closure", Map.of("ground", "GOALS_REACHED", "aftercare", "Het OCMW")));
        assertThat(closed.get("phase").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("retainUntil").asString()).isGreaterThan(TODAY.toString());
        Answer untrue = api(coordinator).post(path + "/erasure-proposal", Map.of("reason", "TERM_OVER"));
        refused(untrue, 422, "term-not-over");
        assertThat(untrue.json().at("/errors/0/field").asString()).isEqualTo("reason");
        made(api(coordinator).post(path + "/erasure-proposal", Map.of()));
        made(api(mayor).post(path + "/erasure-decision", Map.of("decision", "ERASE")));
        JsonNode certificate = done(api(dpo).post(path + "/erasure", Map.of("reason", "Termijn voorbij")));
        assertThat(certificate.get("keyDestroyed").asBoolean()).isTrue();

        JsonNode erased = done(api(coordinator).get(path));
        assertThat(erased.get("phase").asString()).isEqualTo("ERASED");
        assertThat(erased.has("subject")).isFalse();
        assertThat(done(api(dpo).get(path)).get("certificate")).isEqualTo(certificate);
        for (String other : List.of(mayor, clb, ocmw, officer, administrator)) {
            refused(api(other).get(path), 404, "not-found");
        }
        verify(folder);
    }

    private String phase(String path) {
        return done(api(coordinator).get(path)).get("phase").asString();
    }

    private void verify(Path folder) throws IOException {
        refused(api(coordinator).get("/ledger/export"), 404, "not-found");
        Path export = folder.resolve("export.zip");
        Files.write(export, api(dpo).get("/ledger/export").bytes());
        String key = api(dpo).get("/ledger/key").body().strip();

        Verdict verdict = VerifyExport.check(export, Optional.empty(), Optional.of(key));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.COMPLETE);
    }

    @Test
    void each_participant_sees_what_was_disclosed_to_them_and_why() {
        String caseId = aListedCase();
        String consultation = anOpenConsultation(caseId, clb, ocmw);
        made(says(clb, consultation, "Voor iedereen"));
        done(attends(consultation, ocmw, Map.of("arrived", true, "left", true, "statementSigned", true)));
        made(says(clb, consultation, "Voor wie er nog is"));

        JsonNode seen = done(api(ocmw).get("/cases/" + caseId + "/timeline")).get("items");

        assertThat(seen.findValuesAsString("text")).containsExactly("Voor iedereen");
        assertThat(seen.get(0).get("why").toString()).contains("RECIPIENT");
        assertThat(api(ocmw).get("/consultations/" + consultation).body()).doesNotContain("Voor wie er nog is");
    }

    @Test
    void a_checkpoint_is_text_whatever_the_caller_accepts_and_its_proofs_hold() {
        Answer checkpoint = api(dpo).with("Accept", "application/json").get("/ledger/checkpoint");

        assertThat(checkpoint.status()).as(checkpoint.body()).isEqualTo(200);
        assertThat(checkpoint.header("Content-Type").orElse("")).startsWith("text/plain");
        String[] lines = checkpoint.body().split("\n");
        assertThat(lines[0]).isEqualTo("livc/" + cell.id());
        JsonNode proof = done(api(clb).get("/ledger/proofs/inclusion?index=0&size=" + lines[1]));
        assertThat(proof.get("path").isArray()).isTrue();
        done(api(clb).get("/ledger/proofs/consistency?from=1&to=" + lines[1]));
        refused(api(clb).get("/ledger/proofs/inclusion?index=5&size=1"), 422, "out-of-range");
        refused(api(clb).get("/ledger/proofs/inclusion?index=x&size=1"), 422, "wrong-type");
        refused(api(clb).get("/ledger/proofs/inclusion"), 422, "required");
    }
}
