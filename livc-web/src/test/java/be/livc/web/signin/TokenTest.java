package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.cell.UserId;
import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Api;
import be.livc.web.WebTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class TokenTest extends WebTest {

    @Test
    void a_token_tells_who_one_is_in_which_cell_and_capacity() {
        ACell cell = cell();
        String username = person(cell, Capacity.COORDINATOR);

        Answer issued = api().post("/tokens", Map.of("username", username, "password", "livc-demo"));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        Answer me = api().as(issued.json().get("token").asString()).get("/me");

        assertThat(issued.json().get("cell").asString()).isEqualTo(cell.id().toString());
        assertThat(issued.json().get("user").asString()).isEqualTo(username);
        assertThat(issued.json().get("roles").get(0).asString()).isEqualTo("COORDINATOR");
        assertThat(issued.json().get("expiresAt").asString()).endsWith("Z");
        assertThat(me.status()).isEqualTo(200);
        for (String same : new String[] {"user", "cell", "roles"}) {
            assertThat(me.json().get(same)).isEqualTo(issued.json().get(same));
        }
        assertThat(me.json().get("partner").get("category").asString()).isEqualTo("OTHER");
        assertThat(me.json().get("locale").asString()).isEqualTo("nl");
    }

    @Test
    void without_a_good_token_there_is_one_answer() {
        for (Api caller : List.of(api(), api().as("livc_x"), api().as(""), api().with("Authorization", "Basic eDp5"))) {
            for (String path : List.of("/me", "/cases", "/cases/" + UUID.randomUUID(), "/nothing-here")) {
                Answer answer = caller.get(path);

                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
                assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
                assertThat(answer.json().get("code").asString()).isEqualTo("unauthenticated");
                assertThat(answer.json().get("status").asInt()).isEqualTo(401);
                assertThat(answer.headers("Set-Cookie")).isEmpty();
            }
        }
    }

    @Test
    void a_wrong_password_an_unknown_name_and_no_mandate_get_the_same_bytes() {
        ACell cell = cell();
        String known = person(cell, Capacity.MEMBER);
        account("zonder-" + known);

        Answer wrong = ask(known, "wrong");
        Answer unknown = ask("niemand-" + known, "wrong");
        Answer withoutMandate = ask("zonder-" + known, "livc-demo");
        Answer elsewhere =
                api().post("/tokens", Map.of("username", known, "password", "livc-demo", "cell", "Een andere cel"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().get("code").asString()).isEqualTo("bad-credentials");
        for (Answer other : List.of(unknown, withoutMandate, elsewhere)) {
            assertThat(other.status()).isEqualTo(401);
            assertThat(other.bytes()).isEqualTo(wrong.bytes());
        }
    }

    @Test
    void after_five_failures_one_has_to_wait() {
        String known = person(cell(), Capacity.MEMBER);
        for (int at = 0; at < 5; at++) {
            assertThat(ask(known, "wrong").status()).isEqualTo(401);
        }

        Answer sixth = ask(known, "livc-demo");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.json().get("code").asString()).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(sixth.header("Retry-After").orElseThrow())).isBetween(1, 61);
    }

    @Test
    void a_name_and_a_password_are_asked() {
        Answer answer = api().post("/tokens", Map.of("username", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("required");
    }

    @Test
    void a_token_that_was_given_back_is_good_no_longer() {
        String known = person(cell(), Capacity.MEMBER);
        Api caller = api().as(ask(known, "livc-demo").json().get("token").asString());
        Api other = api().as(ask(known, "livc-demo").json().get("token").asString());

        Answer back = caller.delete("/tokens/current");

        assertThat(back.status()).isEqualTo(204);
        assertThat(caller.get("/me").status()).isEqualTo(401);
        assertThat(other.get("/me").status()).isEqualTo(200);
    }

    @Test
    void a_token_is_good_for_eight_hours() {
        MutableClock clock = new MutableClock();
        ApiTokens tokens = new ApiTokens(bean(JdbcTemplate.class), bean(Accounts.class), clock);
        ACell cell = cell();
        UserId user = bean(Accounts.class)
                .byUsername(person(cell, Capacity.MEMBER))
                .orElseThrow()
                .id();

        String token = tokens.issue(user, cell.id()).token();

        clock.advance(ApiTokens.VALID.minusSeconds(2));
        assertThat(tokens.find(token)).hasValueSatisfying(bearer -> {
            assertThat(bearer.account().id()).isEqualTo(user);
            assertThat(bearer.cell()).isEqualTo(cell.id());
        });
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void the_token_itself_is_nowhere_in_the_database() throws SQLException {
        String token = ask(person(cell(), Capacity.MEMBER), "livc-demo")
                .json()
                .get("token")
                .asString();

        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from api_token where encode(token_hash, 'escape') like ?"
                                + " or encode(token_hash, 'base64') like ?")) {
            query.setString(1, "%" + token.substring(5) + "%");
            query.setString(2, "%" + token.substring(5) + "%");
            ResultSet row = query.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void a_token_ends_with_the_mandate() {
        ACell cell = cell();
        String known = "eindigt-" + cell.id();
        account(known);
        Mandate mandate = mandate(cell, known, Capacity.MEMBER);
        Api caller = api().as(ask(known, "livc-demo").json().get("token").asString());
        assertThat(caller.get("/me").status()).isEqualTo(200);

        cell.transact(() -> bean(Mandates.class).end(mandate.id()));

        assertThat(caller.get("/me").json().get("code").asString()).isEqualTo("unauthenticated");
        assertThat(ask(known, "livc-demo").status()).isEqualTo(401);
    }

    @Test
    void the_cell_is_named_by_id_or_name_where_there_are_more() {
        ACell one = cell();
        ACell other = cell();
        String known = person(one, Capacity.MEMBER);
        mandate(other, known, Capacity.POLICE);
        String name = bean(Cells.class).find(other.id()).orElseThrow().name();

        for (String wanted : List.of(other.id().toString(), name)) {
            Answer answer = api().post("/tokens", Map.of("username", known, "password", "livc-demo", "cell", wanted));

            assertThat(answer.json().get("cell").asString())
                    .isEqualTo(other.id().toString());
            assertThat(answer.json().get("roles").get(0).asString()).isEqualTo("POLICE");
        }
        assertThat(ask(known, "livc-demo").status()).isEqualTo(201);
    }

    private Answer ask(String username, String password) {
        return api().post("/tokens", Map.of("username", username, "password", password));
    }
}
