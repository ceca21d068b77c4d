package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A create that is sent again with the same Idempotency-Key. */
class RepeatedCallsTest extends CallsTest {

    private final String key = UUID.randomUUID().toString();

    private Answer file(String who, Object signal) {
        return api(who).with("Idempotency-Key", key).post("/signals", signal);
    }

    private int signals() {
        return done(api(coordinator).get("/signals")).get("items").size();
    }

    @Test
    void a_repeat_gets_the_first_answer_and_makes_nothing_new() {
        Answer first = file(clb, aSignal("Verhaegen"));
        Answer second = file(clb, aSignal("Verhaegen"));

        made(first);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(signals()).isEqualTo(1);
    }

    @Test
    void a_key_belongs_to_one_request_of_one_caller() {
        made(file(clb, aSignal("Verhaegen")));

        refused(file(clb, aSignal("Peeters")), 409, "idempotency-key-reused");
        made(file(ocmw, aSignal("Peeters")));
        assertThat(signals()).isEqualTo(2);
    }

    @Test
    void after_a_refusal_the_same_key_may_be_sent_again() {
        refused(file(clb, Map.of()), 422, "required");

        made(file(clb, aSignal("Verhaegen")));
    }

    @Test
    void repeats_at_the_same_moment_make_one_thing() {
        token(clb);
        List<CompletableFuture<Answer>> calls = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> file(clb, aSignal("Verhaegen"))))
                .toList();

        List<String> ids = calls.stream()
                .map(call -> made(call.join()).get("id").asString())
                .toList();

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(signals()).isEqualTo(1);
    }

    @Test
    void what_is_remembered_holds_no_content() throws SQLException {
        made(file(clb, aSignal("Zonderling")));

        try (Statement statement = TestDatabase.asSuperuser().createStatement();
                ResultSet rows = statement.executeQuery("select string_agg(t::text, ' ') from api_idempotency t")) {
            rows.next();
            assertThat(rows.getString(1)).contains("\"state\"").doesNotContain("Zonderling", "wraak", key);
        }
    }
}
