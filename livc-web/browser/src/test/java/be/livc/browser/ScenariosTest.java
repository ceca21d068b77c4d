package be.livc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.browser.Prepared.Listed;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Scenarios of domain.md §11 before real screens, each with people who signed in once. Scenario 1 is in {@link WalkTest}, 4
 * and 5 are in {@link LiveTest}, 24 is in {@link TypedTextTest}.
 */
@ExtendWith(Stage.Setter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {

    private Stage stage;
    private Story story;
    private Prepared prepared;

    @BeforeAll
    void people_sign_in_when_they_are_first_needed(Stage found) {
        stage = found;
        story = new Story(found);
        prepared = new Prepared(found);
    }

    @AfterAll
    void they_leave() {
        stage.inspection().assertNothingFound();
        story.close();
    }

    @Test
    void scenario_2_the_officer_finds_an_investigation_and_the_others_see_only_that_it_is_suspended() {
        Listed listed = prepared.aCase("Zeilmaker");
        String path =
                "/overleg/" + prepared.aConsultation(listed, false, prepared.bases(), "burgemeester", "io", "clb");

        Person officer = story.the("io").visits(path).follows("Conflictcheck doen");
        officer.answers("Wat stelde u vast?", "Embargo");
        officer.page().locator("[name=reference]").fill("notitie Z14");
        officer.page().locator("[name=reviewDate]").fill(Story.day(14));
        officer.presses("Vastleggen").sees("De anderen zien enkel nog");

        for (String other : List.of("burgemeester", "coordinator", "clb")) {
            story.the(other)
                    .visits(path)
                    .sees("pgeschort")
                    .doesNotSee("Zeilmaker")
                    .doesNotSee("Z14");
        }
        story.the("coordinator").visits("/dossiers").doesNotSee("Zeilmaker");
        officer.visits(path).sees("Zeilmaker");
    }

    @Test
    void scenario_3_somebody_without_a_part_in_it_asks_who_is_followed_and_learns_nothing() {
        Listed listed = prepared.aCase("Klokkenmans");
        Person asking = story.the("justitiehuis");

        asking.visits("/zoeken");
        asking.page().locator("main input[name=term]").fill("Klokkenmans");
        asking.goesOn(asking.page().locator("main form button[type=submit]").first());
        assertThat(asking.page().locator("main")).not().containsText(listed.number());
        assertThat(asking.visitsAndGets("/dossiers/" + listed.id())).isEqualTo(404);
        String hidden = asking.text();
        assertThat(asking.visitsAndGets("/dossiers/00000000-0000-4000-8000-000000000000"))
                .isEqualTo(404);
        assertThat(asking.text()).isEqualTo(hidden);

        story.the("dpo").visits("/audit").sees("Geweigerd");
    }

    @Test
    void scenario_7_who_is_not_in_the_basis_cannot_be_invited_and_the_screen_says_why() {
        Listed listed = prepared.aCase("Vlasbloem");
        String narrow = prepared.aBasis("Wet zonder scholen", "MUNICIPALITY", "POLICE");
        String path = "/overleg/"
                + prepared.as("coordinator")
                        .post(
                                "/consultations",
                                Map.of(
                                        "date",
                                        Story.day(0),
                                        "place",
                                        "Stadhuis",
                                        "legalBases",
                                        List.of(narrow),
                                        "chair",
                                        prepared.mandate("burgemeester")))
                        .get("id")
                        .getAsString();

        Person coordinator = story.the("coordinator").visits(path).follows("Dossier op de agenda zetten");
        coordinator.takes("Dossier", listed.number());
        coordinator.takes("Doel", "Terroristische misdrijven voorkomen");
        coordinator.ticks("Sofie Claes");
        coordinator.presses("Op de agenda zetten en uitnodigen");

        coordinator.sees("Sofie Claes").sees("staat niet in een geldige grondslag voor dit doel");
        coordinator.unticks("Sofie Claes").presses("Op de agenda zetten en uitnodigen");
        coordinator.sees("Vlasbloem");
    }

    @Test
    void scenario_12_a_threat_tonight_only_tasks_until_everyone_is_there_and_the_next_meeting_ratifies() {
        Listed listed = prepared.aCase("Noordhavens");
        String urgent =
                prepared.aConsultation(listed, true, prepared.bases(), "burgemeester", "coordinator", "io", "clb");
        String item = "/overleg/" + urgent + "/live?punt=1";
        Person mayor = story.the("burgemeester").visits("/overleg/" + urgent).sees("Bel eerst 101");
        prepared.opens(urgent, "burgemeester", "clb");

        mayor.visits(item).sees("Nu kunnen enkel taken afgesproken worden").doesNotSee("Besluit vastleggen");
        mayor.writes("Wat moet er gebeuren?", "Bel de ouders van Wout vanavond nog");
        mayor.takes("Wie doet het?", "Sofie Claes");
        mayor.writes("Tegen wanneer?", Story.day(1));
        mayor.presses("Taak afspreken").sees("De taak is afgesproken");
        story.the("clb").visits("/dossiers/" + listed.id() + "/plan").sees("Bel de ouders van Wout");

        prepared.arrive(urgent, "coordinator", "io");
        mayor.visits(item).doesNotSee("Nu kunnen enkel taken").sees("Besluit vastleggen");
        prepared.as("burgemeester").post("/consultations/" + urgent + "/close", Map.of());
        mayor.visits("/overleg/" + urgent).sees("Wacht op bekrachtiging");
        String next = prepared.aMeeting(prepared.aCase("Zuidhavens"), "burgemeester", "coordinator", "io");
        mayor.visits("/overleg/" + next).presses("Bekrachtigen").sees("Het spoedoverleg is bekrachtigd");
    }

    @Test
    void scenario_13_a_quote_of_a_secret_blocks_the_sheet_and_one_who_does_not_agree_keeps_it_from_the_police() {
        Listed listed = prepared.aCase("Duinroos");
        String meeting = prepared.aMeeting(listed, "burgemeester", "coordinator", "io", "clb");
        prepared.tells("clb", meeting, "De huisarts behandelt hem al twee jaar voor een verslaving aan tramadol", true);
        prepared.as("coordinator").post("/consultations/" + meeting + "/close", Map.of());
        String sheet = "/overleg/" + meeting + "/punten/1/fiche";

        Person coordinator = story.the("coordinator").visits(sheet);
        coordinator.writes(
                "Tekst voor de lokale politie", "De huisarts behandelt hem voor een verslaving aan tramadol.");
        coordinator.presses("Leg voor aan de deelnemers").sees("Geblokkeerd");
        coordinator.writes("Tekst voor de lokale politie", "De cel volgt de situatie verder op.");
        coordinator.presses("Leg voor aan de deelnemers").sees("In stemming");
        for (String agreeing : List.of("coordinator", "burgemeester", "io")) {
            story.the(agreeing).visits(sheet).presses("Ik stem in").sees("Uw stem is genoteerd");
        }
        story.the("clb").visits(sheet).presses("Ik stem niet in");

        coordinator
                .visits(sheet)
                .sees("3 van 4 stemmen in")
                .sees("Niet verstuurd: niet iedereen stemt in")
                .doesNotSee("Geef de fiche als PDF");
    }

    @Test
    void scenario_14_an_embargo_on_what_was_shared_already_hides_it_from_those_who_heard_it() {
        Listed listed = prepared.aCase("Waterlands");
        String meeting = prepared.aMeeting(listed, "burgemeester", "coordinator", "io", "clb", "ocmw");
        prepared.tells("clb", meeting, "Zijn bromfiets staat al weken bij de buren", false);
        story.the("ocmw").visits("/dossiers/" + listed.id()).sees("Zijn bromfiets staat");

        Person officer = story.the("io").visits("/dossiers/embargos");
        officer.page().locator("[name=number]").fill(listed.number());
        officer.page().locator("[name=reference]").fill("notitie W9");
        officer.page().locator("#reviewDate").fill(Story.day(20));
        officer.goesOn(officer.main()
                .locator("form:has([name=number]) button[type=submit]")
                .first());
        officer.sees(listed.number());

        Person heard = story.the("ocmw");
        heard.visits("/dossiers/" + listed.id())
                .doesNotSee("Zijn bromfiets staat")
                .doesNotSee("Waterlands")
                .doesNotSee("W9");
        assertThat(heard.text().toLowerCase(Locale.ROOT)).contains("opgeschort");
    }

    @Test
    void scenario_17_a_disputed_word_is_corrected_beside_it_and_both_stay() {
        Listed listed = prepared.aCase("Korenaar");
        String meeting = prepared.aMeeting(listed, "burgemeester", "coordinator", "io", "clb");
        prepared.tells("clb", meeting, "Van horen zeggen bezoekt hij elke dag een kelder", false);
        prepared.as("coordinator").post("/consultations/" + meeting + "/close", Map.of());

        Person clb = story.the("clb").visits("/dossiers/" + listed.id());
        clb.goesOn(clb.main().locator("a[href$='/rechtzetting']").first());
        clb.page().locator("main textarea[name=text]").fill("Het is een fuifzaal, en enkel op zaterdag.");
        clb.goesOn(clb.main()
                .locator("form[action$='/rechtzetting'] button[type=submit]")
                .first());

        story.the("burgemeester")
                .visits("/overleg/" + meeting + "/verslag")
                .sees("Van horen zeggen bezoekt hij elke dag een kelder")
                .sees("Het is een fuifzaal");
    }

    @Test
    void scenario_25_a_mandate_that_ends_takes_along_what_was_disclosed_at_once() {
        Listed listed = prepared.aCase("Eikenblad");
        Calls administrator = prepared.as("beheer");
        administrator.post("/users", Map.of("username", "caw25", "displayName", "Lies Vos", "password", "livc-demo"));
        String partner = prepared.partner("CAW");
        String mandate = administrator
                .post(
                        "/mandates",
                        Map.of("user", "caw25", "person", "Lies Vos", "partner", partner, "capacity", "MEMBER"))
                .get("id")
                .getAsString();
        String meeting = prepared.aMeeting(listed, "burgemeester", "coordinator", "io", "clb", "caw25");
        prepared.tells("clb", meeting, "Hij slaapt sinds kort bij een oom", false);
        Person welfare = story.the("caw25");
        welfare.visits("/dossiers/" + listed.id()).sees("Hij slaapt sinds kort bij een oom");

        administrator.post("/mandates/" + mandate + "/end", Map.of());

        welfare.page().navigate("/dossiers/" + listed.id());
        welfare.doesNotSee("Hij slaapt sinds kort").doesNotSee("Eikenblad");
        story.the("dpo").visits("/audit").sees("Lies Vos");
    }

    @Test
    void a_basis_that_ends_during_a_meeting_stops_new_disclosures_at_once_and_keeps_what_was_typed() {
        Listed listed = prepared.aCase("Heidekruid");
        String basis = prepared.aBasis("Wet die vandaag afloopt", "MUNICIPALITY", "POLICE", "CLB");
        String meeting =
                prepared.aConsultation(listed, false, List.of(basis), "burgemeester", "coordinator", "io", "clb");
        prepared.opens(meeting, "burgemeester", "coordinator", "io", "clb");
        String typed = "Een lang verhaal dat niemand twee keer wil typen.";
        Person clb = story.the("clb").visits("/overleg/" + meeting + "/live?punt=1");
        Locator field = clb.page().getByLabel("Wat wordt meegedeeld");
        field.fill(typed);

        Person coordinator =
                story.the("coordinator").visits("/beheer/grondslagen/" + basis).unfolds("Einddatum zetten");
        coordinator.page().locator("form[action$='/einde'] [name=lastDay]").fill(Story.day(-1));
        coordinator.goesOn(coordinator.main().locator("form[action$='/einde'] button[type=submit]"));

        assertThat(clb.page().locator("#stand")).containsText("Geen wettelijke basis van dit overleg is nu nog geldig");
        assertThat(field).hasValue(typed);
        clb.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Nakijken"))
                .click();
        clb.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vastleggen"))
                .click();
        clb.sees("De grondslag “Wet die vandaag afloopt” verliep op");
        assertThat(clb.page().getByLabel("Wat wordt meegedeeld")).hasValue(typed);
        story.the("burgemeester").visits("/overleg/" + meeting + "/live?punt=1").doesNotSee(typed);
    }

    @Test
    void five_minutes_before_the_session_ends_a_dialog_says_so_and_what_is_typed_stays() {
        Person person = story.the("burgemeester");
        Page page = person.page().context().newPage();
        page.clock().install();
        page.navigate("/aanmeldingen/nieuw");
        Locator field = page.locator("[name='facts[0].text']");
        String typed = "Een verhaal dat halverwege is.";
        field.fill(typed);
        long seconds = Long.parseLong(page.locator("body").getAttribute("data-session-seconds"));

        page.clock().fastForward((seconds - 290) * 1000);
        assertThat(page.locator("#livc-session")).isVisible();
        assertThat(page.locator("#livc-session [data-remaining]")).containsText("4:");
        assertThat(field).hasValue(typed);
        stage.inspection().look(page);
        page.waitForResponse(
                answer -> answer.url().endsWith("/sessie"),
                () -> page.locator("#livc-session [data-extend-session]").click());
        assertThat(page.locator("#livc-session")).isHidden();
        assertThat(field).hasValue(typed);

        page.clock().fastForward((seconds + 5) * 1000);
        assertThat(page.locator("#livc-banners")).containsText("U bent afgemeld");
        assertThat(field).hasValue(typed);
        page.close();
    }
}
