package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Api;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing a planned consultation, taking a case off its agenda and calling it off, in the browser and by call. */
class ReplanningScreensTest extends CaseworkTest {

    private String aPlannedConsultation() {
        return "/overleg/" + convened(false, mayor, coordinator, officer, clb);
    }

    @Test
    void the_form_to_change_it_has_what_is_planned_and_keeps_what_was_typed_when_it_is_refused() {
        String consultation = aPlannedConsultation();
        Browser leader = browser(coordinator);

        assertThat(leader.get(consultation).body())
                .contains("href=\"" + consultation + "/wijzigen\"", "href=\"" + consultation + "/afgelasten\"");
        PageForm form = PageForm.on(leader.get(consultation + "/wijzigen"), consultation + "/wijzigen");
        assertThat(form.value("date")).isEqualTo(TODAY.toString());
        assertThat(form.value("place")).isEqualTo("Stadhuis");
        assertThat(form.value("chair")).isEqualTo(mandate(mayor).toString());

        Answer refused = leader.post(
                consultation + "/wijzigen",
                form.with("place", "")
                        .with("date", TODAY.plusDays(9).toString())
                        .fields());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<title>Fout:", "href=\"#place\"", TODAY.plusDays(9).toString());

        Answer changed = leader.post(
                consultation + "/wijzigen",
                form.with("place", "Het OCMW")
                        .with("date", TODAY.plusDays(9).toString())
                        .fields());
        assertThat(leader.follow(changed).body()).contains("Het overleg is gewijzigd", "Het OCMW");
    }

    @Test
    void a_day_that_has_passed_is_asked_for_again_when_it_is_planned_and_when_it_moves() {
        String consultation = aPlannedConsultation();
        Browser leader = browser(coordinator);
        String yesterday = TODAY.minusDays(1).toString();
        PageForm changed = PageForm.on(leader.get(consultation + "/wijzigen"), consultation + "/wijzigen");
        PageForm planned = PageForm.on(leader.get("/overleg/nieuw"), "/overleg/nieuw");

        for (Answer refused : List.of(
                leader.post(
                        consultation + "/wijzigen",
                        changed.with("date", yesterday).fields()),
                leader.post(
                        "/overleg/nieuw",
                        planned.with("date", yesterday)
                                .with("place", "Stadhuis")
                                .fields()))) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("href=\"#date\"", "Kies vandaag of een latere dag", yesterday, "Stadhuis");
        }
    }

    @Test
    void on_a_day_on_which_no_basis_counts_it_does_not_move_and_says_why_at_the_basis() {
        String consultation = aPlannedConsultation();
        Browser leader = browser(coordinator);
        PageForm form = PageForm.on(leader.get(consultation + "/wijzigen"), consultation + "/wijzigen");

        Answer refused = leader.post(
                consultation + "/wijzigen",
                form.with("date", TODAY.plusYears(20).toString()).fields());

        assertThat(refused.body())
                .contains("href=\"#legalBasis\"", TODAY.plusYears(20).toString());
        assertThat(leader.get(consultation).body())
                .doesNotContain(TODAY.plusYears(20).toString());
    }

    @Test
    void a_case_is_taken_off_the_agenda_after_a_page_that_says_what_follows() {
        String consultation = aPlannedConsultation();
        Browser leader = browser(coordinator);
        String takeOff = consultation + "/punten/1/van-de-agenda";
        assertThat(leader.get(consultation).body()).contains("href=\"" + takeOff + "\"");
        assertThat(leader.get(takeOff).body()).contains("Dit dossier van de agenda halen?", caseNumber);
        assertThat(leader.get(consultation).body()).as("a page changes nothing").contains(caseNumber);

        Answer done = leader.post(takeOff);

        assertThat(leader.follow(done).body())
                .contains("staat niet meer op de agenda", "U ziet geen punt op deze agenda")
                .doesNotContain(caseNumber);
        assertThat(browser(clb).get("/uitnodigingen").body())
                .contains("Geen uitnodigingen", "U hoeft niet te komen")
                .doesNotContain(caseNumber);
        assertThat(leader.get(takeOff).status()).isEqualTo(404);
    }

    @Test
    void an_answer_and_a_conflict_check_name_an_item_by_the_place_that_the_agenda_shows() {
        String consultation = aPlannedConsultation();
        Browser leader = browser(coordinator);
        leader.get(consultation);
        leader.post(consultation + "/punten/1/van-de-agenda");
        leader.post(
                consultation + "/punten/nieuw",
                "dossier",
                caseNumber,
                "purpose",
                "PREVENT_TERRORISM",
                "invitees",
                mandate(clb).toString());
        Browser invited = browser(clb);
        invited.get(consultation);
        Browser io = browser(officer);
        io.get(consultation);

        Answer answered = invited.post(consultation + "/punten/2/antwoord", "comes", "true");
        Answer checked = io.post(consultation + "/punten/2/conflictcheck", "outcome", "CLEAR");

        assertThat(invited.follow(answered).body()).contains("U neemt deel aan punt 1.");
        assertThat(io.follow(checked).body()).contains("Punt 1 kan besproken worden.");
    }

    @Test
    void a_consultation_that_is_called_off_says_so_and_takes_nothing_more() {
        String consultation = aPlannedConsultation();
        Browser leader = browser(coordinator);
        assertThat(leader.get(consultation + "/afgelasten").body())
                .contains("Dit overleg afgelasten?", caseNumber, "U kunt dit niet ongedaan maken");

        Answer done = leader.post(consultation + "/afgelasten");

        assertThat(leader.follow(done).body())
                .contains("Het overleg is afgelast", "wachten op een ander overleg")
                .doesNotContain(
                        "Start overleg", caseNumber, consultation + "/wijzigen", consultation + "/aanwezigheid");
        assertThat(leader.get("/overleg").body()).contains("Afgelast");
        assertThat(leader.get("/dossiers/" + caseId).body()).contains("/overleg/nieuw?dossier=" + caseId);
        for (String page : new String[] {"/wijzigen", "/afgelasten"}) {
            assertThat(leader.get(consultation + page).status()).as(page).isEqualTo(409);
        }
        assertThat(leader.post(consultation + "/afgelasten").status()).isEqualTo(409);
        assertThat(browser(clb).get(consultation).status()).isEqualTo(404);
    }

    @Test
    void only_who_plans_is_offered_it() {
        String consultation = aPlannedConsultation();
        Browser partner = browser(clb);

        assertThat(partner.get(consultation).body()).doesNotContain("/wijzigen", "/afgelasten", "/van-de-agenda");
        for (String page : new String[] {"/wijzigen", "/afgelasten", "/punten/1/van-de-agenda"}) {
            assertThat(partner.get(consultation + page).status()).as(page).isEqualTo(403);
        }
    }

    @Test
    void the_same_by_call() {
        String consultation = "/consultations/" + convened(false, mayor, coordinator, officer, clb);
        Api calls = api(coordinator);

        Answer moved = calls.put(
                consultation,
                Map.of(
                        "date", TODAY.plusDays(3).toString(),
                        "place", "Het OCMW",
                        "legalBasis", basis.toString(),
                        "chair", mandate(mayor).toString()));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(calls.get(consultation).body())
                .contains("Het OCMW", TODAY.plusDays(3).toString());
        assertThat(calls.put(consultation, Map.of("place", "Het OCMW")).status())
                .isEqualTo(422);

        assertThat(calls.post(consultation + "/items/1/take-off", Map.of()).status())
                .isEqualTo(204);
        assertThat(calls.post(consultation + "/items/1/take-off", Map.of()).status())
                .isEqualTo(404);
        assertThat(calls.post(consultation + "/call-off", Map.of()).body()).contains("CALLED_OFF");
        assertThat(calls.post(consultation + "/call-off", Map.of()).status()).isEqualTo(409);
    }
}
