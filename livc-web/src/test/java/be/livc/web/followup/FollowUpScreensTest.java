package be.livc.web.followup;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.casefile.Reminders;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import be.livc.workflow.livcr.CaseFlow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The follow-up in the browser, without script, and as REST calls. */
class FollowUpScreensTest extends CaseworkTest {

    private static final Goal SCHOOL = new Goal("SCHOOL", "Weer naar de les");

    @BeforeEach
    void a_case_with_a_plan() {
        closed(held());
        plan(
                measure(ocmw, "Huisbezoek van het OCMW", TODAY.minusDays(2)),
                measure(clb, "Gesprek op school", TODAY.plusDays(30)));
    }

    private void plan(PlannedMeasure... measures) {
        cell.in(() -> {
            bean(CaseFlow.class)
                    .changePlan(
                            as(coordinator),
                            caseId,
                            new ChangePlan(List.of(SCHOOL), List.of(measures), TODAY.plusDays(60), Optional.empty()));
            return true;
        });
    }

    private PlannedMeasure measure(String owner, String what, LocalDate due) {
        return cell.in(
                () -> new PlannedMeasure(Optional.empty(), what, as(owner).mandate(), due, Optional.of(SCHOOL.id())));
    }

    @Test
    void the_work_list_has_one_row_for_the_late_measures_of_a_case_with_the_date_of_the_first() {
        plan(
                measure(ocmw, "Huisbezoek van het OCMW", TODAY.minusDays(2)),
                measure(clb, "Gesprek op school", TODAY.minusDays(5)));

        assertThat(browser(coordinator).get("/taken").body())
                .contains("5 dagen te laat", "<td class=\"livc-table__number\"><span>2</span>")
                .doesNotContain("2 dagen te laat");
        assertThat(browser(ocmw).get("/taken").body())
                .contains("2 dagen te laat", "<td class=\"livc-table__number\"><span>1</span>")
                .doesNotContain("5 dagen te laat");
    }

    @Test
    void who_does_not_run_the_cell_has_a_list_of_their_own_measures_late_or_not() {
        plan(measure(officer, "Gesprek met de wijkagent", TODAY.plusDays(30)));

        assertThat(browser(officer).get("/taken").body())
                .contains("Mijn maatregelen")
                .doesNotContain("Maatregelen die te laat zijn");
        plan(measure(officer, "Gesprek met de wijkagent", TODAY.minusDays(3)));
        assertThat(browser(coordinator).get("/taken").body()).contains("Maatregelen die te laat zijn");
    }

    @Test
    void a_late_measure_keeps_its_day_and_no_other_day_that_has_passed_is_taken() {
        Browser browser = browser(coordinator);
        String plan = "/dossiers/" + caseId + "/plan";
        PageForm form = PageForm.on(browser.get(plan + "?wijzig=true"), plan).with("action", "save");
        String lastYear = TODAY.minusYears(1).toString();

        Answer refused = browser.post(
                plan,
                form.with("measures[1].due", lastYear)
                        .with("reviewDate", lastYear)
                        .with("goals[0].goal", "Elke dag naar de les")
                        .fields());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "href=\"#measures[1].due\"", "href=\"#reviewDate\"", "Kies vandaag of een latere dag", lastYear)
                .doesNotContain("href=\"#measures[0].due\"");
        PageForm again = PageForm.on(browser.get(plan + "?wijzig=true"), plan).with("action", "save");
        assertThat(browser.post(
                                plan,
                                again.with("goals[0].goal", "Elke dag naar de les")
                                        .fields())
                        .status())
                .isEqualTo(302);
    }

    @Test
    void the_coordinator_finds_what_is_late_as_a_list_and_everything_on_the_board() {
        Browser browser = browser(coordinator);

        Answer list = browser.get("/opvolging");
        assertThat(list.body())
                .contains("Huisbezoek van het OCMW", "2 dagen te laat")
                .doesNotContain("Gesprek op school");
        assertThat(list.body()).contains("/dossiers/" + caseId + "/plan#maatregel-");
        Answer board = browser.get("/opvolging?weergave=bord");
        assertThat(board.body())
                .contains("Huisbezoek van het OCMW", "Gesprek op school", "Herziening van de casus", ">Later<")
                .doesNotContain("Wacht op partner");
        Answer ofTheClb = browser.get(
                "/opvolging?stand=wacht&wie=" + cell.in(() -> as(clb)).mandate());
        assertThat(ofTheClb.body()).contains("Gesprek op school").doesNotContain("Herziening van de casus");
    }

    @Test
    void a_partner_finds_their_own_measures_and_no_trace_of_others() {
        Browser browser = browser(clb);

        for (String path : List.of(
                "/opvolging",
                "/opvolging?stand=wacht",
                "/opvolging?weergave=bord",
                "/opvolging?stand=te-laat&wie=" + cell.in(() -> as(ocmw)).mandate())) {
            assertThat(browser.get(path).body()).as(path).doesNotContain("Huisbezoek van het OCMW");
        }
        assertThat(browser.get("/opvolging?stand=wacht").body()).contains("Gesprek op school");
        assertThat(api(ocmw).get("/measures?stage=LATE").json().get("items")).hasSize(1);
        assertThat(api(clb).get("/measures?stage=LATE").json().get("items")).isEmpty();
        assertThat(api(clb).get("/measures?stage=SOMETIMES").status()).isEqualTo(422);
    }

    @Test
    void a_reminder_names_no_person_and_is_put_away() {
        cell.in(() -> bean(Reminders.class).remind());
        Browser browser = browser(ocmw);

        Answer page = browser.get("/opvolging?stand=klaar");
        assertThat(page.body()).contains("Herinneringen").doesNotContain("Verhaegen");
        String id = page.find("/opvolging/herinneringen/([0-9a-f-]+)/gezien").orElseThrow();
        browser.post("/opvolging/herinneringen/" + id + "/gezien");
        assertThat(browser.get("/opvolging?stand=klaar").body()).doesNotContain("Herinneringen");
    }

    @Test
    void a_reminder_in_french_has_a_space_before_its_colon_that_does_not_break() {
        cell.in(() -> bean(Reminders.class).remind());
        Browser browser = browser(ocmw);
        assertThat(browser.get("/opvolging?stand=klaar").body()).contains("</a>: <time");

        browser.post("/taal", "taal", "fr", "terug", "/opvolging");

        assertThat(browser.get("/opvolging?stand=klaar").body()).contains("Rappels", "</a>\u00a0: <time");
    }

    @Test
    void scenario_23_two_who_change_the_same_goal_lose_neither_wording() {
        Browser first = browser(coordinator);
        Browser second = browser(coordinator);
        String version = first.get("/dossiers/" + caseId + "/plan?wijzig=true")
                .find("name=\"version\" value=\"(\\d+)\"")
                .orElseThrow();
        second.get("/dossiers/" + caseId + "/plan?wijzig=true");

        assertThat(change(first, version, "Elke dag naar de les").status()).isEqualTo(302);
        Answer conflict = change(second, version, "Halve dagen naar de les");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("Elke dag naar de les", "Halve dagen naar de les");
        assertThat(conflict.find("name=\"goals\\[(1)\\].goal\""))
                .as("it stays one goal, on which the second decides")
                .isEmpty();
        assertThat(second.get("/dossiers/" + caseId + "/plan").body())
                .as("until then the first wording holds")
                .contains("Elke dag naar de les")
                .doesNotContain("Halve dagen naar de les");
    }

    private Answer change(Browser browser, String version, String goal) {
        return browser.post(
                "/dossiers/" + caseId + "/plan",
                "action",
                "save",
                "version",
                version,
                "goals[0].id",
                SCHOOL.id().toString(),
                "goals[0].domain",
                "SCHOOL",
                "goals[0].goal",
                goal,
                "goals[0].state",
                "PARTLY",
                "reviewDate",
                TODAY.plusDays(60).toString());
    }

    @Test
    void an_outcome_is_recorded_once_the_assessor_is_known_to_be_trained_and_drawn_beside_its_table() {
        Browser browser = browser(coordinator);
        String assessor = cell.in(() -> as(officer)).mandate().toString();
        browser.get("/dossiers/" + caseId + "/risicotaxatie");

        Answer refused = outcome(browser, assessor, TODAY.minusDays(20), "HIGH");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("geen geldige opleiding");
        browser.get("/opvolging/opleidingen");
        assertThat(browser.post(
                                "/opvolging/opleidingen",
                                "assessor",
                                assessor,
                                "tool",
                                "VERA_2R",
                                "proof",
                                "Attest 114",
                                "validFrom",
                                TODAY.minusYears(1).toString())
                        .status())
                .isEqualTo(302);
        assertThat(outcome(browser, assessor, TODAY.minusDays(20), "HIGH").status())
                .isEqualTo(302);
        assertThat(api(coordinator)
                        .post(
                                "/cases/" + caseId + "/risk-assessments",
                                Map.of(
                                        "tool",
                                        "VERA_2R",
                                        "version",
                                        "2.1",
                                        "assessor",
                                        assessor,
                                        "date",
                                        TODAY.toString(),
                                        "outcome",
                                        "LOW"))
                        .status())
                .isEqualTo(201);

        Answer course = browser.get("/dossiers/" + caseId + "/risicotaxatie");
        assertThat(course.body()).contains("<polyline points=\"110,70 610,162\"", "Attest 114", "VERA-2R 2.1");
        assertThat(api(coordinator)
                        .get("/cases/" + caseId + "/risk-assessments")
                        .json())
                .hasSize(2);
        assertThat(browser.get("/dossiers/" + caseId).body()).contains("Risicotaxatie: VERA-2R");
        assertThat(browser(clb).get("/dossiers/" + caseId + "/risicotaxatie").body())
                .doesNotContain("Attest 114");
    }

    private Answer outcome(Browser browser, String assessor, LocalDate day, String outcome) {
        return browser.post(
                "/dossiers/" + caseId + "/risicotaxatie",
                "tool",
                "VERA_2R",
                "version",
                "2.1",
                "assessor",
                assessor,
                "assessedOn",
                day.toString(),
                "outcome",
                outcome);
    }
}
