package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.WebTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description that other programs generate their clients from. */
class ContractTest extends WebTest {

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
}
