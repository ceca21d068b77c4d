package be.livc.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.web.PrisonWorkTest;
import be.livc.workflow.pivc.CandidateFlow;
import be.livc.workflow.pivc.ReleaseFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits in a prison whose permission has ended: the list says what has to wait for a new one, and who records it. */
class PrisonWorkListTest extends PrisonWorkTest {

    private static final String HELD = "kan pas na een nieuwe toestemming";
    private static final String RECORD = "href=\"/beheer/grondslagen/toestemming\"";
    private static final String ASK = "Vraag de coördinator van uw cel";

    private CaseId caseId;

    @BeforeEach
    void a_case_and_a_candidate() {
        caseId = admitted();
        candidate();
    }

    private void thePermissionEnds() {
        prison.in(() -> {
            LegalBases bases = bean(LegalBases.class);
            bases.all().forEach(basis -> bases.withdraw(basis.id()));
            return true;
        });
    }

    private String tasks(String username) {
        return browser(username).get("/taken").body();
    }

    @Test
    void a_step_that_the_ended_permission_stops_is_marked_and_leads_to_the_case_that_says_why() {
        assertThat(tasks(coordinator))
                .contains("/overleg/nieuw?dossier=" + caseId)
                .doesNotContain(HELD, RECORD);

        thePermissionEnds();

        String list = tasks(coordinator);
        assertThat(list.split(HELD, -1))
                .as("planning a consultation and watching the release, not the check of a candidate")
                .hasSize(3);
        assertThat(list)
                .contains("Basistoets doen", "href=\"/dossiers/" + caseId + "\"", RECORD)
                .doesNotContain("/overleg/nieuw?dossier=", "/vrijlating");
        assertThat(browser(coordinator).get("/dossiers/" + caseId).body()).contains(RECORD);
    }

    @Test
    void the_next_steps_of_a_case_lead_to_a_new_permission_or_say_whom_to_ask() {
        thePermissionEnds();

        String page = browser(coordinator).get("/dossiers/" + caseId).body();
        assertThat(page.substring(page.indexOf("livc-waiting"))).contains(HELD, RECORD);
        String asDirection = browser(direction).get("/dossiers/" + caseId).body();
        assertThat(asDirection.substring(asDirection.indexOf("livc-waiting")))
                .contains(HELD, ASK)
                .doesNotContain(RECORD);
    }

    @Test
    void that_the_permission_has_ended_is_told_once_on_a_page() {
        prison.in(() -> {
            LegalBases bases = bean(LegalBases.class);
            bases.all().forEach(basis -> bases.end(basis.id(), TODAY.minusDays(1)));
            return true;
        });

        String page = browser(coordinator).get("/dossiers/" + caseId).body();
        assertThat(page)
                .contains("Dit dossier is alleen-lezen")
                .doesNotContain("Er is vandaag geen wettelijke grondslag");
        assertThat(page.split("livc-warning__text", -1))
                .as("on the page of a case")
                .hasSize(2);
        assertThat(page.split(RECORD, -1)).as("where a new one is recorded").hasSize(2);
        assertThat(tasks(coordinator).split("livc-warning__text", -1))
                .as("on the work list")
                .hasSize(2);
    }

    @Test
    void a_step_of_a_case_that_is_offered_or_frozen_says_what_it_waits_for() {
        ACell town = cell();
        person(town, Capacity.COORDINATOR);
        person(town, Capacity.INFORMATION_OFFICER);
        record(town, BasisKind.LAW, 50);
        CaseId offered = admitted();
        prison.in(() -> {
            bean(ReleaseFlow.class).relocate(as(prison, direction), caseId);
            return true;
        });
        prison.in(() -> bean(ReleaseFlow.class).releasedTo(as(prison, direction), offered, town.id(), "Vrij op bevel"));

        assertThat(tasks(coordinator))
                .contains(
                        "kan pas als de andere cel heeft geantwoord",
                        "kan pas als het dossier niet meer bevroren is",
                        "/dossiers/" + caseId + "/vrijlating")
                .doesNotContain("/overleg/nieuw?dossier=", HELD, RECORD);
    }

    @Test
    void a_candidate_waits_for_the_check_of_the_coordinator_and_the_decision_of_the_direction() {
        assertThat(browser(psychosocial).get("/aanmeldingen/nieuw").body())
                .contains("Alleen de coördinator leest dit signaal, en de directie")
                .doesNotContain("information officer", "burgemeester");
        Filed named = candidate();
        String page = "/aanmeldingen/" + named.id();
        assertThat(browser(coordinator).get(page).body())
                .contains(page + "/opname", "Deze kandidaat wacht op uw basistoets")
                .doesNotContain(page + "/toetsing", "information officer");
        assertThat(browser(psychosocial).get(page).body())
                .contains("Wacht op de basistoets door de coördinator")
                .doesNotContain("information officer", page + "/opname");
        assertThat(browser(coordinator).get(page + "/toetsing").status()).isEqualTo(403);

        prison.in(() -> bean(CandidateFlow.class).checkBasis(as(prison, coordinator), named.id()));

        assertThat(browser(coordinator).get(page).body())
                .contains("Wacht op de beslissing van de directie")
                .doesNotContain("burgemeester");
        assertThat(browser(direction).get(page).body())
                .contains(page + "/opname", "Beslis of deze kandidaat wordt opgenomen")
                .doesNotContain(page + "/lijst", "casuslijst komt");
    }

    @Test
    void with_a_new_permission_the_list_offers_everything_again() {
        thePermissionEnds();
        record(prison, BasisKind.PROSECUTOR_PERMISSION, 50);

        assertThat(tasks(coordinator))
                .contains("/overleg/nieuw?dossier=" + caseId)
                .doesNotContain(HELD, RECORD);
    }

    @Test
    void another_basis_than_the_permission_of_the_procureur_takes_no_mark_away() {
        thePermissionEnds();
        record(prison, BasisKind.LAW, 50);

        assertThat(tasks(coordinator)).contains(HELD);
    }

    @Test
    void who_records_no_permission_reads_whom_to_ask() {
        thePermissionEnds();

        assertThat(browser(direction).get("/dossiers/" + caseId).body())
                .contains(ASK)
                .doesNotContain(RECORD);
        assertThat(browser(direction).get("/pivc").body()).contains(ASK).doesNotContain(RECORD);
        assertThat(browser(coordinator).get("/pivc").body()).contains(RECORD).doesNotContain(ASK);
    }

    @Test
    void who_decides_on_a_candidate_reads_before_choosing_that_admitting_has_to_wait() {
        Filed named = candidate();
        prison.in(() -> bean(CandidateFlow.class).checkBasis(as(prison, coordinator), named.id()));
        String page = "/aanmeldingen/" + named.id() + "/opname";
        assertThat(browser(direction).get(page).body()).doesNotContain("Opnemen kan pas", ASK);

        thePermissionEnds();

        assertThat(browser(direction).get(page).body()).contains("Opnemen kan pas", ASK, "Niet opnemen");
    }

    @Test
    void the_parket_records_one_itself() {
        String prosecutor = person(prison, Capacity.PROSECUTOR);
        thePermissionEnds();

        assertThat(browser(prosecutor).get("/beheer/grondslagen/toestemming").status())
                .isEqualTo(200);
    }

    @Test
    void a_case_of_a_town_says_nothing_of_a_permission() {
        assertThat(browser("coordinator").get("/taken").body()).doesNotContain(HELD, RECORD, ASK);
    }
}
