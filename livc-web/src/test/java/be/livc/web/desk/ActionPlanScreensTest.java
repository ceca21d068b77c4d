package be.livc.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import org.junit.jupiter.api.Test;

/** How far the action plan is: told by the desk, read by the government; in the browser, without script. */
class ActionPlanScreensTest extends WebTest {

    private static final String DESK = "vvsg";

    @Test
    void the_desk_reports_how_far_an_action_plan_is() {
        Browser desk = browser(DESK);
        int running = counted(desk, "afgerond, (\\d+) lopend");
        int toStart = counted(desk, "lopend, (\\d+) op te starten");
        desk.get("/actieplan/nieuw");
        desk.post(
                "/actieplan/nieuw",
                "objective",
                "Lokale werking versterken",
                "action",
                "Vorming voor nieuwe cellen",
                "coordinator",
                "VVSG",
                "status",
                "RUNNING",
                "affairs",
                "Twee van de vier gegeven",
                "indicator",
                "CONSULTATIONS");
        assertThat(desk.get("/actieplan").body())
                .contains(" afgerond, " + (running + 1) + " lopend, " + toStart + " op te starten", "Casusoverleg: ");
        Browser member = browser(person(cell(), Capacity.MEMBER));
        assertThat(member.get("/actieplan").status()).isEqualTo(403);
    }

    @Test
    void the_government_reads_how_far_the_action_plan_is_and_changes_nothing() {
        Browser desk = browser(DESK);
        desk.get("/actieplan/nieuw");
        desk.post(
                "/actieplan/nieuw",
                "objective",
                "Vorming",
                "action",
                "Leerlijn voor nieuwe coördinatoren",
                "coordinator",
                "VVSG",
                "status",
                "DONE",
                "affairs",
                "Af");
        Browser government = browser("vlaanderen");

        assertThat(government.get("/actieplan").body())
                .contains("afgerond", "Leerlijn voor nieuwe coördinatoren")
                .doesNotContain("/actieplan/nieuw");
        assertThat(government.get("/actieplan/voortgang.pdf").status()).isEqualTo(200);
        assertThat(government.get("/actieplan/nieuw").status()).isEqualTo(403);
    }

    @Test
    void an_action_without_its_texts_comes_back_with_each_of_them_named() {
        Browser desk = browser(DESK);
        desk.get("/actieplan/nieuw");

        Answer refused = desk.post("/actieplan/nieuw", "objective", "Lokale werking", "status", "RUNNING");

        assertThat(refused.body())
                .contains("Schrijf op wat er gebeurt", "Vul in wie de actie coördineert", "value=\"Lokale werking\"")
                .doesNotContain("Vul de doelstelling in");
    }

    @Test
    void an_action_with_a_term_a_budget_and_codes_that_do_not_exist_is_told_all_of_it_at_once() {
        Browser desk = browser(DESK);
        desk.get("/actieplan/nieuw");

        Answer refused = desk.post(
                "/actieplan/nieuw",
                "objective",
                "Lokale werking",
                "term",
                "31/02/2027",
                "budget",
                "veel",
                "status",
                "ALMOST",
                "indicator",
                "HAPPINESS");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Schrijf op wat er gebeurt", "Vul in wie de actie coördineert", "zoals 24/11/2026")
                .contains("href=\"#term\"", "href=\"#budget\"", "href=\"#status\"", "href=\"#indicator\"")
                .contains("value=\"31/02/2027\"", "value=\"veel\"");
    }

    /** The number in the sentence over the whole plan. */
    private static int counted(Browser desk, String sentence) {
        return Integer.parseInt(desk.get("/actieplan").find(sentence).orElse("0"));
    }
}
