package be.livc.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.law.BasisKind;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequests;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.PrisonWorkTest;
import be.livc.web.pdf.PdfCheck;
import be.livc.workflow.pivc.ReleaseFlow;
import be.livc.workflow.transfer.Settling;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the prison to the town of return, in the browser without script and over the API. */
class TransferScreensTest extends PrisonWorkTest {

    private ACell town;
    private String there;
    private String officerThere;

    @BeforeEach
    void a_town_beside_the_prison() {
        town = cell();
        there = person(town, Capacity.COORDINATOR);
        officerThere = person(town, Capacity.INFORMATION_OFFICER);
        record(town, BasisKind.LAW, 50);
    }

    @Test
    void a_candidate_is_admitted_on_the_screens() {
        Filed candidate = candidate();
        Browser leader = browser(coordinator);
        String page = "/aanmeldingen/" + candidate.id() + "/opname";
        assertThat(leader.get("/taken").body()).contains("Basistoets doen");
        assertThat(leader.get(page).body()).contains("De toestemming geldt");
        assertThat(leader.post(page + "/basistoets").status()).isEqualTo(302);

        Browser director = browser(direction);
        assertThat(director.get(page).body()).contains("Beslissen over opname");
        Answer without = director.post(page, "purpose", "PREVENT_TERRORISM");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body())
                .contains("Kies of de kandidaat wordt opgenomen", "Schrijf op waarom dit nodig is, of waarom niet");
        assertThat(director.post(
                                page,
                                "decision",
                                "ADMIT",
                                "purpose",
                                "PREVENT_TERRORISM",
                                "necessity",
                                "Terugkeer voorbereiden")
                        .location())
                .isEqualTo("/pivc");
        assertThat(director.get("/pivc").body())
                .contains("Ruben Haerinck", "niet bekend", "nog 51 dagen", "De toestemming loopt binnenkort af");
    }

    @Test
    void a_decision_on_a_candidate_that_is_none_of_the_two_is_told_and_admits_nobody() {
        String page = "/aanmeldingen/" + candidate().id() + "/opname";
        Browser leader = browser(coordinator);
        leader.get(page);
        leader.post(page + "/basistoets");
        Browser director = browser(direction);
        director.get(page);

        Answer again = director.post(
                page, "decision", "MISSCHIEN", "purpose", "PREVENT_TERRORISM", "necessity", "Terugkeer voorbereiden");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#decision\"", "Terugkeer voorbereiden");
        assertThat(director.get("/pivc").body()).doesNotContain("Ruben Haerinck");
    }

    @Test
    void the_release_date_and_a_freeze_are_kept_on_the_screens() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id + "/vrijlating";
        assertThat(leader.get(page).body()).contains("Verwachte datum", "Onverwacht vrijgelaten");
        Answer past = leader.post(page + "/datum", "date", TODAY.minusDays(1).toString());
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("Verwachte datum: kies een dag die nog komt");
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

    @Test
    void a_case_is_offered_and_taken_over_in_three_clicks() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        assertThat(leader.get("/dossiers/" + id).body()).contains("/overdrachten/nieuw?dossier=" + id);
        String form = "/overdrachten/nieuw?dossier=" + id;
        assertThat(leader.post(form, "to", town.id().toString()).status()).isEqualTo(422);
        Answer check = leader.post(form, anOffer());
        assertThat(check.body()).contains(SAID, "Ruben Haerinck", "Aanbieden");
        String item = check.find("name=\"items\"[^>]*value=\"([^\"]+)\"").orElseThrow();
        Answer offered = leader.post(form, anOffer("items", item, "confirmed", "true"));
        assertThat(offered.location()).startsWith("/overdrachten/");

        Browser receiver = browser(there);
        assertThat(receiver.get("/taken").body()).contains("Aanbod van een andere cel beantwoorden");
        assertThat(receiver.get("/overdrachten").body()).contains("Binnenkomend aanbod");
        String offer = receiver.get("/overdrachten")
                .find("href=\"(/overdrachten/[0-9a-f-]+)\"")
                .orElseThrow();
        assertThat(receiver.get(offer).body())
                .contains("Ruben Haerinck", "Komt vrij", "Doel bij uw cel")
                .doesNotContain("Waarom draagt u over?")
                .doesNotContain(SAID);
        Answer sheet = receiver.get(offer + "/overdrachtsfiche.pdf");
        PdfCheck.isArchivableAndAccessible(sheet.bytes());
        assertThat(PdfCheck.text(sheet.bytes()))
                .contains("Vrijlating", "Komt vrij", "Feit", "Grondslag voor deze test")
                .doesNotContain(SAID);
        assertThat(PdfCheck.text(leader.get(offer + "/overdrachtsfiche.pdf").bytes()))
                .contains("Aantal stukken: 1");
        assertThat(browser(officerThere).get(offer + "/overdrachtsfiche.pdf").status())
                .isEqualTo(404);
        assertThat(receiver.get(offer + "/overnemen").body()).contains("Dit dossier overnemen?");
        Answer taken = receiver.post(offer + "/overnemen");
        assertThat(receiver.follow(taken).body()).contains(SAID, "Op de casuslijst");

        assertThat(leader.get("/dossiers/" + id).status()).isEqualTo(404);
        assertThat(leader.get(offer).body())
                .contains("Overgenomen", "Komt vrij")
                .doesNotContain(SAID);
        assertThat(browser(officerThere).get(offer).status()).isEqualTo(404);
    }

    @Test
    void the_screens_of_a_case_on_offer_say_so_and_show_no_form_that_would_be_refused() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String page = "/dossiers/" + id;
        String piece = leader.get(page).find("(/dossiers/[^\"]+/rechtzetting)").orElseThrow();
        List<String> forms = List.of("/personen", "/documenten", "/risicotaxatie");
        for (String tab : forms) {
            assertThat(leader.get(page + tab).body()).contains("action=\"" + page + tab);
        }
        assertThat(leader.get(page).body()).contains("/overleg/nieuw?dossier=" + id);
        String offer = offered(id);

        for (String tab :
                List.of("", "/plan", "/personen", "/documenten", "/vrijlating", "/risicotaxatie", "/toegang")) {
            assertThat(leader.get(page + tab).body()).as(tab).contains("Dit dossier is aangeboden aan een andere cel");
        }
        for (String tab : forms) {
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
        List<String> forms = List.of("/personen", "/documenten", "/risicotaxatie");
        for (String tab : forms) {
            assertThat(leader.get(page + tab).body()).contains("action=\"" + page + tab);
        }
        assertThat(leader.get(page).body()).contains("/overleg/nieuw?dossier=" + id);
        leader.post(page + "/vrijlating/bevriezen", "confirmed", "true");

        for (String tab :
                List.of("", "/plan", "/personen", "/documenten", "/vrijlating", "/risicotaxatie", "/toegang")) {
            assertThat(leader.get(page + tab).body()).as(tab).contains("Dit dossier is bevroren");
        }
        for (String tab : forms) {
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

    @Test
    void the_api_offers_refuses_and_takes_back() {
        CaseId id = admitted();
        assertThat(api(coordinator).get("/transfer-destinations").body())
                .contains(town.id().toString());
        Answer check = api(coordinator).get("/cases/" + id + "/transfer-check?to=" + town.id());
        assertThat(check.json().get("refusals").isEmpty()).isTrue();
        assertThat(check.json().get("items").get(0).get("mayGo").asBoolean()).isTrue();

        String offer = offered(id);
        assertThat(api(there)
                        .get("/transfers/" + offer)
                        .json()
                        .get("subject")
                        .get("familyName")
                        .asString())
                .isEqualTo("Haerinck");
        assertThat(api(there)
                        .post("/transfers/" + offer + "/refusal", Map.of("code", "X"))
                        .status())
                .isEqualTo(422);
        assertThat(api(there)
                        .post("/transfers/" + offer + "/refusal", Map.of("code", "NOT_HERE", "text", "Onbekend hier"))
                        .status())
                .isEqualTo(200);
        Answer refused = api(coordinator).get("/transfers/" + offer);
        assertThat(refused.json().get("refusalText").asString()).isEqualTo("Onbekend hier");
        String second = offered(id);
        assertThat(api(coordinator)
                        .post("/transfers/" + second + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(api(there)
                        .post("/transfers/" + second + "/acceptance", Map.of())
                        .status())
                .isEqualTo(409);
        String third = offered(id);
        assertThat(api(there)
                        .post("/transfers/" + third + "/acceptance", Map.of())
                        .json()
                        .get("number")
                        .asString())
                .startsWith("D-");
        assertThat(api(there).get("/transfers").json().get("items").size()).isEqualTo(3);
        assertThat(api(coordinator).get("/cases/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_reason_that_does_not_fit_is_told_at_its_field_and_an_emergency_takes_nothing_along() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        String form = "/overdrachten/nieuw?dossier=" + id;
        assertThat(leader.get(form).body()).contains("value=\"RELEASE\"").doesNotContain("EMERGENCY", "ARREST");
        Answer unfit = leader.post(
                form, "to", town.id().toString(), "kind", "MOVE", "purpose", "PREVENT_TERRORISM", "reason", "Verhuis");
        assertThat(unfit.status()).isEqualTo(422);
        assertThat(unfit.body()).contains("Deze reden past niet bij die cel", "Verhuis");

        String calls = "/cases/" + id + "/transfers";
        String to = town.id().toString();
        String item = api(coordinator)
                .get("/cases/" + id + "/transfer-check?to=" + to)
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(api(coordinator)
                        .post(calls, Map.of("to", to, "kind", "ARREST", "reason", "Zomaar"))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("unfit-kind");
        assertThat(api(coordinator)
                        .post(calls, Map.of("to", to, "kind", "EMERGENCY", "reason", "Vrij", "items", List.of(item)))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("emergency-minimal");
        assertThat(api(coordinator)
                        .post(calls, Map.of("to", to, "kind", "EMERGENCY", "reason", "Vrijgelaten om 17 uur"))
                        .status())
                .isEqualTo(201);
        assertThat(api(coordinator)
                        .post(calls, Map.of("to", to, "kind", "EMERGENCY", "reason", "Nog eens"))
                        .status())
                .isEqualTo(409);
        assertThat(browser(there).get("/taken").body()).contains("Noodoverdracht bevestigen");
    }

    @Test
    void the_administrator_sees_how_many_wait_at_each_step_and_no_case() {
        Filed candidate = candidate();
        String administrator = person(prison, Capacity.ADMINISTRATOR);

        String page = browser(administrator).get("/beheer/processen").body();

        assertThat(page).contains("Basistoets", "Geen mislukte taken").doesNotContain(candidate.number(), "Haerinck");
        assertThat(browser(psychosocial).get("/beheer/processen").status()).isEqualTo(404);
        assertThat(browser(psychosocial).get("/hulp/stappen").body())
                .contains("Terugkeer voorbereiden", "Wie: Coördinator.", "Grond: Art. 458ter");
    }

    @Test
    void the_administrator_sees_a_hand_over_that_is_held_up() throws SQLException {
        String administrator = person(prison, Capacity.ADMINISTRATOR);
        TestDatabase.executeAsSuperuser(
                "create function held_up() returns trigger language plpgsql as $$ begin raise 'held up by the test'; end $$",
                "create trigger held_up before update on transfer_in for each row when (new.cell_id = '" + town.id()
                        + "') execute function held_up()");
        try {
            offered(admitted());

            assertThat(browser(administrator).get("/beheer/processen").body())
                    .contains("Overdrachten die niet afgerond raken", "elke minuut opnieuw")
                    .doesNotContain("Geen mislukte taken", "Haerinck");
        } finally {
            TestDatabase.executeAsSuperuser("drop trigger held_up on transfer_in", "drop function held_up()");
        }
        bean(Settling.class).settleAll();

        assertThat(browser(administrator).get("/beheer/processen").body()).contains("Geen mislukte taken");
    }

    /** The form with which the case of somebody who comes free is offered to the town, and these fields as well. */
    private String[] anOffer(String... more) {
        Stream<String> always = Stream.of(
                "to", town.id().toString(), "kind", "RELEASE", "purpose", "PREVENT_TERRORISM", "reason", "Komt vrij");
        return Stream.concat(always, Stream.of(more)).toArray(String[]::new);
    }

    private String offered(CaseId id) {
        Answer offered = api(coordinator)
                .post(
                        "/cases/" + id + "/transfers",
                        Map.of("to", town.id().toString(), "kind", "RELEASE", "reason", "Komt vrij"));
        assertThat(offered.status()).isEqualTo(201);
        return offered.json().get("id").asString();
    }
}
