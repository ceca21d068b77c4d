package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A consultation in the browser, without script: what keeps it closed, who hears what, and who does not. */
class ConsultationScreensTest extends CaseworkTest {

    private static final String SAID = "Hij komt niet meer naar de les";
    private static final String SAID_LATER = "Alleen voor wie er nog is";

    private String id(String username) {
        return mandate(username).toString();
    }

    private String planned(Browser browser) {
        browser.get("/overleg/nieuw");
        Answer planned = browser.post(
                "/overleg/nieuw",
                "date",
                TODAY.toString(),
                "place",
                "Stadhuis",
                "legalBasis",
                basis.toString(),
                "chair",
                id(mayor));
        assertThat(planned.status()).isEqualTo(302);
        return planned.location().replaceFirst("^https?://[^/]+", "");
    }

    private void onTheAgenda(Browser browser, String consultation) {
        List<String> fields = new ArrayList<>(List.of("dossier", caseNumber, "purpose", "PREVENT_TERRORISM"));
        Stream.of(mayor, coordinator, officer, clb, ocmw).forEach(who -> fields.addAll(List.of("invitees", id(who))));
        assertThat(browser.post(consultation + "/punten/nieuw", fields.toArray(String[]::new))
                        .status())
                .isEqualTo(302);
    }

    private String heldOnScreen() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);
        Browser io = browser(officer);
        io.get(consultation);
        io.post(consultation + "/punten/1/conflictcheck", "outcome", "CLEAR");
        for (String who : List.of(mayor, coordinator, officer, clb, ocmw)) {
            Browser theirs = browser(who);
            theirs.get(consultation + "/verklaring");
            assertThat(theirs.post(consultation + "/verklaring").status()).isEqualTo(302);
        }
        leader.get(consultation);
        assertThat(leader.follow(leader.post(consultation + "/openen")).body()).contains("Het overleg is geopend");
        return consultation;
    }

    private Answer tells(Browser browser, String consultation, String text, String action, String... recipients) {
        List<String> fields = new ArrayList<>(List.of("by", id(clb), "text", text));
        for (String who : recipients) {
            fields.addAll(List.of("recipients", id(who)));
        }
        if (!action.isEmpty()) {
            fields.addAll(List.of("action", action));
        }
        return browser.post(consultation + "/punten/1/mededeling", fields.toArray(String[]::new));
    }

    @Test
    void opening_is_blocked_and_the_screen_lists_every_reason_with_its_article() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);

        String page = leader.get(consultation).body();

        assertThat(page)
                .contains("Wat nog ontbreekt")
                .contains("Punt 1: de conflictcheck door de information officer is nog niet gedaan.")
                .contains("De burgemeester of een gemachtigde is nog niet aanwezig (wet 30-07-2018 art. 3 §1).")
                .contains("De preventieambtenaar")
                .contains("De gemachtigde van de korpschef")
                .containsPattern("<button[^>]*disabled[^>]*>Start overleg");
        assertThat(leader.follow(leader.post(consultation + "/openen")).body()).contains("Gepland");
    }

    @Test
    void who_does_not_open_a_consultation_is_not_told_that_everybody_is_there() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);

        assertThat(leader.get(consultation).body()).contains("Verplichte functies aanwezig: 0 van 3");
        for (String invited : List.of(officer, clb)) {
            assertThat(browser(invited).get(consultation).body())
                    .contains("Voor het overleg begint")
                    .doesNotContain("Verplichte functies aanwezig");
        }
    }

    @Test
    void a_case_goes_on_the_agenda_of_a_consultation_that_is_planned_already() {
        Browser leader = browser(coordinator);
        String ask = "/overleg/nieuw?dossier=" + caseId;
        assertThat(leader.get(ask).body()).doesNotContain("Op een gepland overleg");
        String consultation = planned(leader);
        String there = consultation + "/punten/nieuw?dossier=" + caseId;

        assertThat(leader.get(ask).body()).contains("Op een gepland overleg", "href=\"" + there + "\"");
        assertThat(PageForm.on(leader.get(there), consultation + "/punten/nieuw")
                        .value("dossier"))
                .isEqualTo(caseNumber);
        String running = "/overleg/" + held(clb);
        assertThat(leader.get(ask).body()).contains(there).doesNotContain(running + "/punten/nieuw");
        assertThat(leader.get("/overleg/nieuw").body())
                .as("without a case, a plan is a plan")
                .doesNotContain("Op een gepland overleg");
    }

    @Test
    void who_plans_without_a_valid_basis_is_led_to_where_one_is_recorded() {
        ACell young = cell();
        Browser browser = browser(person(young, Capacity.COORDINATOR));

        assertThat(browser.get("/overleg/nieuw").body())
                .containsPattern("(?s)geen geldige wettelijke basis.*href=\"/beheer/grondslagen\"");
    }

    @Test
    void a_disclosure_is_recorded_only_after_a_page_that_names_its_recipients() {
        String consultation = heldOnScreen();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");

        Answer check = tells(speaker, consultation, SAID, "", mayor, clb);
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains(SAID).contains("Persoon " + mayor).doesNotContain("Persoon " + ocmw);
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);

        assertThat(tells(speaker, consultation, SAID, "record", mayor, clb).status())
                .isEqualTo(302);
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).contains(SAID);
        assertThat(browser(ocmw).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);
    }

    @Test
    void a_disclosure_to_nobody_brings_the_form_back_with_what_was_typed() {
        String consultation = heldOnScreen();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");

        Answer refused = tells(speaker, consultation, SAID, "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(SAID).contains("Vink minstens één aanwezige aan");
    }

    @Test
    void a_basis_that_is_withdrawn_meanwhile_brings_the_form_back_with_what_was_typed_and_every_reason() {
        String consultation = heldOnScreen();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        Browser leader = browser(coordinator);
        String basis = leader.get("/beheer/grondslagen")
                .find("(/beheer/grondslagen/[0-9a-f-]{36})")
                .orElseThrow();
        leader.get(basis);
        assertThat(leader.post(basis + "/intrekken").status()).isEqualTo(302);

        Answer refused = tells(speaker, consultation, SAID, "record", mayor, clb);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(SAID)
                .contains("Geen geldige grondslag van dit overleg dient het doel")
                .contains("De grondslag “Grondslag voor deze test” is op")
                .contains("art. 458ter §1 oud Sw.");
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);
    }

    @Test
    void the_parket_and_the_officer_hide_a_case_by_its_number_and_the_others_see_only_that_it_is_suspended() {
        String parket = person(cell, Capacity.PROSECUTOR);
        Browser hides = browser(parket);
        hides.get("/dossiers/embargos");

        Answer unknown = hides.post("/dossiers/embargos", "number", "D-1999-001", "reference", "N12", "reviewDate", "");
        assertThat(unknown.status()).isEqualTo(422);
        Answer laid = hides.post(
                "/dossiers/embargos",
                "number",
                caseNumber,
                "reference",
                "notitie N12",
                "reviewDate",
                TODAY.plusDays(20).toString());

        assertThat(hides.follow(laid).body()).contains(caseNumber).contains("notitie N12");
        assertThat(hides.get("/taken").body())
                .contains("Embargo’s om te herbekijken")
                .contains(caseNumber);
        Browser leader = browser(coordinator);
        assertThat(leader.get("/dossiers").body()).contains("pgeschort").doesNotContain("Verhaegen", "N12");
        assertThat(leader.get("/dossiers/embargos").status()).isEqualTo(404);
        String lift = hides.get("/dossiers/embargos")
                .find("action=\"(/dossiers/embargos/[^\"]+/opheffen)\"")
                .orElseThrow();
        assertThat(hides.post(lift).status()).isEqualTo(302);
        assertThat(leader.get("/dossiers").body()).contains("Verhaegen");
    }

    @Test
    void someone_who_leaves_the_room_never_gets_what_is_said_then() {
        String consultation = heldOnScreen();
        Browser leaver = browser(ocmw);
        leaver.get(consultation + "/live?punt=1");
        leaver.post(consultation + "/aanwezigheid", "mandate", id(ocmw), "move", "LEAVES", "n", "1");

        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        assertThat(tells(speaker, consultation, SAID_LATER, "record", clb, ocmw).status())
                .isEqualTo(422);
        assertThat(tells(speaker, consultation, SAID_LATER, "record", clb, mayor)
                        .status())
                .isEqualTo(302);

        for (String path : List.of("/live?punt=1", "/live/stand?punt=1&sinds=x", "/verslag", "/verslag/afdruk")) {
            assertThat(leaver.get(consultation + path).body()).as(path).doesNotContain(SAID_LATER);
        }
        assertThat(browser(mayor).get(consultation + "/verslag").body()).contains(SAID_LATER);
    }

    @Test
    void the_live_part_is_sent_only_when_something_changed() {
        String consultation = heldOnScreen();
        Browser reader = browser(mayor);
        String page = reader.get(consultation + "/live?punt=1").body();
        String follow =
                page.replaceAll("(?s).*data-refetch=\"([^\"]+)\".*", "$1").replace("&amp;", "&");

        assertThat(reader.get(follow).status()).isEqualTo(204);
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        tells(speaker, consultation, SAID, "record", clb, mayor);

        assertThat(reader.get(follow).body()).contains(SAID).doesNotContain("<textarea");
        assertThat(browser(person(cell, Capacity.MEMBER)).get(follow).status()).isEqualTo(404);
    }

    @Test
    void what_changes_while_the_live_part_is_made_is_asked_for_once_more() throws Exception {
        String consultation = heldOnScreen();
        String part = consultation + "/live/stand?punt=1";
        Browser reader = browser(mayor);
        reader.get(consultation + "/live?punt=1");
        Browser leaver = browser(ocmw);
        leaver.get(consultation + "/live?punt=1");
        CompletableFuture<Answer> asked;

        try (Connection superuser = TestDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table legal_basis");
            asked = CompletableFuture.supplyAsync(() -> reader.get(part));
            while (!asked.isDone() && !isWaitingForALock(statement)) {
                Thread.sleep(20);
            }
            assertThat(asked).isNotDone();
            leaver.post(consultation + "/aanwezigheid", "mandate", id(ocmw), "move", "LEAVES", "n", "1");
            superuser.rollback();
        }

        String revision = asked.get().find("data-revision=\"([^\"]+)\"").orElseThrow();
        assertThat(reader.get(part + "&sinds=" + revision).body()).contains("vertrok om");
    }

    private static boolean isWaitingForALock(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return waiting.next();
        }
    }

    @Test
    void who_leads_sets_a_task_where_it_was_decided_and_its_owner_alone_reads_it() {
        String consultation = heldOnScreen();
        Browser leader = browser(mayor);
        assertThat(leader.get(consultation + "/live?punt=1").body())
                .contains("id=\"mededeling\"", "id=\"besluit\"", "id=\"taak\"");

        Answer set = leader.post(
                consultation + "/punten/1/taak",
                "what",
                "Bel de ouders",
                "owner",
                id(clb),
                "due",
                TODAY.plusDays(3).toString());

        assertThat(set.location()).endsWith("/live?punt=1");
        assertThat(browser(clb).get("/dossiers/" + caseId + "/plan").body()).contains("Bel de ouders");
        assertThat(browser(ocmw).get("/dossiers/" + caseId + "/plan").status()).isEqualTo(404);
        assertThat(browser(clb).get(consultation + "/live?punt=1").body()).doesNotContain("id=\"taak\"");
    }

    @Test
    void scenario_12_on_screen_only_a_task_is_set_while_a_function_lacks_and_its_owner_alone_reads_it() {
        ConsultationId urgent = convened(true, mayor, coordinator, officer, clb);
        opened(urgent, mayor, clb);
        String item = "/overleg/" + urgent + "/live?punt=1";
        Browser leader = browser(mayor);

        String page = leader.get(item).body();
        assertThat(page)
                .contains("Bel eerst 101", "Nu kunnen enkel taken afgesproken worden", "Taak afspreken")
                .doesNotContain("id=\"besluit\"", "id=\"mededeling\"");
        Answer decided =
                leader.post("/overleg/" + urgent + "/punten/1/besluit", "decision", "Schorsen", "voting", "UNANIMOUS");
        assertThat(decided.status()).isEqualTo(422);
        String task = "/overleg/" + urgent + "/punten/1/taak";
        leader.get(item);
        assertThat(leader.post(task, "what", "", "owner", id(clb), "due", TODAY.toString())
                        .status())
                .isEqualTo(422);
        leader.get(item);
        assertThat(leader.post(task, "what", "Bel de ouders", "owner", id(clb), "due", TODAY.toString())
                        .status())
                .isEqualTo(302);

        assertThat(browser(clb).get("/dossiers/" + caseId + "/plan").body()).contains("Bel de ouders");
        assertThat(browser(ocmw).get("/dossiers/" + caseId + "/plan").status()).isEqualTo(404);
    }

    @Test
    void who_invites_lets_a_colleague_come_in_somebodys_place() {
        ConsultationId coming = convened(false, mayor, coordinator, clb);
        String colleague = cell.transact(() -> bean(Mandates.class)
                        .give(new GiveMandate(
                                Optional.empty(),
                                "Een collega",
                                as(clb).partner(),
                                Capacity.MEMBER,
                                TODAY.minusDays(1),
                                Optional.empty(),
                                Optional.empty())))
                .id()
                .toString();
        Browser leader = browser(coordinator);
        assertThat(leader.get("/overleg/" + coming).body()).contains("Iemand vervangen");
        String page = "/overleg/" + coming + "/punten/1/vervanging";
        assertThat(leader.get(page).body()).contains("Een collega", "Niemand anders van deze organisatie");

        assertThat(leader.post(page, "mandate", id(clb), "colleague", id(ocmw)).location())
                .isEqualTo(page);
        leader.get(page);
        assertThat(leader.post(page, "mandate", id(clb), "colleague", colleague).location())
                .startsWith("/overleg/" + coming);

        assertThat(leader.get("/overleg/" + coming).body()).contains("Een collega");
        assertThat(browser(clb).get("/overleg/" + coming).body()).doesNotContain("Verhaegen");
        assertThat(browser(clb).get(page).status()).isEqualTo(404);
    }

    @Test
    void closing_asks_once_more_and_leads_to_the_minutes() {
        String consultation = heldOnScreen();
        Browser leader = browser(coordinator);

        assertThat(leader.get(consultation + "/sluiten").body()).contains("Dit overleg sluiten?");
        assertThat(leader.post(consultation + "/sluiten").location()).endsWith("/verslag");
        assertThat(leader.get(consultation + "/verslag/afdruk").body()).contains("Vertrouwelijk – art. 458ter Sw.");
    }
}
