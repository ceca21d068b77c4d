package be.livc.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.api.CallsTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The directory of support, and a measure that calls upon an offer: by its code alone, sealed, and read by who sees it. */
class SupportOffersTest extends CallsTest {

    @Test
    void the_desk_adds_an_offer_and_everyone_finds_it_by_kind_and_region() {
        String code = anOffer("Zwaluwnest", "HATE_SPEECH", "LIMBURG");
        Browser member = browser(person(cell(), Capacity.MEMBER));

        assertThat(member.get("/ondersteuning?soort=HATE_SPEECH&regio=LIMBURG").body())
                .contains("Zwaluwnest", code);
        assertThat(member.get("/ondersteuning?soort=VICTIM_SUPPORT").body()).doesNotContain("Zwaluwnest");
        assertThat(member.get("/ondersteuning/" + code).body()).contains("Stichting Voorbeeld", "Limburg");
        assertThat(member.get("/ondersteuning/AO-999").status()).isEqualTo(404);
        assertThat(member.get("/ondersteuning/nieuw").status()).isEqualTo(403);
    }

    @Test
    void an_offer_without_anything_is_told_all_that_it_lacks_and_keeps_what_was_typed() {
        Browser desk = browser("vvsg");
        desk.get("/ondersteuning/nieuw");

        Answer refused = desk.post("/ondersteuning/nieuw", "contact", "info@voorbeeld.example");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Kies de soort",
                        "Kies de regio",
                        "Vul de naam in",
                        "Vul de organisatie in",
                        "Schrijf op voor wie het is, en wat")
                .contains("info@voorbeeld.example")
                .doesNotContain("Vul dit in", "Kies waarom het dossier");
    }

    @Test
    void whether_an_offer_ended_is_chosen_from_the_list() {
        String code = anOffer("Roodborst", "OTHER", "FLANDERS");
        Browser desk = browser("vvsg");
        String path = "/ondersteuning/" + code + "/wijzigen";
        PageForm form = PageForm.on(desk.get(path), path);

        Answer refused = desk.post(path, form.with("ended", "PERHAPS").fields());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#ended\"");
        assertThat(desk.get("/ondersteuning/" + code).body()).doesNotContain("Gestopt");
    }

    @Test
    void an_offer_that_ended_keeps_its_code_and_is_offered_no_more() {
        String code = anOffer("Merelhof", "OTHER", "FLANDERS");
        Browser desk = browser("vvsg");
        desk.get("/ondersteuning/" + code + "/wijzigen");
        Answer changed = desk.post(
                "/ondersteuning/" + code + "/wijzigen",
                "version",
                "1",
                "kind",
                "OTHER",
                "region",
                "FLANDERS",
                "name",
                "Merelhof",
                "organisation",
                "Stichting Voorbeeld",
                "text",
                "Voor gezinnen die hulp zoeken",
                "contact",
                "info@voorbeeld.example",
                "ended",
                "YES");

        assertThat(changed.status()).isEqualTo(302);
        assertThat(desk.get("/ondersteuning/" + code).body()).contains("Gestopt");
        assertThat(browser("coordinator").get("/ondersteuning").body()).doesNotContain("Merelhof");
    }

    @Test
    void a_measure_calls_upon_an_offer_by_its_code_which_is_sealed_like_the_measure() {
        String code = anOffer("Wielewaal", "FAMILY", "FLANDERS");
        String caseId = aCaseWithAPlan();
        String path = "/dossiers/" + caseId;
        Browser editor = browser(coordinator);

        PageForm form = PageForm.on(editor.get(path + "/plan?wijzig=true"), path + "/plan");
        Answer saved = editor.post(
                path + "/plan",
                form.with("measures[0].offer", code).with("action", "save").fields());

        assertThat(saved.status()).as(saved.body()).isBetween(300, 399);
        assertThat(editor.get(path + "/plan").body()).contains("Wielewaal", "/ondersteuning/" + code);
        JsonNode plan = api(coordinator).get("/cases/" + caseId).json().get("plan");
        assertThat(plan.at("/measures/0/offer").asString()).isEqualTo(code);
        byte[] kept = cell.transact(() -> bean(JdbcTemplate.class)
                .queryForObject(
                        "select offer_sealed from measure where case_id = ? and offer_sealed is not null",
                        byte[].class,
                        UUID.fromString(caseId)));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(code);
    }

    @Test
    void a_measure_cannot_name_an_offer_that_is_not_in_the_directory() {
        String caseId = aCaseWithAPlan();
        Browser editor = browser(coordinator);
        String path = "/dossiers/" + caseId + "/plan";

        PageForm form = PageForm.on(editor.get(path + "?wijzig=true"), path);
        Answer refused = editor.post(
                path,
                form.with("measures[0].offer", "AO-99998")
                        .with("action", "save")
                        .fields());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Kies een waarde uit de lijst");
    }

    private String anOffer(String name, String kind, String region) {
        Answer made = api("vvsg")
                .post(
                        "/support-offers",
                        Map.of(
                                "kind",
                                kind,
                                "name",
                                name,
                                "organisation",
                                "Stichting Voorbeeld",
                                "region",
                                region,
                                "text",
                                "Begeleidt groepen bij spanningen",
                                "contact",
                                "info@voorbeeld.example"));
        assertThat(made.status()).isEqualTo(201);
        return made.json().get("code").asString();
    }
}
