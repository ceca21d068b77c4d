package be.livc.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.api.CallsTest;
import be.livc.web.pdf.PdfCheck;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The plan of action and the end of a case in the browser, without script. */
class PlanScreensTest extends CallsTest {

    private String caseId;
    private String path;
    private Browser one;
    private Browser other;

    @BeforeEach
    void a_case_with_a_plan_and_two_who_run_the_cell() {
        caseId = aCaseWithAPlan();
        path = "/dossiers/" + caseId;
        one = browser(coordinator);
        other = browser(person(cell, Capacity.COORDINATOR));
    }

    private PageForm plan(Browser editor) {
        return PageForm.on(editor.get(path + "/plan?wijzig=true"), path + "/plan");
    }

    private JsonNode stored() {
        return done(api(coordinator).get("/cases/" + caseId)).get("plan");
    }

    private String goal() {
        return stored().at("/goals/0/goal").asString();
    }

    private static Answer saved(Browser editor, String path, PageForm form) {
        return editor.post(path + "/plan", form.with("action", "save").fields());
    }

    @Test
    void who_rewords_the_same_goal_second_sees_both_texts_and_it_stays_one_goal() {
        PageForm first = plan(one).with("goals[0].goal", "Elke dag op tijd in de les");
        PageForm second = plan(other).with("goals[0].goal", "Een leerwerkplek vinden");
        assertThat(saved(one, path, first).status()).isBetween(300, 399);

        Answer conflict = saved(other, path, second);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("<title>Fout: ");
        assertThat(conflict.body()).contains("Elke dag op tijd in de les", "Een leerwerkplek vinden", "Iemand anders");
        assertThat(goal()).isEqualTo("Elke dag op tijd in de les");
        assertThat(saved(other, path, PageForm.on(conflict, path + "/plan")).status())
                .isBetween(300, 399);
        assertThat(stored().get("goals")).hasSize(1);
        assertThat(goal()).isEqualTo("Een leerwerkplek vinden");
    }

    @Test
    void two_who_reword_two_goals_are_both_heard() {
        PageForm two = plan(one).with("goals[1].domain", "FAMILY").with("goals[1].goal", "Rust thuis");
        assertThat(saved(one, path, two).status()).isBetween(300, 399);
        PageForm first = plan(one).with("goals[0].goal", "Elke dag op tijd in de les");
        PageForm second = plan(other).with("goals[1].goal", "Zijn moeder kan iemand bellen");
        assertThat(saved(one, path, first).status()).isBetween(300, 399);

        Answer together = saved(other, path, second);

        assertThat(together.status()).as(together.body()).isBetween(300, 399);
        assertThat(stored().get("goals")).hasSize(2);
        assertThat(goal()).isEqualTo("Elke dag op tijd in de les");
        assertThat(stored().at("/goals/1/goal").asString()).isEqualTo("Zijn moeder kan iemand bellen");
    }

    @Test
    void scenario_23_who_gives_the_same_measure_to_somebody_else_second_sees_to_whom_it_went_and_by_when() {
        PageForm first = plan(one)
                .with("measures[0].owner", mandateOf(officer))
                .with("measures[0].due", TODAY.plusDays(20).toString());
        PageForm second = plan(other).with("measures[0].owner", mandateOf(mayor));
        assertThat(saved(one, path, first).status()).isBetween(300, 399);

        Answer conflict = saved(other, path, second);

        assertThat(conflict.status()).isEqualTo(409);
        String sides = conflict.find("(?s)(<section class=\"livc-conflict\".*?</section>)")
                .orElseThrow();
        assertThat(sides)
                .contains("Persoon " + officer, "Persoon " + mayor, asOneReads(TODAY.plusDays(20)))
                .doesNotContain(TODAY.plusDays(20).toString());
    }

    private static String asOneReads(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.forLanguageTag("nl-BE"))
                .format(day);
    }

    @Test
    void scenario_25_a_measure_of_somebody_whose_mandate_ended_asks_for_somebody_else_wherever_it_is_followed() {
        assertThat(one.get(path + "/plan").body()).doesNotContain("mandaat beëindigd");
        done(api(administrator).post("/mandates/" + mandateOf(ocmw) + "/end", Map.of()));

        assertThat(one.get(path + "/plan").body()).contains("mandaat beëindigd");
        assertThat(one.get(path + "/plan?wijzig=true").body()).contains("Persoon " + ocmw, "Kies wie het overneemt");
        assertThat(one.get("/opvolging?stand=wacht").body()).contains("Persoon " + ocmw, "mandaat beëindigd");
        assertThat(one.get("/opvolging?weergave=bord").body()).contains("mandaat beëindigd");
    }

    @Test
    void what_the_other_changed_elsewhere_is_kept_beside_a_goal_that_both_reworded() {
        PageForm first = plan(one)
                .with("goals[0].goal", "Elke dag op tijd in de les")
                .with("measures[0].what", "Elke week twee gesprekken");
        PageForm second = plan(other).with("goals[0].goal", "Een leerwerkplek vinden");
        assertThat(saved(one, path, first).status()).isBetween(300, 399);

        Answer conflict = saved(other, path, second);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(saved(other, path, PageForm.on(conflict, path + "/plan")).status())
                .isBetween(300, 399);
        assertThat(goal()).isEqualTo("Een leerwerkplek vinden");
        assertThat(stored().at("/measures/0/what").asString()).isEqualTo("Elke week twee gesprekken");
    }

    @Test
    void what_two_people_change_in_different_fields_is_saved_of_both() {
        PageForm first = plan(one).with("goals[0].goal", "Elke dag op tijd in de les");
        PageForm second = plan(other)
                .with("reviewDate", TODAY.plusMonths(3).toString())
                .with("measures[0].what", "Elke week twee gesprekken");
        assertThat(saved(one, path, first).status()).isBetween(300, 399);

        Answer together = saved(other, path, second);

        assertThat(together.status()).as(together.body()).isBetween(300, 399);
        assertThat(goal()).isEqualTo("Elke dag op tijd in de les");
        assertThat(stored().get("reviewDate").asString())
                .isEqualTo(TODAY.plusMonths(3).toString());
        assertThat(stored().at("/measures/0/what").asString()).isEqualTo("Elke week twee gesprekken");
    }

    @Test
    void who_heard_the_goals_reads_them_with_their_day_after_they_were_reworded_without_them() {
        String heard = aListedCase();
        String consultation = anOpenConsultation(heard, ocmw);
        done(api(coordinator).put("/cases/" + heard + "/plan", aPlan()));
        done(api(coordinator).post("/consultations/" + consultation + "/close", Map.of()));
        String plan = "/dossiers/" + heard + "/plan";
        PageForm reworded = PageForm.on(one.get(plan + "?wijzig=true"), plan)
                .with("goals[0].goal", "Een leerwerkplek vinden")
                .with("action", "save");
        assertThat(one.post(plan, reworded.fields()).status()).isEqualTo(302);

        Answer read = browser(ocmw).get(plan);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).contains("u ziet ze zoals u ze hoorde op").doesNotContain("Een leerwerkplek vinden");
    }

    @Test
    void the_plan_on_paper_is_wholly_in_dutch_whatever_language_its_reader_chose() {
        PageForm form = plan(one).with("measures[0].what", "Elke week een gesprek.");
        assertThat(saved(one, path, form).status()).isBetween(300, 399);
        String inDutch = PdfCheck.text(one.get(path + "/plan.pdf").bytes());
        one.post("/taal", "taal", "fr", "terug", "/taken");
        assertThat(one.get("/taken").body()).contains("lang=\"fr\"");

        String paper = PdfCheck.text(one.get(path + "/plan.pdf").bytes());

        assertThat(paper).isEqualTo(inDutch).contains("Elke week een gesprek, tegen ");
    }

    @Test
    void a_plan_that_is_not_complete_comes_back_with_the_field_named_and_all_that_was_typed() {
        PageForm form = plan(one).with("measures[0].what", "Iets nieuws").with("reviewDate", "");

        Answer refused = saved(one, path, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Iets nieuws", "#reviewDate", "Fout:");
    }

    @Test
    void a_goal_that_is_too_aWholeStoryis_named_where_it_stands_though_the_row_before_it_was_left_blank() {
        PageForm form = plan(one)
                .with("goals[0].domain", "")
                .with("goals[0].goal", "")
                .with("goals[1].id", UUID.randomUUID().toString())
                .with("goals[1].domain", "WORK")
                .with("goals[1].goal", "Een heel lang doel. ".repeat(30));

        Answer refused = saved(one, path, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#goals[0].goal\"");
        assertThat(PageForm.on(refused, path + "/plan").fields())
                .containsSequence(
                        "goals[0].goal", "Een heel lang doel. ".repeat(30).strip());
    }

    @Test
    void progress_without_a_word_is_asked_for_again_at_its_measure() {
        String measure = stored().at("/measures/0/id").asString();
        Browser owner = browser(ocmw);
        Answer page = owner.get(path + "/plan");
        assertThat(page.body()).contains(path + "/maatregelen/" + measure + "/voortgang");

        Answer refused = owner.post(path + "/maatregelen/" + measure + "/voortgang", "report", " ", "state", "DONE");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("govuk-error-message", "Fout:");
        assertThat(stored().at("/measures/0/state").asString()).isEqualTo("OPEN");

        Answer kept = owner.post(
                path + "/maatregelen/" + measure + "/voortgang",
                "report",
                "Gesproken met de vader",
                "state",
                "RUNNING");
        assertThat(kept.location()).isEqualTo(path + "/plan");
        assertThat(owner.get(path + "/plan").body()).contains("Gesproken met de vader");
    }

    @Test
    void progress_without_a_word_leads_to_its_field_and_keeps_the_state_that_was_chosen() {
        String measure = stored().at("/measures/0/id").asString();
        String address = path + "/maatregelen/" + measure + "/voortgang";
        Browser owner = browser(ocmw);
        owner.get(path + "/plan");

        Answer refused = owner.post(address, "report", " ", "state", "DONE");

        String field = "report-" + measure;
        assertThat(refused.body())
                .contains("govuk-error-summary", "href=\"#" + field + "\"")
                .contains("aria-describedby=\"" + field + "-hint " + field + "-error\"");
        assertThat(PageForm.on(refused, address).fields()).containsSequence("state", "DONE");
    }

    @Test
    void progress_that_is_too_long_says_so_at_its_measure_and_keeps_text_and_state() {
        String measure = stored().at("/measures/0/id").asString();
        String address = path + "/maatregelen/" + measure + "/voortgang";
        String aWholeStory = "Gesproken met de vader. ".repeat(2_000).strip();
        Browser owner = browser(ocmw);
        PageForm form = PageForm.on(owner.get(path + "/plan"), address)
                .with("report", aWholeStory)
                .with("state", "DONE");

        Answer refused = owner.post(address, form.fields());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<a href=\"#report-" + measure + "\">Voortgang: dit is te lang, maak het korter</a>")
                .doesNotContain("Schrijf op hoe ver het staat");
        assertThat(PageForm.on(refused, address).fields())
                .containsSequence("report", aWholeStory)
                .containsSequence("state", "DONE");
        assertThat(stored().at("/measures/0/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void a_case_is_closed_on_a_ground_after_a_page_to_check() {
        assertThat(one.get(path + "/afsluiten").body()).contains("GOALS_REACHED");

        Answer without = one.post(path + "/afsluiten", "ground", "", "aftercare", "Het CLB blijft bereikbaar");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("#ground", "Het CLB blijft bereikbaar");

        Answer check =
                one.post(path + "/afsluiten", "ground", "GOALS_REACHED", "aftercare", "Het CLB blijft bereikbaar");
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains("Het CLB blijft bereikbaar", "Doelen bereikt");
        assertThat(done(api(coordinator).get("/cases/" + caseId)).get("phase").asString())
                .isNotEqualTo("CLOSED");

        Answer closed = one.post(
                path + "/afsluiten",
                PageForm.on(check, path + "/afsluiten")
                        .with("confirmed", "true")
                        .fields());
        assertThat(closed.location()).isEqualTo(path);
        assertThat(done(api(coordinator).get("/cases/" + caseId)).get("phase").asString())
                .isEqualTo("CLOSED");
        assertThat(browser(ocmw).get(path + "/afsluiten").status()).isEqualTo(403);
    }

    @Test
    void before_the_end_of_its_term_a_case_is_proposed_for_erasure_on_another_reason_that_somebody_chose() {
        done(api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));
        Answer page = one.get(path + "/wissing");
        assertThat(page.body())
                .contains("Voorstellen om deze casus te wissen?", "De bewaartermijn loopt nog", "NO_LONGER_NEEDED")
                .doesNotContain("TERM_OVER");

        Answer unchanged = one.post(
                path + "/wissing/voorstel",
                PageForm.on(page, path + "/wissing/voorstel").fields());

        assertThat(unchanged.status()).isEqualTo(422);
        assertThat(unchanged.body()).contains("Reden: kies een waarde uit de lijst");
        one.get(path + "/wissing");
        Answer untrue = one.post(path + "/wissing/voorstel", "reason", "TERM_OVER", "_page", path + "/wissing");
        assertThat(untrue.status()).isEqualTo(422);
        assertThat(untrue.body()).contains("Reden: de bewaartermijn is nog niet om");
        one.post(path + "/wissing/voorstel", "reason", "NO_LONGER_NEEDED");
        assertThat(browser(mayor).get(path + "/wissing").body())
                .contains("De gegevens zijn niet meer nodig", "<a class=\"govuk-link\" href=\"" + path + "\">Dossier");
    }

    @Test
    void whoever_takes_a_step_to_erase_a_case_reads_that_its_subject_waits_for_an_answer() {
        done(api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));
        String number =
                done(api(coordinator).get("/cases/" + caseId)).get("number").asString();
        Browser handles = browser(dpo);
        handles.get("/avg-verzoeken");
        String warned = "wacht verzoek V-" + TODAY.getYear() + "-";
        for (String kind : List.of("ERASURE", "ACCESS")) {
            assertThat(one.get(path + "/wissing").body()).doesNotContain(warned);
            String request = handles.post(
                            "/avg-verzoeken", "kind", kind, "receivedOn", TODAY.toString(), "requester", "Hij zelf")
                    .location();
            one.get(request);
            one.post(request + "/dossier", "dossier", number);
        }

        assertThat(one.get(path + "/wissing").body())
                .contains(warned, "(Inzage)")
                .doesNotContain("(Wissing)");
        one.post(path + "/wissing/voorstel", "reason", "NO_LONGER_NEEDED");
        assertThat(browser(mayor).get(path + "/wissing").body()).contains(warned);
    }

    @Test
    void a_closed_case_is_erased_by_three_people_each_after_a_page_to_check() {
        done(api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));
        assertThat(one.get("/bewaring").body()).contains(path + "/wissing");
        one.post(path + "/wissing/voorstel", "reason", "NO_LONGER_NEEDED");

        Browser decides = browser(mayor);
        assertThat(decides.get(path + "/wissing").body()).contains("Beslissen om deze casus te wissen?");
        for (String until : List.of("", TODAY.toString())) {
            decides.get(path + "/wissing");
            Answer again = decides.post(
                    path + "/wissing/beslissing", "decision", "keep", "until", until, "_page", path + "/wissing");
            assertThat(again.status()).as(until).isEqualTo(422);
            assertThat(again.body())
                    .as(until)
                    .contains(
                            until.isEmpty() ? "Vul in tot en met welke dag" : "Tot en met: kies een dag na vandaag",
                            "Beslissen om deze casus te wissen?");
        }
        assertThat(decides.post(path + "/wissing/beslissing", "decision", "keep", "until", "31/02/2027")
                        .body())
                .contains("Tot en met: vul een bestaande datum in");
        assertThat(decides.post(path + "/wissing/beslissing", "decision", "?", "until", "2031-01-01")
                        .status())
                .as("neither of the two is not the same as keeping")
                .isEqualTo(422);
        assertThat(decides.post(
                                path + "/wissing/beslissing",
                                "decision",
                                "keep",
                                "until",
                                TODAY.plusYears(6).toString(),
                                "_page",
                                path + "/wissing")
                        .body())
                .as("no extension without a reason")
                .contains("Schrijf op waarom", TODAY.plusYears(6).toString());
        decides.post(
                path + "/wissing/beslissing",
                "decision",
                "keep",
                "until",
                TODAY.plusYears(6).toString(),
                "reason",
                "Het parket vroeg het dossier op.");
        assertThat(decides.get(path).body()).contains("Langer bewaren", "Het parket vroeg het dossier op.");
        one.get(path + "/wissing");
        one.post(path + "/wissing/voorstel", "reason", "NO_LONGER_NEEDED");
        decides.get(path + "/wissing");
        decides.post(path + "/wissing/beslissing", "decision", "erase");

        Browser carriesOut = browser(dpo);
        assertThat(carriesOut.get(path + "/wissing").body()).contains("De wissing van deze casus uitvoeren?");
        carriesOut.post(path + "/wissing/uitvoeren");
        assertThat(carriesOut.get(path).body())
                .contains("Wisverklaring", "De gegevens zijn niet meer nodig")
                .doesNotContain("Verhaegen");
        assertThat(decides.get(path).status()).isEqualTo(404);
    }

    private void erased() {
        done(api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));
        made(api(coordinator).post("/cases/" + caseId + "/erasure-proposal", Map.of("reason", "NO_BASIS")));
        made(api(mayor).post("/cases/" + caseId + "/erasure-decision", Map.of("decision", "ERASE")));
        done(api(dpo).post("/cases/" + caseId + "/erasure", Map.of()));
    }

    @Test
    void a_certificate_names_the_rule_that_every_cell_starts_with_in_the_language_of_its_reader() {
        erased();

        Map<String, String> told = Map.of(
                "nl", "Afgesloten dossiers: 60 maanden (instelling van de cel)",
                "fr", "Dossiers clôturés\u00a0: 60 mois (réglage de la cellule)",
                "en", "Closed cases: 60 months (a setting of the cell)");
        one.get("/taken");
        told.forEach((language, rule) -> {
            one.post("/taal", "taal", language, "terug", "/taken");
            assertThat(one.get(path).body()).as(language).contains(rule);
        });
    }

    @Test
    void a_certificate_names_a_rule_of_the_cell_itself_as_the_cell_wrote_it() {
        cell.transact(() -> bean(JdbcTemplate.class)
                .update(
                        "update retention_rule set reference = 'Besluit 12 van het college' where cell_id = ?",
                        cell.id().value()));
        erased();

        one.get("/taken");
        one.post("/taal", "taal", "fr", "terug", "/taken");
        assertThat(one.get(path).body()).contains("Règle de conservation", "Besluit 12 van het college");
    }

    @Test
    void before_a_case_is_closed_its_page_names_the_measures_that_are_open_and_the_sheet_that_is_still_in_the_vote() {
        String nothing = "Niets staat nog open";
        String consultation =
                done(api(coordinator).get("/consultations")).at("/items/0/id").asString();
        String sheet = "/overleg/" + consultation + "/punten/1/fiche";
        String number = made(api(coordinator)
                        .post(
                                "/consultations/" + consultation + "/items/1/feedback-sheets",
                                Map.of("text", "De cel volgt de situatie verder op.")))
                .get("number")
                .asString();

        String[] fields = {"ground", "GOALS_REACHED", "aftercare", ""};
        for (Answer page : List.of(one.get(path + "/afsluiten"), one.post(path + "/afsluiten", fields))) {
            assertThat(page.body())
                    .contains("1 maatregel is nog niet klaar", "Elke week een gesprek", "href=\"" + path + "/plan\"")
                    .contains("nog in stemming", number, "href=\"" + sheet + "\"")
                    .doesNotContain(nothing);
        }

        String measure = stored().at("/measures/0/id").asString();
        made(api(ocmw)
                .post(
                        "/cases/" + caseId + "/measures/" + measure + "/progress",
                        Map.of("text", "Afgerond", "state", "DONE")));
        for (String voter : List.of(mayor, coordinator, officer, ocmw)) {
            Browser voting = browser(voter);
            String vote = voting.get(sheet)
                    .find("action=\"([^\"]*/fiche/[0-9a-f-]+/stem)\"")
                    .orElseThrow();
            voting.post(vote, "agrees", "true");
        }
        assertThat(one.post(path + "/afsluiten", fields).body())
                .contains(nothing)
                .doesNotContain("Elke week een gesprek", number);
    }

    @Test
    void after_a_case_was_closed_a_sheet_can_still_be_voted_on() {
        String consultation =
                done(api(coordinator).get("/consultations")).at("/items/0/id").asString();
        String sheets = "/consultations/" + consultation + "/items/1/feedback-sheets";
        String sheet = made(api(coordinator).post(sheets, Map.of("text", "De cel volgt de situatie verder op.")))
                .get("id")
                .asString();

        done(api(coordinator).post("/cases/" + caseId + "/closure", Map.of("ground", "GOALS_REACHED")));

        made(api(ocmw).post(sheets + "/" + sheet + "/votes", Map.of("agrees", true)));
    }
}
