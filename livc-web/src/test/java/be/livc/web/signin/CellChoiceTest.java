package be.livc.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One working relation per session, for somebody who has mandates in two cells. */
class CellChoiceTest extends WebTest {

    private ACell first;
    private ACell second;
    private String username;

    @BeforeEach
    void give_two_mandates() {
        first = cell();
        second = cell();
        username = person(first, Capacity.MEMBER);
        mandate(second, username, Capacity.POLICE);
    }

    @Test
    void after_the_password_comes_the_choice_of_a_cell() {
        Browser browser = browser();

        Answer answer = browser.signIn(username, Passwords.OF_THE_DEMO);
        Answer choice = browser.follow(answer);

        assertThat(answer.location()).isEqualTo("/cel");
        assertThat(choice.status()).isEqualTo(200);
        assertThat(choice.body()).contains(name(first), name(second), "Partner", "Politie");
        assertThat(browser.get("/overleg").location()).isEqualTo("/cel?naar=/overleg");
        assertThat(browser.get("/overleg", "HX-Request", "true").status()).isEqualTo(401);
        assertThat(doings(first)).isEmpty();
    }

    @Test
    void one_works_in_the_cell_that_was_chosen_under_a_session_with_another_id() {
        Browser browser = browser(username);
        browser.get("/cel");
        String before = browser.cookie("livc").orElseThrow().getValue();

        Answer answer = browser.post("/cel", "cel", second.id().toString(), "naar", "/overleg");

        assertThat(answer.location()).isEqualTo("/overleg");
        assertThat(browser.cookie("livc").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(browser.follow(answer).body()).contains(name(second)).doesNotContain(name(first));
        assertThat(doings(second)).containsExactly("LOGIN");
    }

    @Test
    void going_over_to_the_other_cell_ends_the_work_in_the_first() {
        Browser browser = browser(username);
        browser.get("/cel");
        browser.post("/cel", "cel", first.id().toString());
        browser.get("/cel");

        browser.post("/cel", "cel", second.id().toString());

        assertThat(doings(first)).containsExactly("LOGIN", "LOGOUT");
        assertThat(doings(second)).containsExactly("LOGIN");
        assertThat(browser.get("/overleg").body()).contains(name(second)).doesNotContain(name(first));
    }

    @Test
    void a_cell_without_a_mandate_is_no_choice() {
        Browser browser = browser(username);
        browser.get("/cel");

        for (String other : List.of(cell().id().toString(), "x", "")) {
            Answer answer = browser.post("/cel", "cel", other);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("Kies de cel waarvoor u nu werkt");
        }
        assertThat(browser.get("/overleg").location()).startsWith("/cel");
    }

    @Test
    void signing_out_works_before_a_cell_is_chosen() {
        Browser browser = browser(username);
        browser.get("/cel");

        assertThat(browser.post("/afmelden").location()).isEqualTo("/aanmelden?afgemeld");
        assertThat(browser.get("/cel").location()).startsWith("/aanmelden");
    }

    private String name(ACell cell) {
        return bean(Cells.class).find(cell.id()).orElseThrow().name();
    }

    private List<String> doings(ACell cell) {
        return cell.in(() -> bean(LedgerBook.class).entries(LedgerFilter.all(), 200)).items().stream()
                .flatMap(view -> view.entry().stream())
                .filter(entry -> entry.object().type().equals("account"))
                .map(entry -> entry.action().name())
                .filter(action -> action.startsWith("LOG"))
                .toList();
    }
}
