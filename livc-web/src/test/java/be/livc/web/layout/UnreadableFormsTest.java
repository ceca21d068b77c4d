package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.law.LegalBases;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was typed and cannot be read: the form says which field, keeps the rest, and nothing is changed. */
class UnreadableFormsTest extends CaseworkTest {

    private Answer planned(Browser browser, String date, String place, String chair) {
        browser.get("/overleg/nieuw");
        return browser.post("/overleg/nieuw", "date", date, "place", place, "legalBasis", basis + "", "chair", chair);
    }

    @Test
    void a_day_that_does_not_exist_brings_the_form_back_with_what_was_typed() {
        Answer again = planned(browser(coordinator), "31-02-2027", "Stadhuis, zaal 1", mandate(mayor) + "");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Datum: vul een bestaande datum in, zoals 24/11/2026")
                .contains("31-02-2027")
                .contains("Stadhuis, zaal 1")
                .doesNotContain("Failed to convert");
    }

    @Test
    void a_day_as_belgians_write_it_is_read_in_every_form() {
        Answer planned = planned(browser(coordinator), "24/12/2026", "Stadhuis", mandate(mayor) + "");

        assertThat(planned.status()).isEqualTo(302);
    }

    @Test
    void a_day_in_the_year_20_is_a_slip_of_the_finger() {
        Answer again = planned(browser(coordinator), "0020-01-01", "Stadhuis", mandate(mayor) + "");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Datum: vul een bestaande datum in");
    }

    @Test
    void a_choice_that_is_in_no_list_brings_the_form_back() {
        Answer again = planned(browser(coordinator), TODAY.toString(), "Stadhuis, zaal 2", "iedereen");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Voorzitter: kies een waarde uit de lijst")
                .contains("Stadhuis, zaal 2");
    }

    @Test
    void a_choice_of_nothing_but_blanks_brings_the_form_back() {
        Browser browser = browser(coordinator);
        browser.get("/overleg/nieuw");
        Answer refused =
                browser.post("/overleg/nieuw", "date", "", "place", "Stadhuis", "legalBasis", "  ", "invitees", "  ");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Stadhuis");
    }

    @Test
    void a_third_party_with_an_unknown_role_is_not_recorded_and_the_name_stays() {
        Browser browser = browser(coordinator);
        browser.get("/dossiers/" + caseId + "/personen");
        Answer again = browser.post(
                "/dossiers/" + caseId + "/personen", "name", "Een buur van om de hoek", "role", "BUUR", "address", "");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Rol: kies een waarde uit de lijst").contains("Een buur van om de hoek");
    }

    @Test
    void a_request_that_came_in_on_no_day_is_not_taken_in() {
        Browser browser = browser(person(cell, Capacity.DPO));
        browser.get("/avg-verzoeken");
        Answer again = browser.post(
                "/avg-verzoeken", "kind", "ACCESS", "receivedOn", "gisteren", "requester", "Iemand die vraagt");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Ontvangen op: vul een bestaande datum in")
                .contains("Iemand die vraagt");
    }

    @Test
    void a_signal_with_a_field_that_cannot_be_read_says_which_and_gives_the_texts_back() {
        Browser browser = browser(clb);
        browser.get("/aanmeldingen/nieuw");
        Answer refused = browser.post(
                "/aanmeldingen", "containsSecret", "misschien", "facts[0].text", "Hij praat al weken met niemand meer");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Bevat een beroepsgeheim: deze waarde heeft niet de juiste vorm")
                .contains("Hij praat al weken met niemand meer");
    }

    @Test
    void a_control_character_that_came_along_with_a_copied_text_is_left_out() {
        Browser browser = browser(coordinator);
        browser.get("/beheer");
        Answer added = browser.post("/beheer/partners", "name", "Jeugd\0huis \u0007De Brug", "category", "OTHER");

        assertThat(added.status()).isEqualTo(302);
        assertThat(browser.get("/beheer").body()).contains("Jeugdhuis De Brug");
    }

    @Test
    void a_name_of_more_than_a_line_is_refused_by_name_and_given_back() {
        Browser browser = browser(coordinator);
        browser.get("/beheer");
        String name = "Jeugdhuis De Brug ".repeat(60);
        Answer refused = browser.post("/beheer/partners", "name", name, "category", "OTHER");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Naam: dit is te lang").contains(name.strip());
        assertThat(browser.get("/beheer").body()).doesNotContain("Jeugdhuis De Brug");
    }

    @Test
    void a_name_that_fits_on_no_line_comes_back_in_its_form_with_how_long_it_may_be() {
        Browser browser = browser(coordinator);
        browser.get("/beheer");
        String name = "Jeugdhuis De Brug ".repeat(12).strip();
        Answer again = browser.post("/beheer/partners", "name", name, "category", "OTHER");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Naam: neem hoogstens 200 tekens", "value=\"" + name + "\"");
    }

    @Test
    void a_signal_says_of_each_of_its_short_texts_which_is_too_long() {
        Browser browser = browser(clb);
        browser.get("/aanmeldingen/nieuw");
        Answer again = browser.post(
                "/aanmeldingen",
                "containsSecret",
                "false",
                "subject.familyName",
                "Van den Broecke-".repeat(13),
                "facts[0].source",
                "Een collega ".repeat(50),
                "facts[0].text",
                "Hij praat met niemand meer");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Familienaam: neem hoogstens 200 tekens", "Bron: neem hoogstens 500 tekens")
                .contains("Hij praat met niemand meer");
    }

    @Test
    void a_setting_without_anything_is_told_of_every_field_at_once() {
        Browser browser = browser(coordinator);
        browser.get("/beheer/uitwisseling");
        Answer again = browser.post("/beheer/uitwisseling", "reference", "", "validFrom", "ooit");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("href=\"#body\"", "href=\"#reference\"", "href=\"#validFrom\"")
                .contains("zoals 24/11/2026", "value=\"ooit\"");
    }

    @Test
    void a_text_of_a_hundred_thousand_characters_is_refused_by_name_and_given_back() {
        Browser browser = browser(coordinator);
        browser.get("/dossiers/" + caseId + "/afsluiten");
        String aftercare = "Hij wordt opgevolgd. ".repeat(5_000);
        Answer refused = browser.post("/dossiers/" + caseId + "/afsluiten", "aftercare", aftercare);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Nazorg: dit is te lang").contains(aftercare.strip());
    }

    @Test
    void a_legal_basis_without_anything_is_told_of_every_field_at_once() {
        Browser browser = browser(coordinator);
        browser.get("/beheer/grondslagen/nieuw");
        Answer again = browser.post("/beheer/grondslagen", "kind", "", "validTo", "ooit", "terms", "Alleen mondeling");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Kies de soort")
                .contains("Vul de referentie in")
                .contains("Kies minstens één doel")
                .contains("Kies welke soorten partners deelnemen, of noem ze bij naam")
                .contains("Geldig tot en met: vul een bestaande datum in")
                .contains("Alleen mondeling");
    }

    @Test
    void a_number_of_the_cell_outside_its_bounds_is_told_by_its_name() {
        Browser browser = browser(coordinator);
        browser.get("/beheer/beslistabellen");
        Answer again = browser.post("/beheer/beslistabellen", "action", "preview", "version", "0");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Werkdagen om een aangeboden dossier te beantwoorden: kies een waarde binnen de grenzen");
    }

    @Test
    void progress_with_an_unknown_state_gives_the_report_back() {
        Browser browser = browser(coordinator);
        browser.get("/dossiers/" + caseId + "/plan");
        Answer refused = browser.post(
                "/dossiers/" + caseId + "/maatregelen/" + UUID.randomUUID() + "/voortgang",
                "report",
                "Hij ging twee keer naar de les",
                "state",
                "BIJNA");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Stand: deze waarde heeft niet de juiste vorm")
                .contains("Hij ging twee keer naar de les");
    }

    @Test
    void a_last_day_that_does_not_exist_ends_no_legal_basis() {
        Browser browser = browser(coordinator);
        browser.get("/beheer/grondslagen/" + basis);
        Answer refused = browser.post("/beheer/grondslagen/" + basis + "/einde", "lastDay", "31-02-2027");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Laatste dag: vul een bestaande datum in");
        assertThat(cell.transact(() -> bean(LegalBases.class).all()))
                .filteredOn(one -> one.id().equals(basis))
                .singleElement()
                .matches(one -> one.validTo().isEmpty(), "ends on no day");
    }
}
