package be.livc.web.basis;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.Partner;
import be.livc.cell.Partners;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The screens of the legal bases: what one covers, adding and ending one, the permission of the procureur, clearances. */
class BasisScreensTest extends WebTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));

    private ACell cell;
    private String coordinator;

    @BeforeEach
    void a_cell() {
        cell = cell();
        coordinator = person(cell, Capacity.COORDINATOR);
    }

    private Answer recorded(Browser browser, String validTo) {
        browser.get("/beheer/grondslagen/nieuw");
        return browser.post(
                "/beheer/grondslagen",
                "kind",
                "DECREE",
                "reference",
                "Decreet van 21 mei 2021",
                "terms",
                "Zoals het decreet het zegt",
                "purposes",
                "PREVENT_TERRORISM",
                "participants",
                "CLB",
                "validFrom",
                TODAY.minusDays(5).toString(),
                "validTo",
                validTo);
    }

    @Test
    void a_basis_that_was_withdrawn_is_still_read_and_leads_to_the_next_one() {
        Browser browser = browser(coordinator);
        Answer shown = browser.follow(recorded(browser, ""));
        String end = shown.find("action=\"(/beheer/grondslagen/[0-9a-f-]+/intrekken)\"")
                .orElseThrow();

        Answer withdrawn = browser.follow(browser.post(end));

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body())
                .contains("Decreet van 21 mei 2021", "ingetrokken")
                .contains("href=\"/beheer/grondslagen/nieuw\"");
    }

    @Test
    void a_basis_is_explained_with_whom_it_covers_whom_it_does_not_and_for_how_long_still() {
        cell.transact(() -> bean(Partners.class).add("VDAB Gent", "VDAB", "FLEMISH"));
        Browser browser = browser(coordinator);

        Answer shown = browser.follow(recorded(browser, TODAY.plusDays(6).toString()));

        assertThat(shown.body())
                .contains("Decreet van 21 mei 2021")
                .contains("Centrum voor leerlingenbegeleiding (CLB)")
                .contains("Niet gedekt:")
                .contains("VDAB Gent")
                .contains("nog 6 dagen")
                .contains("art. 458ter §1 oud Sw.");
        assertThat(browser.get("/taken").body())
                .contains("De grondslag “Decreet van 21 mei 2021” geldt nog 6 dagen")
                .contains("data-expires=\"PRESSING\"");
    }

    @Test
    void the_signed_document_is_kept_sealed_and_given_back_byte_for_byte_to_who_runs_the_cell() {
        Browser browser = browser(coordinator);
        Answer made = recorded(browser, "");
        String basis = made.location();
        browser.follow(made);
        byte[] pdf = "%PDF-1.7 ondertekend door de burgemeester".getBytes(StandardCharsets.US_ASCII);
        assertThat(browser.uploadAs(
                                "document",
                                basis + "/document",
                                "bestand.pdf",
                                "geen pdf".getBytes(StandardCharsets.US_ASCII))
                        .body())
                .contains("Kies een PDF");

        assertThat(browser.uploadAs("document", basis + "/document", "bestand.pdf", pdf)
                        .status())
                .isEqualTo(302);

        Answer given = browser.get(basis + "/document");
        assertThat(given.bytes()).isEqualTo(pdf);
        assertThat(given.header("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(browser(person(cell, Capacity.MEMBER))
                        .get(basis + "/document")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_form_that_lacks_something_comes_back_with_what_was_typed() {
        Browser browser = browser(coordinator);
        browser.get("/beheer/grondslagen/nieuw");

        Answer refused = browser.post("/beheer/grondslagen", "kind", "LAW", "reference", "Een wet");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Een wet\"");
    }

    @Test
    void the_procureur_gives_a_permission_for_a_prison_with_its_reasons_and_an_end() {
        Partner prison = cell.transact(() -> bean(Partners.class).add("Gevangenis Brugge", "PRISON", "FEDERAL"));
        Browser parket = browser(person(cell, Capacity.PROSECUTOR));
        assertThat(parket.get("/beheer/grondslagen/toestemming").body()).contains("Gevangenis Brugge");

        Answer withoutReasons = permitted(parket, prison, "");
        assertThat(withoutReasons.status()).isEqualTo(422);
        Answer shown = parket.follow(permitted(parket, prison, "Opvolging na detentie vraagt overleg"));

        assertThat(shown.body())
                .contains("Gevangenis Brugge")
                .contains("Opvolging na detentie vraagt overleg")
                .contains("Gemotiveerde toestemming van de procureur des Konings");
        assertThat(parket.get("/beheer/grondslagen/toestemming").body())
                .as("the next one")
                .contains("zoals in de vorige toestemming (Protocol 2026/3)", "Maandelijks overleg")
                .containsPattern("<option value=\"" + prison.id() + "\" selected")
                .containsPattern("value=\"PSD\"[^>]* checked")
                .doesNotContainPattern("value=\"OCMW\"[^>]* checked")
                .doesNotContain("Opvolging na detentie vraagt overleg", "value=\"Protocol 2026/3\"");
        assertThat(browser(person(cell, Capacity.MEMBER))
                        .get("/beheer/grondslagen/toestemming")
                        .status())
                .isEqualTo(404);
    }

    private static Answer permitted(Browser browser, Partner prison, String motivation) {
        return browser.post(
                "/beheer/grondslagen/toestemming",
                "prison",
                prison.id().toString(),
                "reference",
                "Protocol 2026/3",
                "motivation",
                motivation,
                "terms",
                "Maandelijks overleg",
                "purposes",
                "REINTEGRATION",
                "participants",
                "PRISON",
                "participants",
                "PSD",
                "validFrom",
                TODAY.toString(),
                "validTo",
                TODAY.plusDays(90).toString(),
                "givenBy",
                "De procureur",
                "givenOn",
                TODAY.toString());
    }

    @Test
    void a_lapsed_clearance_closes_the_door_and_warns_the_coordinator() {
        String officer = person(cell, Capacity.INFORMATION_OFFICER);
        Browser police = browser(officer);
        assertThat(police.get("/taken").status()).isEqualTo(200);
        Browser browser = browser(coordinator);
        String mandate = browser.get("/beheer/machtigingen")
                .find("<option value=\"([0-9a-f-]{36})\"")
                .orElseThrow();

        Answer past = browser.post(
                "/beheer/machtigingen",
                "mandate",
                mandate,
                "until",
                TODAY.minusDays(1).toString());
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body())
                .contains(
                        "href=\"#until\"",
                        "Kies vandaag of een latere dag",
                        TODAY.minusDays(1).toString());
        assertThat(police.get("/taken").status()).isEqualTo(200);
        assertThat(browser.post("/beheer/machtigingen", "mandate", mandate, "until", TODAY.toString())
                        .status())
                .isEqualTo(302);
        assertThat(police.get("/taken").status()).isEqualTo(200);

        assertThat(api(coordinator)
                        .post(
                                "/mandates/" + mandate + "/clearance",
                                Map.of("until", TODAY.minusDays(1).toString()))
                        .status())
                .isEqualTo(200);

        assertThat(police.get("/taken").status()).isEqualTo(303);
        assertThat(browser.get("/beheer/machtigingen").body()).contains("verlopen, rol geschorst");
        assertThat(browser.get("/taken").body()).contains("de rol is geschorst");
    }

    @Test
    void a_new_number_of_an_article_is_recorded_beside_the_old_one() {
        Browser browser = browser(coordinator);
        browser.get("/beheer/artikels");

        Answer renumbered = browser.post(
                "/beheer/artikels",
                "article",
                "CASE_CONSULTATION",
                "citation",
                "art. 999 Sw.",
                "validFrom",
                TODAY.plusDays(1).toString());

        assertThat(browser.follow(renumbered).body())
                .contains("art. 999 Sw.")
                .contains("art. 458ter §1 oud Sw.")
                .contains("art. 458ter §1 Sw.");
    }
}
