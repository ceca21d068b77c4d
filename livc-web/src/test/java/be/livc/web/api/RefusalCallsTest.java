package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is not carried out, and what the caller is told. */
class RefusalCallsTest extends CallsTest {

    @Test
    void what_is_missing_is_named_field_by_field_in_the_language_of_the_caller() {
        Map<String, Object> signal = aSignal("Verhaegen");
        signal.put("facts", List.of(Map.of("kind", "RUMOUR", "source", "", "text", "", "date", "gisteren")));
        signal.put("urgency", "SOON");

        Answer dutch = api(clb).post("/signals", signal);
        Answer french = api(clb).with("Accept-Language", "fr").post("/signals", signal);

        assertThat(dutch.status()).isEqualTo(422);
        assertThat(dutch.json().get("errors").findValuesAsString("field")).contains("facts[0].date");
        assertThat(dutch.json().get("errors").get(0).get("message").asString()).startsWith("Vul");
        assertThat(french.json().get("errors").get(0).get("message").asString())
                .isNotEqualTo(dutch.json().get("errors").get(0).get("message").asString());
    }

    @Test
    void a_secret_needs_its_ground() {
        Map<String, Object> signal = aSignal("Verhaegen");
        signal.put("containsSecret", true);

        refused(api(clb).post("/signals", signal), 422, "secret-needs-ground");
        signal.put("ground", "CONSENT");
        made(api(clb).post("/signals", signal));
    }

    @Test
    void what_is_not_json_is_malformed_and_json_of_another_shape_is_a_wrong_field() {
        refused(api(clb).post("/signals", "{\"subject\":"), 400, "malformed");
        refused(api(clb).post("/signals", ""), 400, "malformed");
        Answer shape = api(clb).post("/signals", "{\"facts\":\"none\"}");
        refused(shape, 422, "wrong-type");
        assertThat(shape.json().get("errors").get(0).get("field").asString()).isEqualTo("facts");
        refused(api(clb).with("Content-Type", "text/plain").post("/signals", "x"), 415, "unsupported-media-type");
    }

    @Test
    void an_empty_place_in_a_list_of_texts_is_passed_over() {
        Map<String, Object> signal = aSignal("Verhaegen");
        signal.put(
                "subject",
                Map.of("familyName", "Verhaegen", "givenNames", "Bram", "aliases", Arrays.asList("Br", null, " ")));
        Map<String, Object> basis = new HashMap<>(aBasis("OTHER"));
        basis.put("participants", Arrays.asList((Object) null));

        String id = made(api(clb).post("/signals", signal)).get("id").asString();

        assertThat(done(api(clb).get("/signals/" + id)).get("subject").get("aliases"))
                .hasSize(1);
        refused(api(coordinator).post("/legal-bases", basis), 422, "required");
    }

    @Test
    void a_page_that_cannot_be_one_is_a_wrong_field() {
        refused(api(coordinator).get("/cases?limit=many"), 422, "wrong-type");
        refused(api(coordinator).get("/mandates?after=nobody"), 422, "bad-cursor");
        refused(api(coordinator).get("/ledger/entries?after=x"), 422, "bad-cursor");
        refused(api(coordinator).get("/tasks?filter=someday"), 422, "unknown-code");
        refused(api(coordinator).get("/signals?state=UNHEARD_OF"), 422, "unknown-code");
    }

    @Test
    void a_consultation_without_a_valid_basis_is_not_planned() {
        refused(
                api(coordinator).post("/consultations", aConsultation(TODAY.minusYears(2), basis)),
                409,
                "no-valid-basis");
    }

    @Test
    void an_invitee_whom_no_basis_covers_is_named() {
        String narrow = made(api(coordinator).post("/legal-bases", aBasis("CLB")))
                .get("id")
                .asString();
        String consultation = made(api(coordinator).post("/consultations", aConsultation(TODAY, narrow)))
                .get("id")
                .asString();

        Answer answer = putOnAgenda(consultation, aListedCase(), ocmw);

        refused(answer, 409, "not-covered-by-basis");
        JsonNode missing = answer.json().get("missing").get(0);
        assertThat(missing.get("subject").asString()).isEqualTo(mandateOf(ocmw));
        assertThat(missing.get("detail").asString()).contains("Persoon " + ocmw);
    }

    @Test
    void opening_lists_everything_that_is_missing() {
        String consultation = aPlannedConsultation();
        made(putOnAgenda(consultation, aListedCase(), ocmw));

        Answer answer = api(mayor).post("/consultations/" + consultation + "/open", Map.of());

        refused(answer, 409, "conflict-check-pending");
        assertThat(answer.json().get("missing").findValuesAsString("code"))
                .contains("conflict-check-pending", "quorum-missing");
        assertThat(answer.json().get("missing").findValuesAsString("subject")).contains("MAYOR");
        refused(says(mayor, consultation, "Te vroeg"), 409, "not-open");
    }

    @Test
    void nobody_is_told_anything_who_is_not_in_the_room() {
        String consultation = anOpenConsultation(aListedCase(), clb);

        Answer answer = api(clb).post(
                        "/consultations/" + consultation + "/items/1/disclosures",
                        Map.of("text", "Iets", "recipients", List.of(mandateOf(ocmw))));

        refused(answer, 409, "recipient-not-present");
        assertThat(answer.json().get("missing").get(0).get("subject").asString())
                .isEqualTo(mandateOf(ocmw));
    }

    @Test
    void a_phase_that_is_none_names_the_field_and_the_phases_there_are() {
        Answer answer = api(coordinator).get("/cases?phase=ONZIN");

        refused(answer, 422, "unknown-code");
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo("phase");
        assertThat(error.get("allowed").toString()).contains("\"PLAN_ACTIVE\"", "\"DETENTION_FOLLOW_UP\"");
        done(api(coordinator).get("/cases?phase=plan-active"));
    }

    @Test
    void a_step_is_done_by_its_act_and_the_answer_names_it() {
        aListedCase();
        JsonNode task = done(api(coordinator).get("/tasks")).get("items").get(0);

        Answer answer = api(coordinator).post("/tasks/" + task.get("id").asString() + "/complete", Map.of());

        refused(answer, 409, "done-by-its-act");
        assertThat(answer.body()).contains("/consultations/{id}/items");
        refused(api(clb).post("/tasks/" + task.get("id").asString() + "/complete", Map.of()), 404, "not-found");
    }

    @Test
    void attendance_takes_an_hour_a_local_time_and_an_instant() {
        String consultation = aPlannedConsultation();
        made(putOnAgenda(consultation, aListedCase(), ocmw));

        for (Object arrived : List.of("09:05", TODAY + "T09:05", TODAY + "T09:05:00", TODAY + "T08:05:00Z", true)) {
            done(attends(consultation, ocmw, Map.of("arrived", arrived, "statementSigned", true)));
        }
        refused(attends(consultation, ocmw, Map.of("arrived", "straks")), 422, "bad-date");
    }
}
