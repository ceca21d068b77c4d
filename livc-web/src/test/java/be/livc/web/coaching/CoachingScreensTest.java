package be.livc.web.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.desk.SelfScans;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The coaching of a cell: its phase, scans that are compared, days with a waiting list, people to turn to. */
class CoachingScreensTest extends WebTest {

    private static final String DESK = "vvsg";
    private static final LocalDate NEXT_MONTH =
            LocalDate.now(ZoneId.of("Europe/Brussels")).plusMonths(1);

    @Test
    void the_desk_notes_in_which_phase_a_cell_is_and_with_which_goals() {
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

        assertThat(browser(person(cell(), Capacity.MEMBER)).get("/coaching").status())
                .isEqualTo(403);
    }

    @Test
    void a_cell_judges_its_working_and_sees_what_changed_since_the_time_before() {
        ACell cell = cell();
        String username = person(cell, Capacity.COORDINATOR);
        Browser coordinator = browser(username);
        coordinator.get("/zelfscan");

        Answer unfinished = coordinator.post("/zelfscan", "FOUNDATION_BASIS", "3");
        assertThat(unfinished.status()).isEqualTo(422);
        assertThat(unfinished.body()).contains("href=\"#FOUNDATION_RULES\"", "checked");
        assertThat(coordinator.post("/zelfscan", scores("2")).status()).isEqualTo(302);
        assertThat(api(username).post("/self-scans", Map.of("scores", better())).status())
                .isEqualTo(201);

        assertThat(coordinator.get("/begeleiding").body()).contains("Vorige keer", "+1,0", "<svg class=\"livc-bars\"");
        assertThat(browser(DESK).get("/coaching/" + cell.id()).body()).contains("+1,0");
        JsonNode scans = api(username).get("/self-scans").json();
        assertThat(scans).hasSize(2);
        assertThat(scans.get(0).at("/themes/PRIVACY").asDouble()).isEqualTo(3.0);
    }

    @Test
    void another_cell_and_who_does_not_run_the_cell_see_no_scan() {
        ACell cell = cell();
        Browser coordinator = browser(person(cell, Capacity.COORDINATOR));
        coordinator.get("/zelfscan");
        coordinator.post("/zelfscan", scores("2"));

        assertThat(browser(person(cell(), Capacity.COORDINATOR))
                        .get("/begeleiding")
                        .body())
                .contains("nog geen zelfscan");
        String member = person(cell, Capacity.MEMBER);
        assertThat(browser(member).get("/begeleiding").body())
                .contains("Referentiepersonen")
                .doesNotContain("Zelfscan invullen");
        assertThat(api(member).get("/self-scans").status()).isEqualTo(403);
        assertThat(browser(member).get("/zelfscan").status()).isEqualTo(403);
    }

    @Test
    void what_the_desk_agreed_with_a_cell_that_cell_reads_too() {
        ACell cell = cell();
        Browser desk = browser(DESK);
        desk.get("/coaching/" + cell.id());
        desk.post(
                "/coaching/" + cell.id(),
                "phase",
                "REVIVE",
                "goals",
                "Elke maand samenkomen",
                "next",
                "Intervisie over toetsing",
                "version",
                "",
                "day",
                LocalDate.now(ZoneId.of("Europe/Brussels")).toString(),
                "agreed",
                "De agenda vertrekt een week vooraf");

        assertThat(browser(person(cell, Capacity.COORDINATOR))
                        .get("/begeleiding")
                        .body())
                .contains("Reactiveren", "Elke maand samenkomen", "een week vooraf");
    }

    @Test
    void a_study_day_without_anything_is_told_of_every_field_at_once() {
        Browser desk = browser(DESK);
        desk.get("/studiedagen/nieuw");

        Answer refused = desk.post("/studiedagen/nieuw", "heldOn", "31/02/2027", "places", "veel");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#kind\"", "href=\"#title\"", "href=\"#place\"", "href=\"#places\"")
                .contains("zoals 24/11/2026", "value=\"31/02/2027\"");
        assertThat(refused.body())
                .as("in the order of the form")
                .containsPattern(
                        "(?s)<li><a href=\"#kind\".*<li><a href=\"#title\".*<li><a href=\"#heldOn\".*<li><a href=\"#places\".*<li><a href=\"#place\"");
    }

    @Test
    void when_the_places_are_taken_people_wait_and_move_up_when_somebody_withdraws() {
        Browser desk = browser(DESK);
        desk.get("/studiedagen/nieuw");
        String title = "Studiedag " + NEXT_MONTH + " " + System.identityHashCode(this);
        String day = desk.post(
                        "/studiedagen/nieuw",
                        "kind",
                        "STUDY_DAY",
                        "title",
                        title,
                        "heldOn",
                        NEXT_MONTH.toString(),
                        "place",
                        "Brussel",
                        "places",
                        "1")
                .location();
        String first = person(cell(), Capacity.COORDINATOR);
        String second = person(cell(), Capacity.MEMBER);
        Browser early = browser(first);
        Browser late = browser(second);

        early.get(day);
        assertThat(early.follow(early.post(day + "/inschrijven")).body()).contains("Ingeschreven");
        late.get(day);
        assertThat(late.follow(late.post(day + "/inschrijven")).body()).contains("Op de wachtlijst");
        assertThat(desk.get(day).body()).contains("Persoon " + first, "Persoon " + second, "Wachtlijst");
        assertThat(late.get(day).body()).doesNotContain("Persoon " + first);

        early.post(day + "/uitschrijven");

        assertThat(late.get(day).body()).contains("Ingeschreven");
        String id = day.substring(day.lastIndexOf('/') + 1);
        assertThat(api(first)
                        .post("/study-days/" + id + "/registration", Map.of())
                        .json()
                        .get("standing")
                        .asString())
                .isEqualTo("WAITING");
        assertThat(api(second).delete("/study-days/" + id + "/registration").status())
                .isEqualTo(204);
        assertThat(standing(first, id)).isEqualTo("REGISTERED");
    }

    private String standing(String username, String id) {
        for (JsonNode day : api(username).get("/study-days").json()) {
            if (day.get("id").asString().equals(id)) {
                return day.get("own").asString();
            }
        }
        return "";
    }

    @Test
    void the_desk_keeps_the_list_of_reference_persons_and_everyone_reads_it() {
        Browser desk = browser(DESK);
        desk.get("/referentiepersonen/nieuw");
        desk.post(
                "/referentiepersonen/nieuw",
                "sector",
                "SPORT",
                "name",
                "Wies Zeelmaekers",
                "organisation",
                "Sport Voorbeeldstad",
                "contact",
                "sport@voorbeeldstad.example");
        String member = person(cell(), Capacity.MEMBER);

        assertThat(browser(member).get("/referentiepersonen").body())
                .contains("Wies Zeelmaekers", "Sport")
                .doesNotContain("Van de lijst halen");
        assertThat(browser(member).get("/referentiepersonen/nieuw").status()).isEqualTo(403);
        assertThat(api(member).get("/reference-persons").body()).contains("Zeelmaekers");
        String end = desk.get("/referentiepersonen")
                .find("Wies Zeelmaekers(?s:.*?)action=\"(/referentiepersonen/[0-9a-f-]{36}/beeindigen)")
                .orElseThrow();
        desk.post(end);
        assertThat(browser(member).get("/referentiepersonen").body()).doesNotContain("Zeelmaekers");
    }

    private static String[] scores(String score) {
        List<String> fields = new ArrayList<>();
        SelfScans.THEMES.values().stream()
                .flatMap(List::stream)
                .forEach(question -> fields.addAll(List.of(question, score)));
        return fields.toArray(String[]::new);
    }

    private static Map<String, Integer> better() {
        Map<String, Integer> scores = new HashMap<>();
        SelfScans.THEMES.values().stream().flatMap(List::stream).forEach(question -> scores.put(question, 3));
        return scores;
    }
}
