package be.livc.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.api.CallsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The settings of a cell and its log in the browser, without script. */
class SettingsScreensTest extends CallsTest {

    @Test
    void a_mandate_ends_after_a_question_and_its_holder_is_out_at_once() {
        String mandate = mandateOf(clb);
        Browser holder = browser(clb);
        Browser settings = browser(administrator);
        assertThat(holder.get("/taken").status()).isEqualTo(200);

        String page = settings.get("/beheer").body();
        assertThat(page)
                .containsSubsequence(
                        "<details", "/beheer/mandaten/" + mandate + "/einde", "govuk-button--warning", "Ja, ");
        Answer ended = settings.post("/beheer/mandaten/" + mandate + "/einde");

        assertThat(ended.location()).isEqualTo("/beheer");
        assertThat(settings.get("/beheer").body()).doesNotContain("/beheer/mandaten/" + mandate + "/einde");
        assertThat(holder.get("/taken").status()).isNotEqualTo(200);
    }

    @Test
    void a_basis_ends_after_a_question_and_nothing_is_planned_on_it_from_tomorrow() {
        Browser settings = browser(coordinator);
        assertThat(settings.get("/beheer/grondslagen/" + basis).body())
                .containsSubsequence("<details", "/beheer/grondslagen/" + basis + "/einde", "Einddatum bewaren");

        settings.post("/beheer/grondslagen/" + basis + "/einde", "lastDay", TODAY.toString());

        JsonNode ended = done(api(coordinator).get("/legal-bases")).get("items").get(0);
        assertThat(ended.get("validTo").asString()).isEqualTo(TODAY.toString());
        refused(
                api(coordinator).post("/consultations", aConsultation(TODAY.plusDays(1), basis)),
                409,
                "no-valid-basis");
    }

    @Test
    void on_a_telephone_each_mandate_and_each_partner_reads_as_a_card() {
        String page = browser(administrator).get("/beheer").body();

        for (String caption : List.of("Mandaten", "Partners")) {
            assertThat(page)
                    .as(caption)
                    .containsPattern(
                            "class=\"livc-stack\"><div class=\"livc-table-frame\"[^>]*aria-label=\"" + caption);
        }
    }

    @Test
    void a_partner_without_a_name_is_asked_for_again() {
        Browser settings = browser(administrator);
        settings.get("/beheer");

        Answer refused = settings.post("/beheer/partners", "name", "", "category", "CAW");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("govuk-error-summary", "Fout:");
        assertThat(browser(clb).get("/beheer").status()).isEqualTo(404);
    }

    @Test
    void a_partner_is_of_the_community_whose_rules_bind_its_secrets() {
        Browser settings = browser(administrator);
        PageForm form = PageForm.on(settings.get("/beheer"), "/beheer/partners");
        assertThat(form.value("community")).isEqualTo("FLEMISH");

        Answer refused = settings.post(
                "/beheer/partners",
                form.with("name", "CPAS de Liège")
                        .with("category", "OCMW")
                        .with("community", "MARTIAN")
                        .fields());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#community\"", "CPAS de Liège");
        settings.post(
                "/beheer/partners",
                form.with("name", "CPAS de Liège")
                        .with("category", "OCMW")
                        .with("community", "WALLOON")
                        .fields());

        assertThat(settings.get("/beheer").body()).containsSubsequence("CPAS de Liège", "<td>Waals Gewest</td>");
    }

    @Test
    void only_an_administrator_sees_which_cells_there_are_and_makes_one() {
        assertThat(browser(administrator).get("/beheer/cellen").body()).contains("Cellen van dit programma");
        Browser runs = browser(coordinator);
        assertThat(runs.get("/beheer").body()).doesNotContain("/beheer/cellen");
        assertThat(runs.get("/beheer/cellen").status()).isEqualTo(404);
        assertThat(runs.get("/beheer/cellen/beheerder").status()).isEqualTo(404);
        assertThat(runs.post("/beheer/cellen", "kind", "PIVC").status()).isEqualTo(403);
        assertThat(runs.post("/beheer/cellen/beheerder", "cell", basis).status())
                .isEqualTo(403);
    }

    @Test
    void a_new_cell_chooses_among_the_purposes_that_every_new_cell_starts_with() {
        cell.transact(() -> bean(JdbcTemplate.class)
                .update(
                        "insert into code (cell_id, list, code, label_nl, label_fr, label_en, position)"
                                + " values (?, 'purposes', 'OF_THIS_CELL', 'Eigen', 'Propre', 'Own', 900)",
                        cell.id().value()));
        Browser settings = browser(administrator);
        Answer page = settings.get("/beheer/cellen");
        assertThat(page.body()).contains("<option value=\"REINTEGRATION\"").doesNotContain("OF_THIS_CELL");

        Answer again = settings.post(
                "/beheer/cellen",
                PageForm.on(page, "/beheer/cellen")
                        .with("name", "Cel met een vreemd doel")
                        .with("purpose", "OF_THIS_CELL")
                        .fields());

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#purpose\"").doesNotContain("href=\"#name\"");
        assertThat(PageForm.on(again, "/beheer/cellen").value("name")).isEqualTo("Cel met een vreemd doel");
    }

    @Test
    void a_clearance_that_ended_before_today_is_refused_at_its_day_when_a_mandate_is_given() {
        Browser settings = browser(administrator);
        Answer page = settings.get("/beheer");
        String partner =
                page.find("<option value=\"([0-9a-f-]{36})\">Partner van").orElseThrow();
        PageForm form = PageForm.on(page, "/beheer/mandaten")
                .with("person", "Iris Officier")
                .with("partner", partner)
                .with("capacity", "INFORMATION_OFFICER")
                .with("clearanceUntil", TODAY.minusDays(1).toString());

        Answer again = settings.post("/beheer/mandaten", form.fields());

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("href=\"#clearanceUntil\"", "Kies vandaag of een latere dag");
        PageForm back = PageForm.on(again, "/beheer/mandaten");
        assertThat(back.value("person")).isEqualTo("Iris Officier");
        assertThat(back.value("clearanceUntil")).isEqualTo(TODAY.minusDays(1).toString());
        assertThat(settings.get("/beheer").body()).doesNotContain("Iris Officier");
        assertThat(settings.post(
                                "/beheer/mandaten",
                                back.with("clearanceUntil", TODAY.toString()).fields())
                        .location())
                .isEqualTo("/beheer");
    }

    @Test
    void the_community_of_a_partner_is_corrected_and_the_log_says_so() {
        Browser settings = browser(coordinator);
        String page = "/beheer/partners/" + partnerOf(clb);
        assertThat(settings.get("/beheer").body()).contains("href=\"" + page + "\"");
        PageForm form = PageForm.on(settings.get(page), page);
        assertThat(form.value("community")).isEqualTo("FLEMISH");

        assertThat(settings.post(page, form.with("community", "MARTIAN").fields())
                        .status())
                .isEqualTo(422);
        Answer corrected = settings.post(page, form.with("community", "WALLOON").fields());

        assertThat(corrected.location()).isEqualTo("/beheer");
        assertThat(settings.follow(corrected).body())
                .contains("Bewaard: Partner van " + clb)
                .containsSubsequence("Partner van " + clb, "<td>Waals Gewest</td>");
        assertThat(browser(dpo).get("/audit").body()).contains("overheid van een partner gewijzigd");
        String call = "/partners/" + partnerOf(clb) + "/community";
        assertThat(done(api(administrator).put(call, Map.of("community", "FRENCH")))
                        .get("community")
                        .asString())
                .isEqualTo("FRENCH");
        refused(api(administrator).put(call, Map.of()), 422, "required");
        Browser outsider = browser(clb);
        assertThat(outsider.get(page).status()).isEqualTo(404);
        outsider.get("/taken");
        assertThat(outsider.post(page, "community", "FEDERAL").status()).isEqualTo(404);
    }

    private String partnerOf(String username) {
        return api(username).get("/me").json().at("/partner/id").asString();
    }

    @Test
    void the_log_is_the_whole_cells_to_the_dpo_and_ones_own_to_others() {
        String signal = aSignalFiled();
        Browser reads = browser(dpo);
        Answer log = reads.get("/audit");
        assertThat(log.status()).isEqualTo(200);
        assertThat(log.body()).contains("Persoon " + clb).doesNotContain("Verhaegen");

        assertThat(browser(administrator).get("/audit").body()).doesNotContain("Persoon " + clb);
        Answer checkpoint = reads.post("/audit/controlepunt");
        assertThat(checkpoint.status()).isLessThan(400);
        Answer export = reads.post("/audit/export");
        assertThat(export.header("Content-Type").orElse("")).contains("zip");
        assertThat(browser(ocmw).get("/aanmeldingen/" + signal).status()).isEqualTo(404);
    }
}
