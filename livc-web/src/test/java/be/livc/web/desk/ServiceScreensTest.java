package be.livc.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.api.CallsTest;
import org.junit.jupiter.api.Test;

/** Where a question comes from, what is offered before it is sent, and how the desk keeps account of its service. */
class ServiceScreensTest extends CallsTest {

    @Test
    void a_question_takes_the_step_of_its_screen_along_and_nothing_of_the_case() {
        String caseId = aCaseWithAPlan();
        String consultation = aPlannedConsultation();
        Browser coordinating = browser(coordinator);

        String ofCase = coordinating.get("/dossiers/" + caseId).body();
        assertThat(ofCase).containsPattern("/helpdesk/vraag\\?proces=livc-r-case&amp;stap=follow(Plan|Progress)\"");
        assertThat(ofCase).doesNotContainPattern("/helpdesk/vraag[^\"]*" + caseId);
        assertThat(coordinating.get("/overleg/" + consultation).body())
                .contains("/helpdesk/vraag?proces=livc-r-case&amp;stap=openConsultation\"");
        assertThat(coordinating.get("/aanmeldingen").body()).contains("stap=assessAsCoordinator");
        assertThat(browser("vvsg").get("/draaiboek").body()).doesNotContain("/helpdesk/vraag?");
    }

    @Test
    void what_was_refused_is_told_by_its_code() {
        String consultation = aPlannedConsultation();
        made(putOnAgenda(consultation, aListedCase(), mayor, coordinator, officer));
        Browser coordinating = browser(coordinator);
        coordinating.get("/overleg/" + consultation);

        Answer refused = coordinating.follow(coordinating.post("/overleg/" + consultation + "/openen"));

        String ask = refused.find("href=\"(/helpdesk/vraag\\?[^\"]*fout=[a-z-]+)\"")
                .orElseThrow()
                .replace("&amp;", "&");
        assertThat(ask).contains("proces=livc-r-case", "stap=openConsultation", "fout=conflict-check-pending");
        assertThat(coordinating.get(ask).body()).contains("Overleg openen", "U zag de melding");
    }

    @Test
    void the_handbook_is_offered_before_a_question_is_sent_and_nothing_is_kept() {
        Browser coordinating = browser(coordinator);
        coordinating.get("/helpdesk/vraag");

        Answer looked = coordinating.post(
                "/helpdesk/vraag",
                "topic",
                "RETENTION",
                "text",
                "Hoelang bewaren wij een afgesloten dossier, en wie beslist over het wissen? kijkwoord3",
                "zoek",
                "true");

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.body()).contains("/draaiboek/afsluiten-en-bewaren", "kijkwoord3");
        assertThat(coordinating.get("/helpdesk").body()).doesNotContain("kijkwoord3");
    }

    @Test
    void a_contact_that_is_still_to_come_and_a_year_of_two_figures_are_told_as_what_they_are() {
        Browser desk = browser("vvsg");
        String of = "/helpdesk/cellen/" + cell.id();
        desk.get(of);

        assertThat(desk.post(of + "/contact", "day", TODAY.plusDays(30).toString(), "how", "VISIT", "about", "Opstart")
                        .body())
                .contains("Dag: deze datum ligt in de toekomst", "Opstart");
        desk.get(of);
        assertThat(desk.post(of + "/subsidie", "year", "26", "euro", "0", "purpose", "Vorming van partners")
                        .body())
                .contains("Vul een jaartal van 2000 tot 2100 in", "Vul een bedrag van minstens 1 euro in");
    }

    @Test
    void the_desk_sees_how_it_serves_and_notes_contacts_and_grants_of_each_cell() {
        Browser desk = browser("vvsg");
        Browser coordinating = browser(coordinator);
        coordinating.get("/helpdesk/vraag");
        String question = coordinating
                .post("/helpdesk/vraag", "topic", "RETENTION", "text", "Wie beslist over het wissen van een signaal?")
                .location();
        desk.get("/helpdesk");
        desk.post(question + "/antwoord", "text", "Dat doet de burgemeester, na advies.");
        String of = "/helpdesk/cellen/" + cell.id();

        desk.get(of);
        assertThat(desk.post(
                                of + "/contact",
                                "day",
                                TODAY.toString(),
                                "how",
                                "VISIT",
                                "about",
                                "Opstart met reigerwoord4")
                        .status())
                .isEqualTo(302);
        desk.post(of + "/contact", "day", TODAY.minusDays(3).toString(), "how", "PHONE", "about", "Vraag over vorming");
        assertThat(desk.post(of + "/subsidie", "year", "2026", "euro", "12.500", "purpose", "Vorming van partners")
                        .status())
                .isEqualTo(302);
        assertThat(desk.get(of).body()).contains("reigerwoord4", "12.500", "Vorming van partners");
        desk.post("/taal", "taal", "en", "terug", of);
        String english = desk.get(of).body();
        desk.post("/taal", "taal", "nl", "terug", of);
        assertThat(english).contains("€12,500").doesNotContain("12.500");
        assertThat(desk.post(of + "/contact", "day", TODAY.toString(), "how", "MAIL", "about", "Mail van mevrouw Claes")
                        .status())
                .isEqualTo(422);

        Answer withoutAnything = desk.post(of + "/contact", "day", "31/02/2027", "how", "PIGEON");
        assertThat(withoutAnything.status()).isEqualTo(422);
        assertThat(withoutAnything.body()).contains("href=\"#day\"", "href=\"#how\"", "href=\"#about\"");
        assertThat(desk.post(of + "/subsidie", "year", "volgend jaar", "euro", "1.000")
                        .body())
                .contains("href=\"#year\"", "href=\"#purpose\"");

        Answer overview = desk.get("/helpdesk/overzicht");
        assertThat(overview.body())
                .contains("Bewaren en wissen", "Mediaan")
                .containsPattern(cell.id() + "\"[^>]*>[^<]*</a></th>"
                        + "<td[^>]*><span[^>]*>Vragen: </span><span>1</span></td>"
                        + "<td[^>]*><span[^>]*>Op tijd: </span><span>1</span></td>"
                        + "<td[^>]*><span[^>]*>Contacten: </span><span>2</span></td>");
        assertThat(coordinating.get("/helpdesk/overzicht").status()).isEqualTo(403);
        assertThat(coordinating.get(of).status()).isEqualTo(404);
    }
}
