package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.WebTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
