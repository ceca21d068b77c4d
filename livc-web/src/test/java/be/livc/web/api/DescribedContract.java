package be.livc.web.api;

import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the contract, as other programs read it. */
final class DescribedContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode description;

    DescribedContract(byte[] apiDocs) {
        description = (ObjectNode) JSON.readTree(apiDocs);
    }

    String version() {
        return description.get("openapi").asString();
    }

    /** Every call, as method and path below the base. */
    TreeSet<String> calls() {
        TreeSet<String> calls = new TreeSet<>();
        description.get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> calls.add(method + " " + path.getKey().replace("/api/v1", ""))));
        return calls;
    }

    JsonNode operation(String call) {
        String[] parts = call.split(" ");
        return description.get("paths").get("/api/v1" + parts[1]).get(parts[0]);
    }

    /** What it answers when it went well; missing for an answer that is no JSON. */
    JsonNode answerSchema(String call) {
        return operation(call).get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .at("/content/application~1json/schema");
    }

    /** Whether it says more than "an object": follows references. */
    boolean isTyped(JsonNode schema) {
        JsonNode resolved = schema.has("$ref")
                ? description.at(schema.get("$ref").asString().substring(1))
                : schema;
        return resolved.has("properties") || resolved.has("oneOf") || resolved.has("items");
    }
}
