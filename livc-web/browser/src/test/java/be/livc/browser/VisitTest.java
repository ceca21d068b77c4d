package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.browser.Prepared.Listed;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Screens that no walk comes past, each before somebody who may see it: it is there, axe finds nothing on it, and a telephone
 * shows it without scrolling sideways.
 */
@ExtendWith(Stage.Setter.class)
class VisitTest {

    private static final List<String> OF_THE_COORDINATOR = List.of(
            "/uitnodigingen",
            "/opvolging",
            "/opvolging?weergave=bord",
            "/opvolging/opleidingen",
            "/overleg/nieuw",
            "/overdrachten",
            "/zoeken",
            "/bewaring",
            "/beheer",
            "/beheer/grondslagen/nieuw",
            "/beheer/grondslagen/toestemming",
            "/beheer/artikels",
            "/beheer/machtigingen",
            "/beheer/brieven",
            "/beheer/brieven/invitation",
            "/beheer/gemeenten",
            "/statistieken",
            "/helpdesk",
            "/helpdesk/vraag",
            "/draaiboek",
            "/draaiboek/bestand",
            "/draaiboek/overleg-openen",
            "/draaiboek/overleg-openen/versies",
            "/trends",
            "/begeleiding",
            "/zelfscan",
            "/studiedagen",
            "/referentiepersonen",
            "/ondersteuning",
            "/ondersteuning/AO-001",
            "/hulp/stappen",
            "/profiel",
            "/privacy",
            "/toegankelijkheid");

    private static final Map<String, List<String>> OF_OTHERS = Map.of(
            "dpo", List.of("/audit", "/audit/getuigen", "/audit/ongewoon", "/avg-verzoeken"),
            "io", List.of("/dossiers/embargos"),
            "beheer", List.of("/beheer/processen", "/beheer/cellen", "/beheer/cellen/beheerder"),
            "vvsg",
                    List.of(
                            "/helpdesk",
                            "/helpdesk/telefoon",
                            "/helpdesk/overzicht",
                            "/coaching",
                            "/studiedagen/nieuw",
                            "/referentiepersonen/nieuw",
                            "/ondersteuning/nieuw",
                            "/ondersteuning/AO-001/wijzigen",
                            "/draaiboek/nieuw",
                            "/actieplan",
                            "/actieplan/nieuw",
                            "/trends",
                            "/trends/nieuw",
                            "/statistieken"),
            "vlaanderen", List.of("/statistieken", "/trends", "/actieplan"),
            "pivc.coordinator", List.of("/pivc", "/dossiers", "/dossiers?fase=detentie", "/aanmeldingen/nieuw"));

    @Test
    void every_screen_is_there_for_who_may_see_it_and_has_no_barrier(Stage stage) {
        Prepared prepared = new Prepared(stage);
        Map<String, List<String>> screens = new LinkedHashMap<>(OF_OTHERS);
        screens.put("coordinator", ofTheCoordinator(prepared));
        List<String> missing = new ArrayList<>();
        List<String> tooWide = new ArrayList<>();
        int seen = 0;

        for (Map.Entry<String, List<String>> one : screens.entrySet()) {
            try (Person person = Person.signIn(stage, one.getKey())) {
                for (String path : one.getValue()) {
                    int status = person.visitsAndGets(path);
                    seen++;
                    if (status != 200) {
                        missing.add(one.getKey() + " " + path + " " + status);
                    }
                    if (isWiderThanATelephone(person.page())) {
                        tooWide.add(one.getKey() + " " + path);
                    }
                }
            }
        }

        System.out.printf("%d screens that no walk comes past%n", seen);
        assertThat(missing).isEmpty();
        assertThat(tooWide).as("wider than 390 pixels").isEmpty();
        stage.inspection().assertNothingFound();
    }

    private static boolean isWiderThanATelephone(Page page) {
        ViewportSize usual = page.viewportSize();
        page.setViewportSize(390, 844);
        Object wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        page.setViewportSize(usual.width, usual.height);
        return Boolean.TRUE.equals(wider);
    }

    private static List<String> ofTheCoordinator(Prepared prepared) {
        List<String> all = new ArrayList<>(OF_THE_COORDINATOR);
        all.add("/beheer/partners/" + prepared.partner("CLB"));
        Listed listed = prepared.aCase("Schermmans");
        String planned = "/overleg/"
                + prepared.aConsultation(listed, true, prepared.bases(), "burgemeester", "coordinator", "io");
        for (String page :
                List.of("/uitnodigen", "/wijzigen", "/afgelasten", "/punten/1/vervanging", "/punten/1/van-de-agenda")) {
            all.add(planned + page);
        }
        Listed other = prepared.aCase("Vertoonmans");
        String open = "/overleg/" + prepared.aMeeting(other, "burgemeester", "coordinator", "io");
        for (String page : List.of("/live", "/sluiten", "/punten/1/document", "/punten/1/fiche")) {
            all.add(open + page);
        }
        for (String page : List.of("/proces", "/personen", "/documenten", "/risicotaxatie", "/gemeente")) {
            all.add("/dossiers/" + other.id() + page);
        }
        return all;
    }
}
