package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody may not know of looks, byte for byte, like what does not exist. */
class HiddenCallsTest extends CallsTest {

    private record Call(String method, String path) {}

    private static final List<Call> ON_A_SIGNAL =
            List.of(new Call("GET", ""), new Call("POST", "/assessments"), new Call("POST", "/listing"));

    private static final List<Call> ON_A_CASE = List.of(
            new Call("GET", ""),
            new Call("GET", "/timeline"),
            new Call("GET", "/process"),
            new Call("PUT", "/plan"),
            new Call("POST", "/measures/" + UUID.randomUUID() + "/progress"),
            new Call("POST", "/closure"),
            new Call("POST", "/erasure-proposal"),
            new Call("POST", "/erasure-decision"),
            new Call("POST", "/erasure"));

    private static final List<Call> ON_A_CONSULTATION = List.of(
            new Call("GET", ""),
            new Call("GET", "/minutes"),
            new Call("POST", "/items"),
            new Call("POST", "/items/1/conflict-check"),
            new Call("PUT", "/items/1/attendance/" + UUID.randomUUID()),
            new Call("POST", "/items/1/answer"),
            new Call("POST", "/items/1/disclosures"),
            new Call("POST", "/items/1/abstentions"),
            new Call("POST", "/items/1/decisions"),
            new Call("POST", "/open"),
            new Call("POST", "/close"));

    @Test
    void another_cells_things_look_like_nothing_to_everybody_and_each_denial_stands_in_the_ledger() {
        String signal = aSignalFiled();
        String caseId = aListedCase();
        String consultation = aPlannedConsultation();
        found_a_cell();

        for (String who : List.of(mayor, coordinator, officer, clb, dpo, administrator)) {
            long before = denialsOf(who);
            int calls = looksLikeNothing(who, "/signals/", signal, ON_A_SIGNAL)
                    + looksLikeNothing(who, "/cases/", caseId, ON_A_CASE)
                    + looksLikeNothing(who, "/consultations/", consultation, ON_A_CONSULTATION);
            assertThat(denialsOf(who) - before).as(who).isEqualTo(2L * calls);
        }
    }

    @Test
    void what_was_not_disclosed_looks_like_nothing_to_a_partner() {
        String signal = aSignalFiled();
        String caseId = aListedCase();
        String consultation = aPlannedConsultation();

        looksLikeNothing(ocmw, "/signals/", signal, ON_A_SIGNAL);
        looksLikeNothing(ocmw, "/cases/", caseId, ON_A_CASE);
        looksLikeNothing(ocmw, "/consultations/", consultation, ON_A_CONSULTATION);
        looksLikeNothing(dpo, "/consultations/", consultation, ON_A_CONSULTATION);
    }

    @Test
    void an_erased_case_looks_like_nothing_but_to_coordinator_and_dpo() {
        String caseId = aCaseWithAPlan();
        done(api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));
        made(api(coordinator).post("/cases/" + caseId + "/erasure-proposal", Map.of()));
        made(api(mayor).post("/cases/" + caseId + "/erasure-decision", Map.of("decision", "ERASE")));
        done(api(dpo).post("/cases/" + caseId + "/erasure", Map.of()));

        for (String who : List.of(mayor, officer, clb, ocmw, administrator)) {
            looksLikeNothing(who, "/cases/", caseId, ON_A_CASE);
        }
    }

    @Test
    void unknown_addresses_and_malformed_ids_are_not_found_in_the_same_bytes() {
        byte[] nothing = api(coordinator).get("/cases/" + UUID.randomUUID()).bytes();

        for (String path : List.of("/nothing", "/cases/x", "/cases/1/timeline", "/code-lists/none", "/signals/x/y")) {
            assertThat(api(coordinator).get(path).bytes()).as(path).isEqualTo(nothing);
        }
        assertThat(api(coordinator).delete("/signals").bytes()).isEqualTo(nothing);
        assertThat(api(coordinator).post("/cases/x/plan", Map.of()).bytes()).isEqualTo(nothing);
        assertThat(api(coordinator)
                        .post("/mandates/" + UUID.randomUUID() + "/end", Map.of())
                        .bytes())
                .isEqualTo(nothing);
    }

    @Test
    void the_desk_and_the_administrator_see_no_case_and_no_search() {
        aListedCase();

        for (String list : List.of("/cases", "/signals", "/consultations", "/tasks")) {
            refused(api(administrator).get(list), 404, "not-found");
            refused(api("vvsg").get(list), 404, "not-found");
        }
        refused(api("vvsg").post("/search", Map.of("name", "Verhaegen")), 404, "not-found");
    }

    private int looksLikeNothing(String who, String root, String id, List<Call> calls) {
        List<String> different = new ArrayList<>();
        for (Call call : calls) {
            Answer hidden = send(who, call, root + id);
            Answer absent = send(who, call, root + UUID.randomUUID());
            if (hidden.status() != 404 || absent.status() != 404 || !Arrays.equals(hidden.bytes(), absent.bytes())) {
                different.add(call + " " + hidden.status() + "/" + absent.status() + " " + hidden.body());
            }
        }
        assertThat(different).as(who + " " + root).isEmpty();
        return calls.size();
    }

    private Answer send(String who, Call call, String object) {
        String path = object + call.path();
        return switch (call.method()) {
            case "GET" -> api(who).get(path);
            case "PUT" -> api(who).put(path, Map.of());
            default -> api(who).post(path, Map.of());
        };
    }

    private long denialsOf(String who) {
        long count = 0;
        String after = "";
        while (true) {
            JsonNode page = done(api(dpo).get("/ledger/entries?action=deny&limit=200" + after));
            for (JsonNode entry : page.get("items")) {
                boolean own = entry.get("entry")
                        .get("actor")
                        .get("mandate")
                        .asString("")
                        .equals(mandateOf(who));
                count += own ? 1 : 0;
            }
            if (page.get("next").isNull()) {
                return count;
            }
            after = "&after=" + page.get("next").asString();
        }
    }
}
