package be.livc.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A question, its answer, the article that is made of it, and how the next one finds it; in the browser, without script. */
class HelpdeskScreensTest extends WebTest {

    private static final String DESK = "vvsg";

    @Test
    void a_question_without_a_topic_that_names_somebody_is_told_of_both_at_once() {
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        coordinator.get("/helpdesk/vraag");

        Answer refused =
                coordinator.post("/helpdesk/vraag", "topic", "", "text", "Mag meneer Jan Peeters mee aan tafel?");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#topic\"", "href=\"#text\"", "<mark");
    }

    @Test
    void an_answer_that_is_held_up_keeps_the_article_that_was_chosen() {
        Browser coordinator = browser(person(cell(), Capacity.COORDINATOR));
        coordinator.get("/helpdesk/vraag");
        String question = coordinator
                .post("/helpdesk/vraag", "topic", "LEGAL_BASIS", "text", "Wie mag een toestemming verlengen?")
                .location();
        Browser desk = browser(DESK);
        Matcher choice = Pattern.compile("<option value=\"([0-9a-f-]{36})\"")
                .matcher(desk.get(question).body());
        assertThat(choice.find()).isTrue();

        Answer heldUp =
                desk.post(question + "/antwoord", "text", "Bel even met 85.07.30-033.28.", "article", choice.group(1));

        assertThat(heldUp.status()).isEqualTo(422);
        assertThat(heldUp.body())
                .containsPattern("<option value=\"" + choice.group(1) + "\"[^>]* selected")
                .contains("85.07.30-033.28");
    }

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
        Answer tooLong = member.post(article + "/nuttig", "nuttig", "true", "opmerking", "Duidelijk. ".repeat(50));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Neem hoogstens 500 tekens", "Duidelijk. Duidelijk.");
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
        assertThat(desk.get("/helpdesk/telefoon").body())
                .as("it is somebody else's")
                .contains("De vraag", "Noteren")
                .doesNotContain("Uw vraag", "Versturen");

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
}
