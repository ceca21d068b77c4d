package be.livc.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A question, its answer, the article that is made of it, and how the next one finds it; in the browser, without script. */
class HelpdeskScreensTest extends WebTest {

    private static final String DESK = "vvsg";

    @Test
    void a_question_becomes_an_answer_and_an_article_and_is_found_again() {
        ACell cell = cell();
        Browser coordinator = browser(person(cell, Capacity.COORDINATOR));
        Browser desk = browser(DESK);

        coordinator.get("/helpdesk/vraag?proces=livc-r-case&stap=openConsultation&fout=no-valid-basis");
        Answer asked = coordinator.post(
                "/helpdesk/vraag",
                "proces",
                "livc-r-case",
                "stap",
                "openConsultation",
                "fout",
                "no-valid-basis",
                "topic",
                "LEGAL_BASIS",
                "text",
                "Hoe verlengen we tijdens het zwaluwreces een toestemming van de procureur?");
        assertThat(asked.status()).isEqualTo(302);
        String question = asked.location();
        assertThat(coordinator.get("/helpdesk").body()).contains("zwaluwreces", "Open");

        assertThat(desk.get("/helpdesk").body()).contains("zwaluwreces");
        Answer seen = desk.get(question);
        assertThat(seen.body()).contains("Overleg openen", "no-valid-basis");
        assertThat(desk.post(
                                question + "/antwoord",
                                "text",
                                "Vraag de verlenging aan voor het zwaluwreces begint; de dienstdoende procureur kan tekenen.")
                        .status())
                .isEqualTo(302);
        assertThat(coordinator.get(question).body()).contains("dienstdoende procureur", "Beantwoord");

        String id = question.substring(question.lastIndexOf('/') + 1);
        Answer draft = desk.get("/draaiboek/nieuw?vraag=" + id);
        assertThat(draft.body()).contains("dienstdoende procureur");
        Answer written = desk.post(
                "/draaiboek/nieuw",
                "kind",
                "QUESTION",
                "language",
                "nl",
                "title",
                "Een toestemming verlengen tijdens het zwaluwreces " + id.substring(30),
                "body",
                "Vraag de verlenging aan voor het zwaluwreces begint.\n\n## Wie tekent?\n- De **dienstdoende** procureur",
                "steps",
                "openConsultation");
        assertThat(written.status()).isEqualTo(302);
        String article = written.location();

        Browser member = browser(person(cell, Capacity.MEMBER));
        member.get("/draaiboek");
        Answer found = member.post("/draaiboek/zoeken", "woorden", "toestemmingen zwaluwreces");
        assertThat(found.body()).contains(article, "<mark>zwaluwreces</mark>");
        assertThat(member.get(article).body()).contains("<strong>dienstdoende</strong>", "Versie 1");
        assertThat(member.get("/draaiboek?stap=openConsultation").body()).contains(article);
        assertThat(member.post(article + "/nuttig", "nuttig", "true", "opmerking", "Duidelijk")
                        .status())
                .isEqualTo(302);
        assertThat(desk.get(article).body()).contains("1 keer nuttig", "Duidelijk");
    }

    @Test
    void an_answered_question_is_closed_by_its_asker_and_opens_again_when_they_ask_on() {
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        Browser desk = browser(DESK);
        coordinator.get("/helpdesk/vraag");
        String question = coordinator
                .post("/helpdesk/vraag", "topic", "PROGRAM", "text", "Waar vind ik het verslag van ooievaarwoord3?")
                .location();
        assertThat(coordinator.get(question).body()).doesNotContain("/sluiten");
        desk.get(question);
        desk.post(question + "/antwoord", "text", "Bij het overleg, onder Verslag.");

        assertThat(coordinator.get(question).body()).contains("sluit vanzelf op", "Mijn vraag is beantwoord");
        assertThat(coordinator.post(question + "/sluiten").location()).isEqualTo(question);

        assertThat(coordinator.get(question).body()).contains("Gesloten", "gaat ze weer open");
        assertThat(desk.get("/helpdesk?stand=CLOSED").body()).contains("ooievaarwoord3");
        assertThat(desk.get("/helpdesk?stand=ANSWERED").body()).doesNotContain("ooievaarwoord3");
        coordinator.post(question + "/vervolg", "text", "En na het goedkeuren?");
        assertThat(desk.get("/helpdesk").body()).contains("ooievaarwoord3");
        String call = "/questions/" + question.substring(question.lastIndexOf('/') + 1);
        assertThat(api(DESK).post(call + "/close", Map.of()).status()).isEqualTo(409);
        api(DESK).post(call + "/replies", Map.of("text", "Ook daar."));
        assertThat(api(DESK).post(call + "/close", Map.of()).json().get("state").asString())
                .isEqualTo("CLOSED");
    }

    @Test
    void what_names_somebody_is_held_up_marked_and_not_kept() {
        ACell cell = cell();
        Browser coordinator = browser(person(cell, Capacity.COORDINATOR));
        coordinator.get("/helpdesk/vraag");

        Answer held = coordinator.post(
                "/helpdesk/vraag",
                "topic",
                "OTHER",
                "text",
                "Mag ik 85.07.30-033.28 delen? Hij woont in de Kerkstraat 12 en kanariewoord7 ook.");

        assertThat(held.status()).isEqualTo(422);
        assertThat(held.body())
                .contains(
                        "<mark>85.07.30-033.28</mark>",
                        "<mark>Kerkstraat 12</mark>",
                        "rijksregisternummer</span>, <span>adres");
        assertThat(browser(DESK).get("/helpdesk").body()).doesNotContain("kanariewoord7");
        assertThat(coordinator.get("/helpdesk").body()).doesNotContain("kanariewoord7");
    }

    @Test
    void the_desk_writes_down_a_question_by_phone_and_its_own_words_are_guarded_too() {
        Browser desk = browser(DESK);
        desk.get("/helpdesk/telefoon");

        assertThat(desk.post(
                                "/helpdesk/telefoon",
                                "topic",
                                "RETENTION",
                                "text",
                                "Vraagt of de termijn van kalenderwoord8 verlengd kan worden.")
                        .status())
                .isEqualTo(302);
        assertThat(desk.get("/helpdesk").body()).contains("kalenderwoord8", "later dan beloofd");
        assertThat(desk.post("/helpdesk/telefoon", "topic", "OTHER", "text", "Bel mevrouw Janssens op 0470 12 34 56")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nobody_reads_a_question_of_somebody_else_and_the_desk_alone_writes() {
        ACell cell = cell();
        Browser first = browser(person(cell, Capacity.COORDINATOR));
        Browser second = browser(person(cell, Capacity.MEMBER));
        first.get("/helpdesk/vraag");
        String question = first.post(
                        "/helpdesk/vraag", "topic", "OTHER", "text", "Hoe vaak vergadert een cel gemiddeld per jaar?")
                .location();

        assertThat(second.get(question).status()).isEqualTo(404);
        for (String path : List.of("/helpdesk/telefoon", "/draaiboek/nieuw")) {
            assertThat(second.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_phenomenon_is_reported_without_names_and_read_in_bundles() {
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        Browser desk = browser(DESK);
        coordinator.get("/trends");

        assertThat(coordinator
                        .post("/trends", "theme", "ONLINE", "region", "LIMBURG", "text", "Jasper Wuyts deelt filmpjes")
                        .status())
                .isEqualTo(422);
        assertThat(coordinator
                        .post(
                                "/trends",
                                "theme",
                                "ONLINE",
                                "region",
                                "LIMBURG",
                                "text",
                                "Gesloten groepen delen filmpjes met fenomeenwoord9.")
                        .status())
                .isEqualTo(302);
        assertThat(desk.get("/trends?thema=ONLINE&regio=LIMBURG").body()).contains("fenomeenwoord9", "-Q");
        assertThat(desk.get("/trends?thema=SCHOOL").body()).doesNotContain("fenomeenwoord9");
        assertThat(desk.get("/trends?kwartaal=2019-Q1").body()).doesNotContain("fenomeenwoord9");
    }

    @Test
    void what_a_reference_person_tells_the_desk_is_noted_under_the_sector_and_read_by_the_government() {
        Browser desk = browser(DESK);
        Browser government = browser("vlaanderen");
        desk.get("/trends/nieuw");

        assertThat(desk.post(
                                "/trends",
                                "theme",
                                "SCHOOL",
                                "region",
                                "LIMBURG",
                                "text",
                                "Leerlingen delen kievitwoord4.")
                        .status())
                .as("whose sector is not said")
                .isEqualTo(422);
        assertThat(desk.post(
                                "/trends",
                                "sector",
                                "EDUCATION",
                                "theme",
                                "SCHOOL",
                                "region",
                                "LIMBURG",
                                "text",
                                "Leerlingen delen kievitwoord4.")
                        .status())
                .isEqualTo(302);

        assertThat(government.get("/trends?thema=SCHOOL").body())
                .contains("kievitwoord4", "referentiepersoon", "Onderwijs");
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        coordinator.get("/trends");
        coordinator.post(
                "/trends",
                "sector",
                "EDUCATION",
                "theme",
                "SPORT_AND_LEISURE",
                "region",
                "BRUSSEL",
                "text",
                "Op het veld klinkt wielewaalwoord5.");
        assertThat(government
                        .get("/trends?thema=SPORT_AND_LEISURE&regio=BRUSSEL")
                        .body())
                .contains("wielewaalwoord5")
                .doesNotContain("referentiepersoon");
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
    void the_desk_follows_each_cell_and_reports_how_far_an_action_plan_is() {
        Browser desk = browser(DESK);
        Answer list = desk.get("/coaching");
        String cell = list.find("href=\"(/coaching/[0-9a-f-]{36})\"").orElseThrow();
        String version =
                desk.get(cell).find("name=\"version\" value=\"(\\d*)\"").orElse("");
        assertThat(desk.post(
                                cell,
                                "phase",
                                "OPTIMISE",
                                "goals",
                                "Vlotter toetsen",
                                "next",
                                "Intervisie",
                                "version",
                                version)
                        .status())
                .isEqualTo(302);
        assertThat(desk.get("/coaching").body()).contains("Optimaliseren", "Intervisie");

        String later = desk.get(cell).find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
        Answer withoutDay =
                desk.post(cell, "phase", "", "goals", "Andere doelen", "agreed", "Opnieuw bekijken", "version", later);
        assertThat(withoutDay.status()).isEqualTo(422);
        assertThat(withoutDay.body()).contains("Kies de fase", "Vul de dag in", "Andere doelen", "Opnieuw bekijken");
        assertThat(desk.get(cell).body())
                .contains("Vlotter toetsen", "value=\"" + later + "\"")
                .doesNotContain("Andere doelen");

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
        assertThat(member.get("/coaching").status()).isEqualTo(403);
        assertThat(member.get("/actieplan").status()).isEqualTo(403);
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

    @Test
    void the_handbook_ships_in_two_languages_and_is_searched_in_both() {
        Browser browser = browser(person(cell(), Capacity.COORDINATOR));

        assertThat(browser.get("/draaiboek").body()).contains("Een plan van aanpak opstellen");
        assertThat(browser.post("/draaiboek/zoeken", "woorden", "bewaartermijnen wissen")
                        .body())
                .contains("/draaiboek/afsluiten-en-bewaren");
        assertThat(browser.post("/draaiboek/zoeken", "woorden", "concertations ouvrir")
                        .body())
                .contains("hreflang=\"fr\"");
    }
}
