package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.consultation.ConsultationId;
import be.livc.web.Answer;
import be.livc.web.Browser;
import org.junit.jupiter.api.Test;

/** A task that is set in the room: its owner alone reads it, and in an urgent consultation it may be all there is. */
class RoomTaskScreensTest extends ConsultationScreensTestBase {

    @Test
    void who_leads_sets_a_task_where_it_was_decided_and_its_owner_alone_reads_it() {
        String consultation = heldOnScreen();
        Browser leader = browser(mayor);
        assertThat(leader.get(consultation + "/live?punt=1").body())
                .contains("id=\"mededeling\"", "id=\"besluit\"", "id=\"taak\"");

        Answer set = leader.post(
                consultation + "/punten/1/taak",
                "what",
                "Bel de ouders",
                "owner",
                id(clb),
                "due",
                TODAY.plusDays(3).toString());

        assertThat(set.location()).endsWith("/live?punt=1");
        assertThat(browser(clb).get("/dossiers/" + caseId + "/plan").body()).contains("Bel de ouders");
        assertThat(browser(ocmw).get("/dossiers/" + caseId + "/plan").status()).isEqualTo(404);
        assertThat(browser(clb).get(consultation + "/live?punt=1").body()).doesNotContain("id=\"taak\"");
    }

    @Test
    void a_task_by_a_day_that_has_passed_is_asked_for_again() {
        String consultation = heldOnScreen();
        Browser leader = browser(mayor);
        leader.get(consultation + "/live?punt=1");

        Answer refused = leader.post(
                consultation + "/punten/1/taak",
                "what",
                "Bel de ouders",
                "owner",
                id(clb),
                "due",
                TODAY.minusYears(1).toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "href=\"#due\"",
                        "Kies vandaag of een latere dag",
                        "Bel de ouders",
                        TODAY.minusYears(1).toString());
        assertThat(browser(coordinator).get("/dossiers/" + caseId + "/plan").body())
                .doesNotContain("Bel de ouders");
    }

    @Test
    void scenario_12_on_screen_only_a_task_is_set_while_a_function_lacks_and_its_owner_alone_reads_it() {
        ConsultationId urgent = convened(true, mayor, coordinator, officer, clb);
        opened(urgent, mayor, clb);
        String item = "/overleg/" + urgent + "/live?punt=1";
        Browser leader = browser(mayor);

        String page = leader.get(item).body();
        assertThat(page)
                .contains("Bel eerst 101", "Nu kunnen enkel taken afgesproken worden", "Taak afspreken")
                .doesNotContain("id=\"besluit\"", "id=\"mededeling\"");
        Answer decided =
                leader.post("/overleg/" + urgent + "/punten/1/besluit", "decision", "Schorsen", "voting", "UNANIMOUS");
        assertThat(decided.status()).isEqualTo(422);
        String task = "/overleg/" + urgent + "/punten/1/taak";
        leader.get(item);
        assertThat(leader.post(task, "what", "", "owner", id(clb), "due", TODAY.toString())
                        .status())
                .isEqualTo(422);
        leader.get(item);
        assertThat(leader.post(task, "what", "Bel de ouders", "owner", id(clb), "due", TODAY.toString())
                        .status())
                .isEqualTo(302);

        assertThat(browser(clb).get("/dossiers/" + caseId + "/plan").body()).contains("Bel de ouders");
        assertThat(browser(ocmw).get("/dossiers/" + caseId + "/plan").status()).isEqualTo(404);
    }
}
