package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a cell sets in its decision tables, by the REST contract. */
class DecisionTableCallsTest extends CallsTest {

    private static final String PATH = "/decision-tables";

    @Test
    void numbers_and_functions_are_previewed_then_activated_and_who_read_an_older_version_is_told() {
        Answer first = api(coordinator).get(PATH);
        assertThat(done(first).get("version").asInt()).isZero();
        assertThat(value(first.json(), "numbers", "ANSWER_DAYS")).isEqualTo("5");
        assertThat(value(first.json(), "functions", "ANSWER_LATE_TO")).isEqualTo("MAYOR");
        assertThat(first.json().get("terms")).hasSize(6);
        String tag = first.header("ETag").orElseThrow();
        Map<String, Object> wanted = Map.of(
                "numbers", Map.of("ANSWER_DAYS", 8), "functions", Map.of("ANSWER_LATE_TO", "INFORMATION_OFFICER"));
        aCaseWithAPlan();

        JsonNode effects = done(api(coordinator)
                        .post(PATH + "/preview", Map.of("functions", Map.of("PROPOSE_ALSO_TO", "MAYOR"))))
                .get("items");
        assertThat(effects).hasSize(1);
        assertThat(effects.get(0).get("step").asString()).isEqualTo("proposeReview");
        assertThat(effects.get(0).get("open").asInt()).isEqualTo(1);
        assertThat(effects.get(0).get("reassigned").asInt()).isEqualTo(1);
        assertThat(effects.get(0).get("toThen").asString()).isEqualTo("MAYOR");
        assertThat(done(api(coordinator).get(PATH)).get("version").asInt()).isZero();

        JsonNode activated = done(api(coordinator).with("If-Match", tag).put(PATH, wanted));
        assertThat(activated.get("version").asInt()).isEqualTo(1);
        assertThat(value(activated, "numbers", "ANSWER_DAYS")).isEqualTo("8");
        assertThat(value(activated, "functions", "ANSWER_LATE_TO")).isEqualTo("INFORMATION_OFFICER");
        refused(api(coordinator).with("If-Match", tag).put(PATH, wanted), 412, "changed-meanwhile");
    }

    @Test
    void what_lies_out_of_bounds_is_refused_and_who_may_not_set_it_finds_nothing() {
        refused(api(coordinator).put(PATH, Map.of("numbers", Map.of("ANSWER_DAYS", 99))), 422, "out-of-bounds");
        refused(
                api(coordinator).put(PATH, Map.of("functions", Map.of("ANSWER_LATE_TO", "MEMBER"))),
                422,
                "out-of-bounds");
        refused(api(coordinator).put(PATH, Map.of("numbers", Map.of("NONE_SUCH", 1))), 422, "unknown-code");
        refused(api(clb).get(PATH), 404, "not-found");
        refused(api(clb).post(PATH + "/preview", Map.of()), 404, "not-found");
        refused(api(clb).put(PATH, Map.of()), 404, "not-found");
    }

    private static String value(JsonNode tables, String part, String name) {
        for (JsonNode one : tables.get(part)) {
            if (one.get("name").asString().equals(name)) {
                return one.get("value").asString();
            }
        }
        return "";
    }
}
