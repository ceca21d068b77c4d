package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is listed and found, for whom: nobody learns from a search, a duplicate or a link of a person whom they do not see. */
class FoundCallsTest extends CallsTest {

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
