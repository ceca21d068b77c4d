package be.livc.web.pivc;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.signal.Filed;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.PrisonWorkTest;
import org.junit.jupiter.api.Test;

/** How a candidate comes on the list of a prison, in the browser without script. */
class CandidateScreensTest extends PrisonWorkTest {

    @Test
    void a_candidate_is_admitted_on_the_screens() {
        Filed candidate = candidate();
        Browser leader = browser(coordinator);
        String page = "/aanmeldingen/" + candidate.id() + "/opname";
        assertThat(leader.get("/taken").body()).contains("Basistoets doen");
        assertThat(leader.get(page).body()).contains("De toestemming geldt");
        assertThat(leader.post(page + "/basistoets").status()).isEqualTo(302);

        Browser director = browser(direction);
        assertThat(director.get(page).body()).contains("Beslissen over opname");
        Answer without = director.post(page, "purpose", "PREVENT_TERRORISM");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body())
                .contains("Kies of de kandidaat wordt opgenomen", "Schrijf op waarom dit nodig is, of waarom niet");
        Answer check = director.post(
                page, "decision", "ADMIT", "purpose", "PREVENT_TERRORISM", "necessity", "Terugkeer voorbereiden");
        assertThat(check.body())
                .contains(
                        "Deze kandidaat opnemen?",
                        "Ruben Haerinck",
                        "Terugkeer voorbereiden",
                        "Terroristische misdrijven");
        assertThat(director.get("/pivc").body()).doesNotContain("Ruben Haerinck");
        PageForm checked = PageForm.on(check, page);
        Answer back = director.post(
                page, PageForm.on(check, page).with("change", "true").fields());
        assertThat(PageForm.on(back, page).value("necessity")).isEqualTo("Terugkeer voorbereiden");
        assertThat(director.post(page, checked.fields()).location()).isEqualTo("/pivc");
        assertThat(director.get("/pivc").body())
                .contains(
                        "Ruben Haerinck",
                        "niet bekend",
                        "nog 50 dagen, tot en met",
                        "De toestemming loopt binnenkort af");
    }

    /** The direction before this candidate, of whom the coordinator recorded that the permission holds. */
    private Browser toDecide(Browser leader, String page) {
        leader.get(page);
        leader.post(page + "/basistoets");
        Browser director = browser(direction);
        director.get(page);
        return director;
    }

    @Test
    void a_refusal_of_a_candidate_is_looked_at_once_more_too() {
        String page = "/aanmeldingen/" + candidate().id() + "/opname";
        Browser leader = browser(coordinator);
        Browser director = toDecide(leader, page);

        Answer check = director.post(page, "decision", "REFUSE", "necessity", "Er is geen reden toe");

        assertThat(check.body()).contains("Deze kandidaat niet opnemen?", "Er is geen reden toe");
        assertThat(leader.post(page, "decision", "REFUSE", "necessity", "Er is geen reden toe")
                        .status())
                .as("who does not decide has nothing to check")
                .isEqualTo(403);
        assertThat(director.follow(director.post(page, PageForm.on(check, page).fields()))
                        .body())
                .contains("De kandidaat is niet opgenomen.");
        assertThat(director.post(page, "decision", "REFUSE", "necessity", "Nog eens")
                        .body())
                .as("back, and once more")
                .contains("Er wacht hier nu niets op u")
                .doesNotContain("Deze kandidaat niet opnemen?");
    }

    @Test
    void a_decision_on_a_candidate_that_is_none_of_the_two_is_told_and_admits_nobody() {
        String page = "/aanmeldingen/" + candidate().id() + "/opname";
        Browser director = toDecide(browser(coordinator), page);

        Answer again = director.post(
                page, "decision", "MISSCHIEN", "purpose", "PREVENT_TERRORISM", "necessity", "Terugkeer voorbereiden");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#decision\"", "Terugkeer voorbereiden");
        assertThat(director.get("/pivc").body()).doesNotContain("Ruben Haerinck");
    }
}
