package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One finds a person however the name is typed, sees why, and learns nothing about those whom one may not see. */
class NameSearchCallsTest extends CallsTest {

    @Test
    void a_name_typed_in_another_way_finds_the_person_and_says_why() {
        made(api(coordinator).post("/signals", about("El Amrani", "Youssef")));

        for (String typed :
                List.of("Joesoef Amrani", "AMRANI, Youssef", "Y. El Amrani", "يوسف العمراني", "Yusuf Elamrani")) {
            JsonNode hits = done(api(coordinator).post("/search", Map.of("name", typed)))
                    .get("hits");
            assertThat(hits).as(typed).hasSize(1);
        }

        Browser browser = browser(coordinator);
        browser.get("/zoeken");
        Answer found = browser.post("/zoeken", "term", "Amrani Joesoef", "birthDate", "");
        Answer page = browser.follow(found);

        assertThat(found.location()).doesNotContainIgnoringCase("amrani");
        assertThat(page.body())
                .contains("Youssef El Amrani", "klinkt zo", "andere volgorde", "met of zonder tussenvoegsel");
        assertThat(page.find("<title>([^<]+)</title>"))
                .hasValueSatisfying(title -> assertThat(title).doesNotContainIgnoringCase("amrani"));
    }

    @Test
    void a_search_for_somebody_one_may_not_see_answers_with_the_same_bytes_as_a_search_for_nobody() {
        made(api(coordinator).post("/signals", about("Quaghebeur", "Xander")));

        Answer hidden = api(ocmw).post("/search", Map.of("name", "Xander Quaghebeur"));
        Answer nobody = api(ocmw).post("/search", Map.of("name", "Zoltan Vrzgulaa"));

        assertThat(hidden.status()).isEqualTo(200);
        assertThat(hidden.bytes()).isEqualTo(nobody.bytes());
        assertThat(screen("Xander Quaghebeur")).isEqualTo(screen("Zoltan Vrzgulaa"));
    }

    @Test
    void a_partner_who_signals_a_known_person_gets_the_answer_of_one_who_signals_a_stranger() {
        made(api(coordinator).post("/signals", about("Quaghebeur", "Xander")));

        JsonNode known = made(api(ocmw).post("/signals", about("Quagebeur", "Xander")));
        JsonNode stranger = made(api(ocmw).post("/signals", about("Vrzgulaa", "Zoltan")));

        assertThat(known.get("possibleDuplicates")).isEqualTo(stranger.get("possibleDuplicates"));
        assertThat(known.propertyNames()).isEqualTo(stranger.propertyNames());
        assertThat(made(api(coordinator).post("/signals", about("Kwagebeur", "Xander")))
                        .get("possibleDuplicates"))
                .isNotEmpty();
    }

    /** The page that a search of a partner ends on, without what is new on every page. */
    private String screen(String term) {
        Browser browser = browser(ocmw);
        browser.get("/zoeken");
        return browser.follow(browser.post("/zoeken", "term", term, "birthDate", ""))
                .body()
                .replaceAll("[A-Za-z0-9_-]{40,}", "•")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "•");
    }

    private static Map<String, Object> about(String familyName, String givenNames) {
        Map<String, Object> signal = new LinkedHashMap<>(aSignal(familyName));
        signal.put("subject", Map.of("familyName", familyName, "givenNames", givenNames, "birthDate", "2001-05-06"));
        return signal;
    }
}
