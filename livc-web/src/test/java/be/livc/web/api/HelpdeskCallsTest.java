package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.Ids;
import be.livc.web.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Questions and articles over REST: asked, answered, written down, found again. */
class HelpdeskCallsTest extends CallsTest {

    private static final String DESK = "vvsg";

    @Test
    void a_question_is_answered_becomes_an_article_and_is_found_again() {
        JsonNode asked = made(api(coordinator)
                .post(
                        "/questions",
                        Map.of(
                                "topic",
                                "LEGAL_BASIS",
                                "text",
                                "Hoe verlengen we een toestemming tijdens het kievitreces?",
                                "definition",
                                "livc-r-case",
                                "step",
                                "openConsultation",
                                "errorCode",
                                "no-valid-basis")));
        String question = "/questions/" + asked.get("id").asString();
        assertThat(asked.get("step").asString()).isEqualTo("openConsultation");
        assertThat(asked.get("state").asString()).isEqualTo("OPEN");

        assertThat(done(api(DESK).get(question)).get("errorCode").asString()).isEqualTo("no-valid-basis");
        JsonNode article = made(api(DESK)
                .post(
                        "/articles",
                        Map.of(
                                "kind",
                                "QUESTION",
                                "language",
                                "nl",
                                "title",
                                "Verlengen tijdens het kievitreces "
                                        + asked.get("number").asInt(),
                                "body",
                                "Vraag de verlenging aan voor het kievitreces begint.")));
        JsonNode answered = made(api(DESK)
                .post(
                        question + "/replies",
                        Map.of(
                                "text",
                                "Zie het artikel.",
                                "article",
                                article.get("id").asString())));
        assertThat(answered.get("state").asString()).isEqualTo("ANSWERED");

        JsonNode found = done(api(clb).post("/articles/search", Map.of("words", "kievitreces verlenging")));
        assertThat(found.get("items").toString()).contains(article.get("slug").asString());
        assertThat(done(api(clb).get("/articles/" + article.get("slug").asString()))
                        .get("body")
                        .asString())
                .contains("kievitreces");
        assertThat(done(api(coordinator).get("/questions")).get("items").toString())
                .contains("Zie het artikel");
        refused(api(ocmw).get(question), 404, "not-found");
        assertThat(api(clb).post("/articles", Map.of("title", "x")).status()).isEqualTo(403);
    }

    @Test
    void an_answer_with_an_article_that_is_in_no_handbook_is_refused_and_the_question_stays_as_it_was() {
        String question = "/questions/"
                + made(api(coordinator)
                                .post(
                                        "/questions",
                                        Map.of("topic", "LEGAL_BASIS", "text", "Hoe lang geldt een toestemming?")))
                        .get("id")
                        .asString();

        Answer answer =
                api(DESK).post(question + "/replies", Map.of("text", "Zie het artikel.", "article", Ids.next() + ""));

        refused(answer, 422, "unknown-code");
        assertThat(answer.body()).contains("\"article\"");
        JsonNode stays = done(api(DESK).get(question));
        assertThat(stays.get("state").asString()).isEqualTo("OPEN");
        assertThat(stays.get("replies")).isEmpty();
    }

    @Test
    void what_makes_a_person_known_is_told_by_its_place_and_nothing_is_kept() {
        String text = "Mag ik 85.07.30-033.28 doorgeven? valkwoord5";

        JsonNode judged = done(api(coordinator).post("/questions/check", Map.of("text", text)));

        assertThat(judged.get("clean").asBoolean()).isFalse();
        JsonNode found = judged.get("findings").get(0);
        assertThat(text.substring(found.get("from").asInt(), found.get("to").asInt()))
                .isEqualTo("85.07.30-033.28");
        assertThat(api(coordinator)
                        .post("/questions", Map.of("topic", "OTHER", "text", text))
                        .status())
                .isEqualTo(422);
        assertThat(done(api(coordinator).get("/questions")).toString()).doesNotContain("valkwoord5");
    }
}
