package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.WebTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Test
    void the_description_names_every_call_of_the_contract() {
        JsonNode description =
                new JsonMapper().readTree(browser().get("/v3/api-docs").bytes());

        Set<String> described = new TreeSet<>();
        description.get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method + " " + path.getKey().replace("/api/v1", ""))));

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(described)
                .containsAll(CALLS.stream()
                        .map(call -> call.replace("{m}", "{measure}"))
                        .toList());
        assertThat(described).allMatch(call -> call.contains(" /"));
        assertThat(description.toString()).doesNotContain("\"Actor\"");
    }
}
