package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the contract, to hold answers against with a validator that knows nothing of the program. */
final class DescribedContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode description;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new HashMap<>();
    private final TreeSet<String> held = new TreeSet<>();

    DescribedContract(byte[] apiDocs) {
        description = (ObjectNode) JSON.readTree(apiDocs);
        description.at("/components/schemas").forEach(DescribedContract::nothingMore);
    }

    /** What is not described may not be in an answer either. */
    private static void nothingMore(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    /** What is told of the contract as a whole, by its place in the description. */
    JsonNode at(String place) {
        return description.at(place);
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

    /** The calls that an answer was held against so far. */
    TreeSet<String> held() {
        return held;
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

    /** Holds a real refusal against what is described of every one. */
    void holdsRefusal(String call, int status, Answer answer) {
        assertThat(answer.status()).as(call + ": " + answer.body()).isEqualTo(status);
        String response = operation(call).at("/responses/default/$ref").asString();
        JsonNode described = description.at(response.substring(1)).at("/content/application~1problem+json/schema");
        assertThat(faults(described, answer)).as(call + ": " + answer.body()).isEmpty();
    }

    /** Holds a real answer against what is described of it. */
    Answer holds(String call, Answer answer) {
        assertThat(answer.status()).as(call + ": " + answer.body()).isBetween(200, 299);
        assertThat(faults(answerSchema(call), answer))
                .as(call + ": " + answer.body())
                .isEmpty();
        held.add(call);
        return answer;
    }

    private List<Error> faults(JsonNode described, Answer answer) {
        Schema schema = schemas.computeIfAbsent(described, asked -> {
            ObjectNode root = JSON.createObjectNode();
            root.set("components", description.get("components"));
            root.set("allOf", JSON.createArrayNode().add(asked));
            return registry.getSchema(root);
        });
        return schema.validate(answer.json());
    }
}
