package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.law.LegalBases;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** A form that was refused comes back on its own page, with what was typed, and leads to the field that it is about. */
class ReturnedFormsTest extends CaseworkTest {

    private static final String LONG =
            "Onze Lieve Vrouw ter Duinen ".repeat(400).strip();

    private static PageForm on(Browser browser, String page, String action) {
        return PageForm.on(browser.get(page), action);
    }

    /** The lines above the form; each leads to a field that is there. */
    private static List<String> told(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>Fout:");
        List<MatchResult> lines = Pattern.compile("<li><a href=\"#([^\"]+)\">([^<]*)</a></li>")
                .matcher(answer.body())
                .results()
                .toList();
        assertThat(lines).isNotEmpty();
        lines.forEach(line -> assertThat(answer.body())
                .as("the field of " + line.group(2))
                .containsPattern("<(?:input|textarea|select)[^>]* id=\"" + Pattern.quote(line.group(1)) + "\""));
        return lines.stream().map(line -> HtmlUtils.htmlUnescape(line.group(2))).toList();
    }

    private List<Capacity> mandates() {
        return cell.transact(() -> bean(Mandates.class).all().stream()
                .map(mandate -> mandate.capacity())
                .toList());
    }

    @Test
    void a_name_of_ten_thousand_characters_keeps_the_day_that_was_typed_beside_it() {
        Browser browser = browser(coordinator);
        List<Capacity> before = mandates();
        PageForm form = on(browser, "/beheer", "/beheer/mandaten")
                .with("person", LONG)
                .with("capacity", "MEMBER")
                .with("clearanceUntil", "31/12/2027");

        Answer again = browser.post("/beheer/mandaten", form.fields());

        assertThat(told(again)).singleElement().asString().contains("te lang");
        PageForm back = PageForm.on(again, "/beheer/mandaten");
        assertThat(back.value("person")).isEqualTo(LONG);
        assertThat(back.value("capacity")).isEqualTo("MEMBER");
        assertThat(back.value("clearanceUntil")).isEqualTo("31/12/2027");
        assertThat(again.body()).containsPattern("<details class=\"govuk-details\"[^>]* open[^>]*>");
        assertThat(mandates()).isEqualTo(before);
    }

    @Test
    void a_form_that_came_back_can_be_mended_and_sent() {
        Browser browser = browser(coordinator);
        Answer again = browser.post(
                "/beheer/partners",
                on(browser, "/beheer", "/beheer/partners")
                        .with("name", LONG)
                        .with("category", "OTHER")
                        .fields());

        Answer added = browser.post(
                "/beheer/partners",
                PageForm.on(again, "/beheer/partners")
                        .with("name", "Huis \"Ter <Duinen>\"")
                        .fields());

        assertThat(added.location()).isEqualTo("/beheer");
        assertThat(browser.get("/beheer").body()).contains("Ter &lt;Duinen&gt;");
    }

    @Test
    void a_second_mandate_of_the_same_account_leads_to_its_name() {
        Browser browser = browser(coordinator);
        String partner = as(clb).partner().toString();
        PageForm form = on(browser, "/beheer", "/beheer/mandaten")
                .with("person", "Nog eens dezelfde")
                .with("partner", partner)
                .with("capacity", "MEMBER")
                .with("username", clb);

        Answer again = browser.post("/beheer/mandaten", form.fields());

        assertThat(again.body()).contains("href=\"#username\"");
        assertThat(told(again)).hasSize(1);
        assertThat(PageForm.on(again, "/beheer/mandaten").value("person")).isEqualTo("Nog eens dezelfde");
    }

    @Test
    void a_last_day_that_does_not_exist_comes_back_where_it_was_typed() {
        Browser browser = browser(coordinator);
        String end = "/beheer/grondslagen/" + basis + "/einde";
        PageForm form = on(browser, "/beheer/grondslagen/" + basis, end).with("lastDay", "31-02-2027");

        Answer again = browser.post(end, form.fields());

        assertThat(told(again)).singleElement().asString().contains("Laatste dag", "vul een bestaande datum in");
        assertThat(PageForm.on(again, end).value("lastDay")).isEqualTo("31-02-2027");
        assertThat(again.body()).contains("aria-describedby=\"lastDay-error\"");
        assertThat(cell.transact(() -> bean(LegalBases.class).all()))
                .filteredOn(one -> one.id().equals(basis))
                .singleElement()
                .matches(one -> one.validTo().isEmpty(), "ends on no day");
    }

    @Test
    void a_basis_without_its_document_says_to_choose_one() {
        Browser browser = browser(coordinator);
        String document = "/beheer/grondslagen/" + basis + "/document";
        PageForm form = on(browser, "/beheer/grondslagen/" + basis, document);

        Answer again = browser.uploadAs("document", document, "", new byte[0], form.fields());

        assertThat(told(again)).containsExactly("Kies een bestand");
        assertThat(again.body()).contains("href=\"#bestand\"");
    }

    @Test
    void something_else_than_a_pdf_is_told_at_its_field() {
        Browser browser = browser(coordinator);
        String document = "/beheer/grondslagen/" + basis + "/document";
        PageForm form = on(browser, "/beheer/grondslagen/" + basis, document);

        Answer again = browser.uploadAs("document", document, "brief.txt", "Beste".getBytes(), form.fields());

        assertThat(told(again)).singleElement().asString().contains("PDF");
        assertThat(again.body()).contains("href=\"#bestand\"");
    }

    @Test
    void a_replacement_by_nobody_comes_back_beside_who_was_to_be_replaced() {
        ConsultationId coming = convened(false, mayor, coordinator, clb, ocmw);
        for (String invited : List.of(clb, ocmw)) {
            cell.transact(() -> bean(Mandates.class)
                    .give(new GiveMandate(
                            Optional.empty(),
                            "Collega van " + invited,
                            as(invited).partner(),
                            Capacity.MEMBER,
                            TODAY.minusDays(1),
                            Optional.empty(),
                            Optional.empty())));
        }
        Browser browser = browser(coordinator);
        String page = "/overleg/" + coming + "/punten/1/vervanging";
        PageForm form = on(browser, page, page)
                .with("mandate", mandate(ocmw).toString())
                .with("colleague", "");

        Answer again = browser.post(page, form.fields());

        assertThat(told(again)).containsExactly("Kies wie in de plaats komt");
        String beside = again.body().substring(0, again.body().indexOf("aria-invalid"));
        assertThat(beside.lastIndexOf(mandate(ocmw).toString())).isGreaterThan(beside.lastIndexOf(mandate(clb) + ""));
    }

    @Test
    void a_number_of_the_cell_that_is_no_number_stays_where_it_was_typed() {
        Browser browser = browser(coordinator);
        String tables = "/beheer/beslistabellen";
        PageForm form =
                on(browser, tables, tables).with("values[ANSWER_DAYS]", "vijf").with("action", "activate");

        Answer again = browser.post(tables, form.fields());

        assertThat(told(again)).isNotEmpty();
        assertThat(again.body()).contains("value=\"vijf\"");
    }

    @Test
    void what_is_wrong_with_a_choice_stands_beside_it_and_is_read_with_it() {
        Browser browser = browser(clb);
        PageForm form = on(browser, "/aanmeldingen/nieuw", "/aanmeldingen")
                .with("urgency", LONG.repeat(3))
                .with("containsSecret", LONG.repeat(3))
                .with("facts[0].text", "Hij praat al weken met niemand meer");

        Answer again = browser.post("/aanmeldingen", form.fields());

        assertThat(told(again)).hasSize(2);
        assertThat(again.body())
                .as("one of several answers: told before the first, and to who hears the question")
                .containsPattern("<fieldset[^>]* aria-describedby=\"urgency-error\"")
                .containsPattern("id=\"urgency-error\">(?:(?!<input).)*<div class=\"govuk-radios ");
        assertThat(again.body())
                .as("one box to tick: told before it, and to who hears it")
                .containsPattern("id=\"containsSecret-error\">(?:(?!<input).)*<div class=\"govuk-checkboxes ")
                .containsPattern(
                        "<input[^>]* id=\"containsSecret\"[^>]* aria-describedby=\"[^\"]*containsSecret-error\"");
        assertThat(again.body().split("class=\"govuk-error-message\"", -1)).hasSize(3);
    }

    @Test
    void what_has_no_place_in_the_form_any_more_is_given_back_beside_it() {
        Browser browser = browser(clb);
        PageForm form = on(browser, "/aanmeldingen/nieuw", "/aanmeldingen")
                .with("subject.familyName", LONG)
                .with("facts[7].text", "Hij praat al weken met niemand meer");

        Answer refused = browser.post("/aanmeldingen", form.fields());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Hij praat al weken met niemand meer", LONG)
                .contains("href=\"/aanmeldingen/nieuw\">Terug naar de vorige pagina</a>");
    }

    @Test
    void a_page_that_says_what_cannot_be_done_leads_back_to_the_page_of_the_form() {
        Browser browser = browser(mayor);
        String listing = "/aanmeldingen/" + signal + "/lijst";
        String[] again = {
            "decision",
            "REFUSE",
            "necessity",
            "Toch niet nodig",
            "confirmed",
            "true",
            "_page",
            "/aanmeldingen?status=nieuw"
        };
        browser.get("/taken");

        Answer refused = browser.post(listing, again);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("href=\"/aanmeldingen?status=nieuw\">Terug naar de vorige pagina</a>");
        again[again.length - 1] = "//elders.example/";
        assertThat(browser.post(listing, again).body()).doesNotContain("elders", "Terug naar de vorige pagina");
    }

    @Test
    void a_page_elsewhere_is_no_page_of_a_form() {
        Browser browser = browser(coordinator);
        browser.get("/beheer");
        for (String page : List.of("//elders.example", "/api/v1/cases", "/beheer/../taken", "beheer", "/\"><script>")) {
            Answer refused = browser.post("/beheer/partners", "name", LONG, "category", "OTHER", "_page", page);

            assertThat(refused.status()).as(page).isEqualTo(422);
            assertThat(refused.body()).as(page).contains(LONG).doesNotContain("<script>");
        }
    }

    @Test
    void a_page_with_a_question_in_its_address_comes_back_as_it_was() {
        Browser browser = browser(coordinator);
        String page = "/beheer?a=1&b=2";
        PageForm form = on(browser, page, "/beheer/partners").with("name", LONG).with("category", "OTHER");
        assertThat(form.value("_page")).isEqualTo(page);

        Answer again = browser.post("/beheer/partners", form.fields());

        assertThat(told(again)).hasSize(1);
        assertThat(PageForm.on(again, "/beheer/partners").value("_page")).isEqualTo(page);
    }

    @Test
    void who_is_not_signed_in_gets_no_page_by_way_of_a_form() {
        Browser nobody = browser();
        nobody.get("/aanmelden");
        for (String page : List.of("/beheer", "/overleg/nieuw", "/taken")) {
            Answer refused = nobody.post("/taal", "taal", "x".repeat(40_000), "terug", "/", "_page", page);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).as(page).doesNotContain("action=\"" + page);
        }
    }
}
