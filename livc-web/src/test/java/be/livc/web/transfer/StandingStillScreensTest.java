package be.livc.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.web.Browser;
import be.livc.web.PrisonAndTownTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The screens of a case that stands still: on offer to another cell, or frozen. */
class StandingStillScreensTest extends PrisonAndTownTest {

    private static final List<String> FORMS = List.of("/personen", "/documenten", "/risicotaxatie");

    @Test
    void the_screens_of_a_case_on_offer_say_so_and_show_no_form_that_would_be_refused() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id;
        String piece = leader.get(page).find("(/dossiers/[^\"]+/rechtzetting)").orElseThrow();
        showsItsForms(leader, page, id);
        String offer = offered(id);

        for (String tab :
                List.of("", "/plan", "/personen", "/documenten", "/vrijlating", "/risicotaxatie", "/toegang")) {
            assertThat(leader.get(page + tab).body()).as(tab).contains("Dit dossier is aangeboden aan een andere cel");
        }
        for (String tab : FORMS) {
            assertThat(leader.get(page + tab).body()).as(tab).doesNotContain("action=\"" + page + tab);
        }
        assertThat(leader.get(page).body())
                .contains("/overdrachten/" + offer)
                .doesNotContain("/rechtzetting", "/overleg/nieuw?dossier=" + id);
        assertThat(leader.get(piece).status()).isEqualTo(409);

        api(coordinator).post("/transfers/" + offer + "/withdrawal", Map.of());
        assertThat(leader.get(page + "/personen").body())
                .contains("action=\"" + page + "/personen")
                .doesNotContain("Dit dossier is aangeboden");
    }

    @Test
    void the_screens_of_a_frozen_case_say_so_and_show_no_form_that_would_be_refused() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id;
        String piece = leader.get(page).find("(/dossiers/[^\"]+/rechtzetting)").orElseThrow();
        showsItsForms(leader, page, id);
        leader.post(page + "/vrijlating/bevriezen", "confirmed", "true");

        for (String tab :
                List.of("", "/plan", "/personen", "/documenten", "/vrijlating", "/risicotaxatie", "/toegang")) {
            assertThat(leader.get(page + tab).body()).as(tab).contains("Dit dossier is bevroren");
        }
        for (String tab : FORMS) {
            assertThat(leader.get(page + tab).body()).as(tab).doesNotContain("action=\"" + page + tab);
        }
        assertThat(leader.get(page).body()).doesNotContain("/rechtzetting", "/overleg/nieuw?dossier=" + id);
        assertThat(leader.get(piece).status()).isEqualTo(409);
        assertThat(leader.get(page + "/vrijlating").body())
                .contains("action=\"" + page + "/vrijlating/terug", "/overdracht");

        leader.post(page + "/vrijlating/terug");
        assertThat(leader.get(page + "/personen").body())
                .contains("action=\"" + page + "/personen")
                .doesNotContain("Dit dossier is bevroren");
    }

    private static void showsItsForms(Browser leader, String page, CaseId id) {
        for (String tab : FORMS) {
            assertThat(leader.get(page + tab).body()).contains("action=\"" + page + tab);
        }
        assertThat(leader.get(page).body()).contains("/overleg/nieuw?dossier=" + id);
    }
}
