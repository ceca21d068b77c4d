package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.Ids;
import be.livc.web.signin.Passwords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description that other programs generate their clients from. */
class ContractTest extends CallsTest {

    private static final List<String> CALLS = List.of(
            "post /tokens",
            "get /me",
            "get /code-lists/{name}",
            "get /partners",
            "get /mandates",
            "post /signals",
            "get /signals",
            "get /signals/{id}",
            "post /signals/{id}/assessments",
            "post /signals/{id}/listing",
            "get /cases",
            "get /cases/{id}",
            "get /cases/{id}/timeline",
            "get /cases/{id}/process",
            "get /tasks",
            "post /tasks/{id}/complete",
            "get /legal-bases",
            "post /legal-bases",
            "post /consultations",
            "get /consultations/{id}",
            "post /consultations/{id}/items",
            "post /consultations/{id}/items/{n}/conflict-check",
            "put /consultations/{id}/items/{n}/attendance/{mandateId}",
            "post /consultations/{id}/open",
            "post /consultations/{id}/items/{n}/disclosures",
            "post /consultations/{id}/items/{n}/abstentions",
            "post /consultations/{id}/items/{n}/decisions",
            "post /consultations/{id}/close",
            "get /consultations/{id}/minutes",
            "put /cases/{id}/plan",
            "post /cases/{id}/measures/{m}/progress",
            "post /cases/{id}/closure",
            "post /cases/{id}/erasure",
            "post /search",
            "get /ledger/checkpoint",
            "get /ledger/entries",
            "get /ledger/proofs/inclusion",
            "get /ledger/proofs/consistency",
            "get /ledger/export",
            "post /cells",
            "post /users",
            "post /partners",
            "post /mandates",
            "post /mandates/{id}/end");

    /** Calls that answer something else than JSON. */
    private static final Set<String> NO_JSON =
            Set.of("get /consultations/{id}/minutes", "get /ledger/checkpoint", "get /ledger/export");

    private DescribedContract contract() {
        return new DescribedContract(browser().get("/v3/api-docs").bytes());
    }

    private static List<String> calls() {
        return CALLS.stream().map(call -> call.replace("{m}", "{measure}")).toList();
    }

    @Test
    void the_description_names_every_call_of_the_contract() {
        DescribedContract contract = contract();

        assertThat(contract.version()).startsWith("3.1");
        assertThat(contract.calls()).containsAll(calls()).allMatch(call -> call.contains(" /"));
        assertThat(browser().get("/v3/api-docs").body()).doesNotContain("\"Actor\"");
    }

    @Test
    void the_description_says_how_to_sign_in_how_to_repeat_and_how_to_change_what_was_read() {
        DescribedContract contract = contract();

        assertThat(contract.at("/info/title").asString()).isEqualTo("LIVC");
        assertThat(contract.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(contract.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(contract.at("/security/0/token").isMissingNode()).isFalse();
        assertThat(contract.operation("post /tokens").get("security")).isEmpty();
        assertThat(contract.operation("post /signals").get("parameters").toString())
                .contains("IdempotencyKey");
        assertThat(contract.operation("put /cases/{id}/plan").get("parameters").toString())
                .contains("IfMatch");
        assertThat(contract.operation("get /cases/{id}").toString()).doesNotContain("IfMatch");
        assertThat(contract.calls()).allMatch(call -> contract.at("/paths/~1api~1v1"
                        + call.split(" ")[1].replace("/", "~1") + "/" + call.split(" ")[0] + "/responses/default")
                .has("$ref"));
    }

    @Test
    void a_refusal_is_as_described() {
        DescribedContract contract = contract();

        contract.holdsRefusal("post /signals", 422, api(clb).post("/signals", Map.of()));
        contract.holdsRefusal("get /cases/{id}", 404, api(clb).get("/cases/" + Ids.next()));
        contract.holdsRefusal(
                "post /partners", 403, api(clb).post("/partners", Map.of("name", "Jeugdhuis", "category", "OTHER")));
        contract.holdsRefusal("post /tokens", 401, api().post("/tokens", Map.of("username", "x", "password", "y")));
    }

    @Test
    void every_call_says_what_it_takes_and_what_it_answers() {
        DescribedContract contract = contract();

        for (String call : calls()) {
            JsonNode operation = contract.operation(call);
            if (!NO_JSON.contains(call) && !call.equals("post /tasks/{id}/complete")) {
                assertThat(contract.isTyped(contract.answerSchema(call)))
                        .as(call + " answers " + contract.answerSchema(call))
                        .isTrue();
            }
            JsonNode body = operation.at("/requestBody/content/application~1json/schema");
            if (!body.isMissingNode()) {
                assertThat(contract.isTyped(body)).as(call + " takes " + body).isTrue();
            }
        }
    }

    @Test
    void real_answers_are_as_described() {
        DescribedContract contract = contract();
        aMainFlow(contract);
        anAdministration(contract);

        assertThat(calls().stream()
                        .filter(call -> !NO_JSON.contains(call) && !call.equals("post /tasks/{id}/complete")))
                .allMatch(contract.held()::contains);
    }

    private void aMainFlow(DescribedContract contract) {
        contract.holds("get /me", api(clb).get("/me"));
        contract.holds("get /code-lists/{name}", api(clb).get("/code-lists/life-domains"));
        contract.holds("get /partners", api(coordinator).get("/partners"));
        contract.holds("get /mandates", api(coordinator).get("/mandates"));
        contract.holds("get /legal-bases", api(coordinator).get("/legal-bases"));
        contract.holds("post /legal-bases", api(coordinator).post("/legal-bases", aBasis("OTHER")));
        String signal = contract.holds("post /signals", api(clb).post("/signals", aSignal("Verhaegen")))
                .json()
                .get("id")
                .asString();
        for (String assessor : List.of(coordinator, officer)) {
            contract.holds(
                    "post /signals/{id}/assessments",
                    api(assessor).post("/signals/" + signal + "/assessments", anAssessment("RETAINED")));
        }
        contract.holds("get /signals", api(coordinator).get("/signals"));
        contract.holds("get /signals/{id}", api(coordinator).get("/signals/" + signal));
        String caseId = contract.holds(
                        "post /signals/{id}/listing", api(mayor).post("/signals/" + signal + "/listing", listed()))
                .json()
                .get("caseId")
                .asString();
        contract.holds("get /tasks", api(coordinator).get("/tasks"));
        contract.holds("post /search", api(coordinator).post("/search", Map.of("name", "Verhaegen")));
        contract.holds("get /cases/{id}", api(coordinator).get("/cases/" + caseId));
        aConsultation(contract, caseId);
        contract.holds("put /cases/{id}/plan", api(coordinator).put("/cases/" + caseId + "/plan", aPlan()));
        JsonNode plan = contract.holds("get /cases/{id}", api(coordinator).get("/cases/" + caseId))
                .json();
        contract.holds(
                "post /cases/{id}/measures/{measure}/progress",
                api(ocmw)
                        .post(
                                "/cases/" + caseId + "/measures/"
                                        + plan.at("/plan/measures/0/id").asString() + "/progress",
                                Map.of("text", "Gesproken", "state", "RUNNING")));
        contract.holds("get /cases", api(coordinator).get("/cases"));
        contract.holds("get /cases/{id}/timeline", api(coordinator).get("/cases/" + caseId + "/timeline"));
        contract.holds("get /cases/{id}/process", api(coordinator).get("/cases/" + caseId + "/process"));
        contract.holds(
                "post /cases/{id}/closure",
                api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));
        made(api(coordinator).post("/cases/" + caseId + "/erasure-proposal", Map.of()));
        made(api(mayor).post("/cases/" + caseId + "/erasure-decision", Map.of("decision", "ERASE")));
        contract.holds(
                "post /cases/{id}/erasure",
                api(dpo).post("/cases/" + caseId + "/erasure", Map.of("reason", "NO_LONGER_NEEDED")));
        contract.holds("get /cases/{id}", api(dpo).get("/cases/" + caseId));
    }

    private void aConsultation(DescribedContract contract, String caseId) {
        Map<String, Object> planned = new HashMap<>(aConsultation(TODAY, basis));
        planned.put("startsAt", "14:30");
        String id = contract.holds("post /consultations", api(coordinator).post("/consultations", planned))
                .json()
                .get("id")
                .asString();
        String path = "/consultations/" + id;
        contract.holds(
                "post /consultations/{id}/items", putOnAgenda(id, caseId, mayor, coordinator, officer, clb, ocmw));
        contract.holds("get /consultations/{id}", api(coordinator).get(path));
        contract.holds(
                "post /consultations/{id}/items/{n}/conflict-check",
                api(officer).post(path + "/items/1/conflict-check", Map.of("outcome", "CLEAR")));
        for (String who : List.of(mayor, coordinator, officer, clb, ocmw)) {
            contract.holds(
                    "put /consultations/{id}/items/{n}/attendance/{mandateId}",
                    attends(id, who, Map.of("arrived", true, "statementSigned", true)));
        }
        contract.holds("post /consultations/{id}/open", api(mayor).post(path + "/open", Map.of()));
        contract.holds(
                "post /consultations/{id}/items/{n}/disclosures", says(clb, id, "Hij komt niet meer naar de les"));
        contract.holds(
                "post /consultations/{id}/items/{n}/abstentions",
                api(ocmw).post(path + "/items/1/abstentions", Map.of("by", mandateOf(ocmw))));
        contract.holds(
                "post /consultations/{id}/items/{n}/decisions",
                api(mayor)
                        .post(
                                path + "/items/1/decisions",
                                Map.of(
                                        "text",
                                        "Begeleiding",
                                        "votes",
                                        List.of(Map.of("mandateId", mandateOf(mayor), "vote", "FOR")))));
        contract.holds("get /consultations/{id}", api(clb).get(path));
        contract.holds("post /consultations/{id}/close", api(coordinator).post(path + "/close", Map.of()));
    }

    private void anAdministration(DescribedContract contract) {
        contract.holds(
                "post /tokens", api().post("/tokens", Map.of("username", dpo, "password", Passwords.OF_THE_DEMO)));
        contract.holds("get /ledger/entries", api(dpo).get("/ledger/entries"));
        contract.holds("get /ledger/proofs/inclusion", api(dpo).get("/ledger/proofs/inclusion?index=1&size=3"));
        contract.holds("get /ledger/proofs/consistency", api(dpo).get("/ledger/proofs/consistency?from=1&to=3"));
        String name = "n" + UUID.randomUUID().toString().substring(0, 8);
        contract.holds(
                "post /users",
                api(administrator)
                        .post(
                                "/users",
                                Map.of("username", name, "displayName", "Nieuw", "password", "een lang wachtwoord 7")));
        String partner = contract.holds(
                        "post /partners",
                        api(administrator).post("/partners", Map.of("name", "CAW " + name, "category", "CAW")))
                .json()
                .get("id")
                .asString();
        String mandate = contract.holds(
                        "post /mandates",
                        api(administrator)
                                .post(
                                        "/mandates",
                                        Map.of(
                                                "user",
                                                name,
                                                "person",
                                                "Nieuw",
                                                "partner",
                                                partner,
                                                "capacity",
                                                "MEMBER")))
                .json()
                .get("id")
                .asString();
        contract.holds("post /mandates/{id}/end", api(administrator).post("/mandates/" + mandate + "/end", Map.of()));
        contract.holds(
                "post /cells",
                api(administrator)
                        .post(
                                "/cells",
                                Map.of(
                                        "kind",
                                        "LIVC_R",
                                        "name",
                                        "Cel " + name,
                                        "municipalities",
                                        List.of("11002"),
                                        "mainPurpose",
                                        "PREVENT_TERRORISM")));
    }
}
