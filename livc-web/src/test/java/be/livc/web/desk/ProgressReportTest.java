package be.livc.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import be.livc.web.pdf.PdfCheck;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How far an action plan is: as a report on paper, and as a call. */
class ProgressReportTest extends WebTest {

    @Test
    void the_progress_report_says_how_many_actions_are_done_running_and_to_be_started_by_objective() {
        Browser desk = browser("vvsg");
        desk.get("/actieplan/nieuw");
        action(desk, "Vorming voor leerkrachten", "RUNNING", "CONSULTATIONS");
        action(desk, "Handreiking voor sportclubs", "RUNNING", "");

        byte[] report = desk.get("/actieplan/voortgang.pdf").bytes();

        PdfCheck.isArchivableAndAccessible(report);
        assertThat(PdfCheck.text(report).replaceAll("[\\s\\u00a0]+", " "))
                .contains(
                        "Weerbare scholen en clubs 0 afgerond, 2 lopend, 0 op te starten",
                        "Vorming voor leerkrachten",
                        "€ 25.000",
                        "Casusoverleg: ");
        JsonNode plan = api("vvsg").get("/action-plan").json();
        assertThat(plan.get("running").asInt()).isPositive();
        assertThat(plan.get("actions").toString()).contains("Handreiking voor sportclubs", "RUNNING");
        String member = person(cell(), Capacity.MEMBER);
        assertThat(browser(member).get("/actieplan/voortgang.pdf").status()).isEqualTo(403);
        assertThat(api(member).get("/action-plan").status()).isEqualTo(403);
    }

    private static void action(Browser desk, String action, String status, String indicator) {
        assertThat(desk.post(
                                "/actieplan/nieuw",
                                "objective",
                                "Weerbare scholen en clubs",
                                "action",
                                action,
                                "coordinator",
                                "VVSG",
                                "budget",
                                "25000",
                                "status",
                                status,
                                "affairs",
                                "Volgens planning",
                                "indicator",
                                indicator)
                        .status())
                .isEqualTo(302);
    }
}
