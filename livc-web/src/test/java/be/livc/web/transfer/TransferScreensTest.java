package be.livc.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.cell.Cells;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PrisonAndTownTest;
import be.livc.web.pdf.PdfCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the prison to the town of return, in the browser without script and over the API. */
class TransferScreensTest extends PrisonAndTownTest {

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
        assertThat(receiver.get("/taken").body())
                .contains("Aanbod van een andere cel beantwoorden", "van " + nameOf(prison));
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
    void the_town_reads_when_somebody_is_expected_to_come_free() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        leader.get("/dossiers/" + id);
        leader.post("/dossiers/" + id + "/vrijlating/datum", "date", "2031-03-14");
        String form = "/overdrachten/nieuw?dossier=" + id;

        Answer check = leader.post(form, anOffer());
        String offer =
                leader.post(form, anOffer("confirmed", "true")).location().replaceFirst("^/overdrachten/", "");

        assertThat(check.body()).contains("Verwachte vrijlating", "datetime=\"2031-03-14\"");
        Browser receiver = browser(there);
        assertThat(receiver.get("/overdrachten/" + offer).body())
                .contains("Verwachte vrijlating", "datetime=\"2031-03-14\"");
        assertThat(PdfCheck.text(receiver.get("/overdrachten/" + offer + "/overdrachtsfiche.pdf")
                        .bytes()))
                .contains("Verwachte vrijlating: 14 maart 2031");
        assertThat(api(there).get("/transfers/" + offer).json().get("releaseOn").asString())
                .isEqualTo("2031-03-14");
        receiver.post("/overdrachten/" + offer + "/overnemen");
        assertThat(receiver.get("/overdrachten/" + offer).body()).contains("Overgenomen", "datetime=\"2031-03-14\"");
    }

    @Test
    void an_emergency_tells_no_day_that_was_expected() {
        CaseId id = admitted();
        Browser leader = browser(coordinator);
        leader.get("/dossiers/" + id);
        leader.post("/dossiers/" + id + "/vrijlating/datum", "date", "2031-03-14");

        Answer offered = api(coordinator)
                .post(
                        "/cases/" + id + "/transfers",
                        Map.of("to", town.id().toString(), "kind", "EMERGENCY", "reason", "Vrijgelaten om 17 uur"));

        assertThat(offered.status()).isEqualTo(201);
        assertThat(browser(there)
                        .get("/overdrachten/" + offered.json().get("id").asString())
                        .body())
                .contains("Vrijgelaten om 17 uur")
                .doesNotContain("Verwachte vrijlating");
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
    void from_prison_to_prison_nobody_moves_house() {
        String form = "/overdrachten/nieuw?dossier=" + admitted();

        assertThat(browser(coordinator).get(form).body())
                .contains("Overgeplaatst")
                .doesNotContain("Verhuisd");
        assertThat(browser(there).get(form).body()).contains("Verhuisd").doesNotContain("Overgeplaatst");
    }

    @Test
    void who_refuses_for_another_reason_says_which() {
        String offer = offered(admitted());
        String form = "/overdrachten/" + offer + "/weigeren";
        Browser receiver = browser(there);
        receiver.get(form);

        Answer again = receiver.post(form, "code", "OTHER", "words", " ");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("href=\"#words\"", "Zeg waarom uw cel het aanbod weigert")
                .containsPattern("value=\"OTHER\"[^>]*checked");
        Answer call = api(there).post("/transfers/" + offer + "/refusal", Map.of("code", "OTHER"));
        assertThat(call.status()).isEqualTo(422);
        assertThat(call.json().at("/errors/0/field").asString()).isEqualTo("text");
        assertThat(receiver.post(form, "code", "OTHER", "words", "Hij verhuist volgende week verder")
                        .location())
                .isEqualTo("/overdrachten/" + offer);
        assertThat(browser(coordinator).get("/overdrachten/" + offer).body())
                .contains("Andere reden", "Hij verhuist volgende week verder");
    }

    @Test
    void the_form_to_refuse_says_for_which_reason_an_explanation_is_required() {
        String offer = offered(admitted());

        assertThat(browser(there).get("/overdrachten/" + offer + "/weigeren").body())
                .contains("Toelichting (verplicht bij ‘Andere reden’)")
                .doesNotContain("(niet verplicht)");
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

    private String nameOf(ACell one) {
        return bean(Cells.class).find(one.id()).orElseThrow().name();
    }
}
