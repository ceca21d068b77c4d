package be.livc.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The DPO reviews an access that a rule put before them: no outcome by accident, and none that vanishes. */
class UnusualAccessScreensTest extends CaseworkTest {

    private static final String PAGE = "/audit/ongewoon";

    private Browser dpo;

    @BeforeEach
    void somebody_took_emergency_access() {
        dpo = browser(person(cell, Capacity.DPO));
        Browser taking = browser(ocmw);
        taking.get("/noodtoegang");
        taking.post("/noodtoegang", "number", caseNumber, "reason", "MISSING_PERSON", "hours", "1");
    }

    @Test
    void a_finding_without_an_outcome_chosen_comes_back_and_stays_open() {
        assertThat(dpo.get(PAGE).body())
                .as("nothing is chosen for the DPO")
                .containsPattern("<select[^>]* name=\"outcome\"[^>]*>\\s*<option value=\"\"");
        PageForm form = PageForm.on(dpo.get(PAGE), PAGE);

        Answer refused = dpo.post(PAGE, form.fields());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Kies de uitkomst", "nam noodtoegang");
        assertThat(dpo.get(PAGE).body()).doesNotContain("Laatst beoordeeld");
    }

    @Test
    void a_finding_names_the_case_by_its_number_while_it_waits_and_afterwards() {
        assertThat(dpo.get(PAGE).body()).contains("nam noodtoegang tot dossier " + caseNumber);

        dpo.post(
                PAGE,
                PageForm.on(dpo.get(PAGE), PAGE).with("outcome", "EXPLAINED").fields());

        assertThat(dpo.get(PAGE).body()).contains("Laatst beoordeeld", "nam noodtoegang tot dossier " + caseNumber);
    }

    @Test
    void a_night_of_work_is_told_in_one_sentence_with_the_number_of_each_case() {
        dpo.get(PAGE);
        dpo.post(PAGE + "/regel", "rule", "NIGHT", "active", "true", "threshold", "6");
        browser(coordinator).get("/dossiers/" + caseId);

        assertThat(dpo.get(PAGE).body())
                .contains("opende in een nacht dossier " + caseNumber + ", buiten de gewone uren.");
    }

    @Test
    void what_is_about_no_single_case_leads_to_what_that_person_did_then() {
        dpo.get(PAGE);
        dpo.post(PAGE + "/regel", "rule", "TRYING", "active", "true", "threshold", "1");
        browser(ocmw).get("/dossiers/" + UUID.randomUUID());

        Element link = Objects.requireNonNull(
                Jsoup.parse(dpo.get(PAGE).body()).selectFirst("a:contains(Wat deze persoon toen deed)"));

        List<String> shown = Jsoup.parse(dpo.get(link.attr("href")).body())
                .select("tbody tr:has(td .livc-tag), tbody tr:has(td:contains(noodtoegang))")
                .eachText();
        assertThat(shown).anyMatch(row -> row.contains("Geweigerd")).anyMatch(row -> row.contains("noodtoegang"));
    }

    @Test
    void an_incident_says_what_follows_and_stays_to_be_read() {
        PageForm form = PageForm.on(dpo.get(PAGE), PAGE).with("outcome", "INCIDENT");

        Answer recorded = dpo.post(PAGE, form.fields());

        assertThat(dpo.follow(recorded).body())
                .contains("Vastgelegd als incident", "AVG art. 33", "Laatst beoordeeld", "nam noodtoegang");
    }
}
