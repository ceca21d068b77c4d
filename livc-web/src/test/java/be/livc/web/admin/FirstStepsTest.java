package be.livc.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.law.BasisKind;
import be.livc.testing.ACell;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.WebTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the settings of a new cell say is to be done first. */
class FirstStepsTest extends WebTest {

    private static List<String> shown(Browser browser) {
        return Pattern.compile("<li data-step=\"([A-Z]+)\">.*?</li>", Pattern.DOTALL)
                .matcher(browser.get("/beheer").body())
                .results()
                .map(step -> step.group(1) + (step.group().contains("nog te doen") ? " to do" : " done"))
                .toList();
    }

    private void give(Browser browser, String person, Capacity capacity, String clearance) {
        PageForm form = PageForm.on(browser.get("/beheer"), "/beheer/mandaten");
        String partner = browser.get("/beheer")
                .find("<option value=\"([0-9a-f-]{36})\">Partner van")
                .orElseThrow();
        assertThat(browser.post(
                                "/beheer/mandaten",
                                form.with("person", person)
                                        .with("partner", partner)
                                        .with("capacity", capacity.name())
                                        .with("clearanceUntil", clearance)
                                        .fields())
                        .location())
                .isEqualTo("/beheer");
    }

    @Test
    void a_new_cell_says_what_is_to_be_done_first_until_it_is_done() {
        ACell cell = cell();
        Browser browser = browser(person(cell, Capacity.ADMINISTRATOR));

        assertThat(shown(browser))
                .containsExactly("PARTNERS to do", "MANDATES to do", "CLEARANCES to do", "BASIS to do");
        assertThat(browser.get("/beheer").body())
                .contains("href=\"/beheer/machtigingen\"", "href=\"/beheer/grondslagen/nieuw\"")
                .containsPattern("Ontbreekt nog</span>: *Burgemeester, Co");

        browser.post(
                "/beheer/partners",
                PageForm.on(browser.get("/beheer"), "/beheer/partners")
                        .with("name", "OCMW")
                        .with("category", "OTHER")
                        .fields());
        assertThat(shown(browser)).first().isEqualTo("PARTNERS done");

        give(browser, "De burgemeester", Capacity.MAYOR, "");
        give(browser, "De coördinator", Capacity.COORDINATOR, "");
        assertThat(shown(browser)).contains("MANDATES to do");
        give(browser, "De informatieofficier", Capacity.INFORMATION_OFFICER, "");
        assertThat(shown(browser)).contains("MANDATES done", "CLEARANCES to do");
        give(browser, "Nog een informatieofficier", Capacity.INFORMATION_OFFICER, TODAY.plusYears(1) + "");
        assertThat(shown(browser)).contains("CLEARANCES done", "BASIS to do");

        record(cell, BasisKind.LAW);

        assertThat(shown(browser)).isEmpty();
        assertThat(browser.get("/beheer").body()).doesNotContain("Eerste stappen");
    }

    @Test
    void a_step_that_is_done_on_this_page_leads_to_the_first_field_of_its_form() {
        Browser browser = browser(person(cell(), Capacity.ADMINISTRATOR));

        String page = browser.get("/beheer").body();

        // A browser opens what is folded around the field that an address names, also without script.
        assertThat(Pattern.compile("<li data-step=\"[A-Z]+\"><a [^>]*href=\"/beheer#([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(step -> step.group(1)))
                .hasSize(2)
                .allSatisfy(field -> assertThat(page)
                        .containsPattern("(?s)<details (?:(?!</details>).)*<input[^>]* id=\"" + field + "\""));
    }

    @Test
    void a_coordinator_with_nothing_to_do_is_led_to_what_the_new_cell_still_lacks() {
        ACell cell = cell();
        Browser browser = browser(person(cell, Capacity.COORDINATOR));

        assertThat(browser.get("/taken").body())
                .contains("Uw cel is nog niet klaar voor haar eerste overleg", "href=\"/beheer\"")
                .doesNotContain("Alles gedaan");
        assertThat(browser(person(cell, Capacity.MEMBER)).get("/taken").body()).doesNotContain("eerste overleg");
    }

    @Test
    void the_first_steps_are_told_in_the_language_of_the_reader() {
        Browser browser = browser(person(cell(), Capacity.ADMINISTRATOR));
        browser.get("/beheer");
        for (String[] told :
                new String[][] {{"fr", "Premières étapes"}, {"en", "First steps"}, {"nl", "Eerste stappen"}}) {
            browser.post("/taal", "taal", told[0], "terug", "/beheer");

            assertThat(browser.get("/beheer").body()).contains(told[1]);
        }
    }
}
