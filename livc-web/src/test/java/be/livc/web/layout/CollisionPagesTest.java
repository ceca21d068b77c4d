package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who did something at the very moment at which somebody else did it. */
class CollisionPagesTest extends WebTest {

    private static final String PARTNERS = "/beheer/partners";
    private static final String NAME = "Centrum dat twee mensen tegelijk toevoegen";

    @AfterEach
    void nobody_else_is_there() throws SQLException {
        TestDatabase.executeAsSuperuser("drop function if exists somebody_else() cascade");
    }

    @ParameterizedTest
    @CsvSource({"23505, Dit is intussen al gebeurd", "40P01, Even druk; probeer het opnieuw"})
    void they_read_what_happened_and_find_what_they_typed(String sqlState, String told) throws SQLException {
        TestDatabase.executeAsSuperuser(
                "create function somebody_else() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'somebody else' using errcode = '" + sqlState + "'; end $$",
                "create trigger somebody_else before insert on partner for each row when (new.name = '" + NAME
                        + "') execute function somebody_else()");
        Browser screen = browser(person(cell(), Capacity.ADMINISTRATOR));
        screen.get("/beheer");

        Answer answer = screen.post(PARTNERS, "name", NAME, "category", "CAW");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains(told, NAME).doesNotContain("somebody else");
        assertThat(screen.get("/beheer").body()).doesNotContain(NAME);
    }
}
