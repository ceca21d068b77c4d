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
    void whatever_changes_in_a_case_changes_its_tag_and_a_stale_one_stops_every_act_on_it() {
        String caseId = aCaseWithAPlan();
        String path = "/cases/" + caseId;
        String measure = done(api(coordinator).get(path))
                .get("plan")
                .get("measures")
                .get(0)
                .get("id")
                .asString();
        String tag = api(coordinator).get(path).header("ETag").orElseThrow();
        assertThat(api(coordinator).get(path).header("ETag")).contains(tag);

        made(api(ocmw)
                .post(path + "/measures/" + measure + "/progress", Map.of("text", "Gesproken", "state", "RUNNING")));

        assertThat(api(coordinator).get(path).header("ETag").orElseThrow()).isNotEqualTo(tag);
        refused(api(coordinator).with("If-Match", tag).put(path + "/plan", aPlan()), 412, "changed-meanwhile");
        refused(
                api(coordinator).with("If-Match", tag).post(path + "/closure", Map.of("ground", "GOALS_REACHED")),
                412,
                "changed-meanwhile");
    }

    @Test
    void the_tag_tells_nobody_of_what_was_added_that_they_do_not_see() {
        String caseId = aListedCase();
        String consultation = anOpenConsultation(caseId, clb, ocmw);
        made(says(clb, consultation, "Voor iedereen"));
        done(attends(consultation, ocmw, Map.of("left", true)));
        String before = api(ocmw).get("/cases/" + caseId).header("ETag").orElseThrow();

        made(says(clb, consultation, "Zonder het OCMW"));

        assertThat(api(ocmw).get("/cases/" + caseId).header("ETag")).contains(before);
    }

    @Test
    void the_case_that_a_signal_joined_is_told_only_to_who_sees_that_case() {
        String caseId = aListedCase();
        String signal = aRetainedSignal();
        made(api(mayor)
                .post(
                        "/signals/" + signal + "/listing",
                        Map.of("decision", "ADD_TO_CASE", "necessity", "Zelfde persoon", "caseId", caseId)));

        assertThat(done(api(coordinator).get("/signals/" + signal))
                        .get("joinedCase")
                        .asString())
                .isEqualTo(caseId);
        assertThat(done(api(clb).get("/signals/" + signal)).get("joinedCase").asString())
                .isEqualTo(caseId);
        String consultation = aPlannedConsultation();
        made(putOnAgenda(consultation, caseId, mayor, coordinator, officer));
        made(api(officer)
                .post(
                        "/consultations/" + consultation + "/items/1/conflict-check",
                        Map.of(
                                "outcome",
                                "EMBARGO",
                                "reference",
                                "FD.20.99.1/2026",
                                "reviewDate",
                                TODAY.plusDays(30).toString())));

        assertThat(done(api(clb).get("/cases/" + caseId)).get("subject").isNull())
                .isTrue();
        assertThat(done(api(clb).get("/signals/" + signal)).get("joinedCase").isNull())
                .isTrue();
    }

    @Test
    void a_plan_that_somebody_else_changed_is_not_overwritten() {
        String path = "/cases/" + aCaseWithAPlan();
        String tag = api(coordinator).get(path).header("ETag").orElseThrow();

        Answer first = api(coordinator).with("If-Match", tag).put(path + "/plan", aPlan());
        Answer second = api(coordinator).with("If-Match", tag).put(path + "/plan", aPlan());

        done(first);
        assertThat(first.header("ETag").orElseThrow()).isNotEqualTo(tag);
        refused(second, 412, "changed-meanwhile");
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

    @Test
    void lists_come_in_pages_that_follow_each_other() {
        aSignalFiled();
        aSignalFiled();
        aSignalFiled();

        JsonNode first = done(api(coordinator).get("/signals?limit=2"));
        JsonNode second = done(api(coordinator)
                .get("/signals?limit=2&after=" + first.get("next").asString()));

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        JsonNode people = done(api(coordinator).get("/mandates?limit=5"));
        assertThat(done(api(coordinator)
                                .get("/mandates?limit=5&after="
                                        + people.get("next").asString()))
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void a_search_shows_a_person_only_to_whoever_sees_them() {
        aListedCase();
        Map<String, Object> asked = Map.of("name", "Verhaegen Bram", "purpose", "Nazicht");

        JsonNode hits = done(api(coordinator).post("/search", asked)).get("hits");

        assertThat(hits.get(0).get("number").asString()).startsWith("D-");
        assertThat(done(api(ocmw).post("/search", asked)).get("hits")).isEmpty();
        refused(api(administrator).post("/search", asked), 404, "not-found");
        refused(api(coordinator).post("/search", Map.of()), 422, "required");
    }

    @Test
    void a_possible_duplicate_is_shown_to_the_coordinator_and_to_nobody_who_may_not_know() {
        String caseId = aListedCase();

        JsonNode seen =
                made(api(coordinator).post("/signals", aSignal("Verhaegen"))).get("possibleDuplicates");

        assertThat(seen.findValuesAsString("caseId")).contains(caseId);
        assertThat(made(api(ocmw).post("/signals", aSignal("Verhaegen"))).get("possibleDuplicates"))
                .isEmpty();
    }

    /** Whether another cell knows somebody stays unasked until a basis for it is cited: nothing in the program tells. */
    @Test
    void scenario_9_of_two_cells_with_a_file_on_the_same_person_neither_learns_of_the_other() {
        String elsewhere = aListedCase();
        found_a_cell();
        String here = aListedCase();

        JsonNode hits = done(api(coordinator).post("/search", Map.of("name", "Verhaegen")))
                .get("hits");
        JsonNode alike =
                made(api(coordinator).post("/signals", aSignal("Verhaegen"))).get("possibleDuplicates");

        assertThat(hits.findValuesAsString("caseId")).contains(here).doesNotContain(elsewhere);
        assertThat(alike.findValuesAsString("caseId")).contains(here).doesNotContain(elsewhere);
    }
}
