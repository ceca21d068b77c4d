package be.livc.web.pivc;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequests;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.PrisonAndTownTest;
import be.livc.workflow.pivc.ReleaseFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The release from prison on the screens: its date, a freeze, and when somebody leaves unexpectedly. */
class ReleaseScreensTest extends PrisonAndTownTest {

    @Test
    void the_release_date_and_a_freeze_are_kept_on_the_screens() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id + "/vrijlating";
        assertThat(leader.get(page).body()).contains("Verwachte datum", "Onverwacht vrijgelaten");
        Answer past = leader.post(page + "/datum", "date", TODAY.minusDays(1).toString());
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("Verwachte datum: kies vandaag of een latere dag");
        assertThat(leader.post(page + "/datum", "date", TODAY.plusDays(40).toString())
                        .status())
                .isEqualTo(302);
        assertThat(leader.get("/dossiers/" + id).body()).contains("Voor vrijlating", "Terugkeer voorbereiden");

        Answer check = leader.post(page + "/bevriezen");
        assertThat(check.body()).contains("Dit dossier bevriezen?", "Ruben Haerinck", "deelt niemand er iets nieuws");
        assertThat(leader.get(page).body()).doesNotContain("Terug in deze gevangenis");
        assertThat(leader.post(page + "/bevriezen", "confirmed", "true").status())
                .isEqualTo(302);
        assertThat(leader.get(page).body()).contains("Bevroren", "Terug in deze gevangenis");
    }

    @Test
    void the_list_and_the_case_tell_the_same_number_of_days_that_a_permission_has_left() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        Matcher onTheCase = Pattern.compile("nog (\\d+) dagen \\(tot en met")
                .matcher(leader.get("/dossiers/" + id).body());
        assertThat(onTheCase.find()).isTrue();

        assertThat(leader.get("/pivc").body()).contains("nog " + onTheCase.group(1) + " dagen, tot en met");
    }

    @Test
    void an_emergency_hand_over_says_first_what_goes_to_whom() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id + "/vrijlating";
        String[] asked = {"to", town.id().toString(), "reason", "Vrij op bevel van de rechter"};
        assertThat(leader.get(page).body()).contains("Onverwacht vrijgelaten");

        Answer without = leader.post(page + "/nood", "to", town.id().toString());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("#reason", "Schrijf op wat er gebeurd is");
        Answer check = leader.post(page + "/nood", asked);
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body())
                .contains("Noodoverdracht starten?", "Ruben Haerinck", "Vrij op bevel van de rechter", "Geen stukken")
                .doesNotContain("De betrokkene wacht nog op een antwoord");
        assertThat(browser(there).get("/overdrachten").body()).doesNotContain("Noodoverdracht");

        Answer offered =
                leader.post(page + "/nood", PageForm.on(check, page + "/nood").fields());
        assertThat(offered.location()).startsWith("/overdrachten/");
        assertThat(browser(there).get("/overdrachten").body()).contains("Noodoverdracht");
    }

    @Test
    void a_destination_that_nobody_knows_is_one_of_the_choices() {
        CaseId id = admitted();

        assertThat(browser(coordinator).get("/dossiers/" + id + "/vrijlating").body())
                .containsPattern("<select[^>]* id=\"to\"[^>]*>\\s*<option value=\"\">niet bekend</option>")
                .doesNotContain("Maak een keuze");
    }

    @Test
    void an_emergency_hand_over_names_the_hour_and_each_cell_reads_what_is_theirs_to_do() {
        CaseId id = admitted();
        String offer = "/overdrachten/"
                + prison.in(() -> bean(ReleaseFlow.class)
                        .releasedTo(as(prison, coordinator), id, town.id(), "Vrij op bevel om 17 uur"));

        assertThat(browser(coordinator).get(offer).body())
                .contains("de andere cel moet ze bevestigen")
                .doesNotContain("zo snel u kunt");
        Browser taking = browser(there);
        assertThat(taking.get("/taken").body())
                .containsPattern("(vandaag|morgen)</time></span>, v[^ ]+r \\d\\d:\\d\\d");
        assertThat(taking.get(offer).body()).contains("door ze over te nemen of te weigeren");

        Answer taken = taking.post(offer + "/overnemen");

        assertThat(taking.follow(taken).body()).contains("href=\"" + offer + "\"", "lees waarom");
        assertThat(taking.get(offer).body()).contains("Vrij op bevel om 17 uur");
    }

    @Test
    void a_destination_that_is_no_cell_is_told_at_its_field_and_is_not_taken_for_an_unknown_one() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id + "/vrijlating";
        leader.get(page);

        for (String confirmed : List.of("false", "true")) {
            Answer again = leader.post(page + "/nood", "to", "Gent", "reason", "Vrij op bevel", "confirmed", confirmed);
            assertThat(again.status()).as(confirmed).isEqualTo(422);
            assertThat(again.body())
                    .as(confirmed)
                    .contains("href=\"#to\"", "Bestemming: kies een waarde uit de lijst", "Vrij op bevel");
        }
        assertThat(leader.get("/taken").body()).doesNotContain("Bestemming zoeken");
    }

    @Test
    void before_a_case_leaves_the_page_to_check_names_what_its_subject_still_waits_for() {
        CaseId id = admitted();
        Actor officer = as(prison, person(prison, Capacity.DPO));
        SubjectRequestId request = prison.in(
                () -> bean(SubjectRequests.class).receive(officer, "ACCESS", TODAY.minusDays(3), "De advocaat"));
        prison.in(() -> {
            bean(SubjectRequests.class).link(as(prison, coordinator), request, Optional.of(id));
            return Boolean.TRUE;
        });
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id + "/vrijlating";
        String[] asked = {"to", town.id().toString(), "reason", "Vrij op bevel van de rechter"};
        assertThat(leader.get(page).body()).contains("Onverwacht vrijgelaten");
        String[] waits = {"De betrokkene wacht nog op een antwoord", "V-" + TODAY.getYear() + "-001, Inzage"};

        assertThat(leader.post(page + "/nood", asked).body())
                .contains(waits)
                .contains("een noodoverdracht neemt het verzoek niet mee")
                .doesNotContain("De advocaat");
        assertThat(leader.post(page + "/nood", "to", "", "reason", "Vrij op bevel")
                        .body())
                .as("nothing leaves")
                .doesNotContain(waits);
        assertThat(leader.post("/overdrachten/nieuw?dossier=" + id, anOffer()).body())
                .contains(waits)
                .contains("De andere cel krijgt het verzoek mee")
                .doesNotContain("De advocaat");
    }

    @Test
    void the_hours_to_acknowledge_are_told_as_the_cell_set_them() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id + "/vrijlating";
        assertThat(leader.get(page).body()).contains("binnen 4 uur bevestigen");

        prison.in(() -> bean(Thresholds.class)
                .activate(as(prison, coordinator), 0, NewThresholds.of(Map.of(Threshold.ACKNOWLEDGE_HOURS, 2))));

        assertThat(leader.get(page).body()).contains("binnen 2 uur bevestigen");
        leader.post("/taal", "taal", "fr", "terug", "/taken");
        assertThat(leader.get(page).body()).contains("confirmer dans les 2 heures");
        leader.post("/taal", "taal", "en", "terug", "/taken");
        assertThat(leader.get(page).body()).contains("acknowledge within 2 hours");
    }

    @Test
    void where_nobody_knows_the_destination_a_task_to_find_it_is_made_after_a_page_to_check() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id + "/vrijlating";
        assertThat(leader.get(page).body()).contains("Onverwacht vrijgelaten");

        Answer check = leader.post(page + "/nood", "to", "", "reason", "Vrij op bevel");
        assertThat(check.body()).contains("De bestemming zoeken?", "Er gaat nog niets naar een andere cel");
        assertThat(leader.get("/taken").body()).doesNotContain("Bestemming zoeken");
        leader.post(page + "/nood", PageForm.on(check, page + "/nood").fields());
        assertThat(leader.get("/taken").body()).contains("Bestemming zoeken");

        Answer stillUnknown = leader.post(page + "/nood", "to", "", "reason", "Vrij op bevel");
        assertThat(stillUnknown.status()).isEqualTo(422);
        assertThat(stillUnknown.body()).contains("#to", "Kies de cel van bestemming", "Vrij op bevel");
    }
}
