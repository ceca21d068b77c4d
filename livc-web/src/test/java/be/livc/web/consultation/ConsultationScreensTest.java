package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A consultation in the browser, without script: planned and convened, what keeps it closed, hidden, and closed at the end. */
class ConsultationScreensTest extends ConsultationScreensTestBase {

    @Test
    void opening_is_blocked_and_the_screen_lists_every_reason_with_its_article() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);

        String page = leader.get(consultation).body();

        assertThat(page)
                .contains("Wat nog ontbreekt")
                .contains("Punt 1: de conflictcheck door de information officer is nog niet gedaan.")
                .contains("De burgemeester of een gemachtigde is nog niet aanwezig (wet 30-07-2018 art. 3 §1).")
                .contains("De preventieambtenaar")
                .contains("De gemachtigde van de korpschef")
                .containsPattern("<button[^>]*disabled[^>]*>Start overleg");
        assertThat(leader.follow(leader.post(consultation + "/openen")).body()).contains("Gepland");
    }

    @Test
    void who_does_not_open_a_consultation_is_not_told_that_everybody_is_there() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);

        assertThat(leader.get(consultation).body()).contains("Verplichte functies aanwezig: 0 van 3");
        for (String invited : List.of(officer, clb)) {
            assertThat(browser(invited).get(consultation).body())
                    .contains("Voor het overleg begint")
                    .doesNotContain("Verplichte functies aanwezig");
        }
    }

    @Test
    void a_case_goes_on_the_agenda_of_a_consultation_that_is_planned_already() {
        Browser leader = browser(coordinator);
        String ask = "/overleg/nieuw?dossier=" + caseId;
        assertThat(leader.get(ask).body()).doesNotContain("Op een gepland overleg");
        String consultation = planned(leader);
        String there = consultation + "/punten/nieuw?dossier=" + caseId;

        assertThat(leader.get(ask).body()).contains("Op een gepland overleg", "href=\"" + there + "\"");
        assertThat(PageForm.on(leader.get(there), consultation + "/punten/nieuw")
                        .value("dossier"))
                .isEqualTo(caseNumber);
        String running = "/overleg/" + held(clb);
        assertThat(leader.get(ask).body()).contains(there).doesNotContain(running + "/punten/nieuw");
        assertThat(leader.get("/overleg/nieuw").body())
                .as("without a case, a plan is a plan")
                .doesNotContain("Op een gepland overleg");
    }

    @Test
    void who_plans_without_a_valid_basis_is_led_to_where_one_is_recorded() {
        ACell young = cell();
        Browser browser = browser(person(young, Capacity.COORDINATOR));

        assertThat(browser.get("/overleg/nieuw").body())
                .containsPattern("(?s)geen geldige wettelijke basis.*href=\"/beheer/grondslagen\"");
    }

    @Test
    void the_parket_and_the_officer_hide_a_case_by_its_number_and_the_others_see_only_that_it_is_suspended() {
        String parket = person(cell, Capacity.PROSECUTOR);
        Browser hides = browser(parket);
        hides.get("/dossiers/embargos");

        Answer unknown = hides.post("/dossiers/embargos", "number", "D-1999-001", "reference", "N12", "reviewDate", "");
        assertThat(unknown.status()).isEqualTo(422);
        Answer laid = hides.post(
                "/dossiers/embargos",
                "number",
                caseNumber,
                "reference",
                "notitie N12",
                "reviewDate",
                TODAY.plusDays(20).toString());

        assertThat(hides.follow(laid).body()).contains(caseNumber).contains("notitie N12");
        assertThat(hides.get("/taken").body())
                .contains("Embargo’s om te herbekijken")
                .contains(caseNumber);
        Browser leader = browser(coordinator);
        assertThat(leader.get("/dossiers").body()).contains("pgeschort").doesNotContain("Verhaegen", "N12");
        assertThat(leader.get("/dossiers/embargos").status()).isEqualTo(404);
        String lift = hides.get("/dossiers/embargos")
                .find("action=\"(/dossiers/embargos/[^\"]+/opheffen)\"")
                .orElseThrow();
        assertThat(hides.post(lift).status()).isEqualTo(302);
        assertThat(leader.get("/dossiers").body()).contains("Verhaegen");
    }

    @Test
    void who_invites_lets_a_colleague_come_in_somebodys_place() {
        ConsultationId coming = convened(false, mayor, coordinator, clb);
        String colleague = cell.transact(() -> bean(Mandates.class)
                        .give(new GiveMandate(
                                Optional.empty(),
                                "Een collega",
                                as(clb).partner(),
                                Capacity.MEMBER,
                                TODAY.minusDays(1),
                                Optional.empty(),
                                Optional.empty())))
                .id()
                .toString();
        Browser leader = browser(coordinator);
        assertThat(leader.get("/overleg/" + coming).body()).contains("Iemand vervangen");
        String page = "/overleg/" + coming + "/punten/1/vervanging";
        assertThat(leader.get(page).body()).contains("Een collega", "Niemand anders van deze organisatie");

        assertThat(leader.post(page, "mandate", id(clb), "colleague", id(ocmw)).location())
                .isEqualTo(page);
        leader.get(page);
        assertThat(leader.post(page, "mandate", id(clb), "colleague", colleague).location())
                .startsWith("/overleg/" + coming);

        assertThat(leader.get("/overleg/" + coming).body()).contains("Een collega");
        assertThat(browser(clb).get("/overleg/" + coming).body()).doesNotContain("Verhaegen");
        assertThat(browser(clb).get(page).status()).isEqualTo(404);
    }

    @Test
    void closing_asks_once_more_and_leads_to_the_minutes() {
        String consultation = heldOnScreen();
        Browser leader = browser(coordinator);

        assertThat(leader.get(consultation + "/sluiten").body()).contains("Dit overleg sluiten?");
        assertThat(leader.post(consultation + "/sluiten").location()).endsWith("/verslag");
        assertThat(leader.get(consultation + "/verslag/afdruk").body()).contains("Vertrouwelijk – art. 458ter Sw.");
    }
}
