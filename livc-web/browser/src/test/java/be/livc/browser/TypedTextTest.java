package be.livc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scenario 24: the session ends, the laptop closes, the tab is gone during a long note, and the text is still there. */
@ExtendWith(Stage.Setter.class)
class TypedTextTest {

    private static final String NEW_SIGNAL = "/aanmeldingen/nieuw";
    private static final String TOLD = "Een kapstokverhaal dat te lang is om twee keer te typen.";

    @Test
    void what_was_typed_is_there_again_and_is_saved_once(Stage stage) {
        try (Person partner = Person.signIn(stage, "ocmw")) {
            Page first = typesHalfASignal(partner);
            first.close();

            Page page = partner.page().context().newPage();
            page.navigate(NEW_SIGNAL);
            assertThat(page.locator("[data-draft-status]")).containsText("teruggezet");
            assertThat(page.getByLabel("Familienaam")).hasValue("Kapstokmans");
            assertThat(page.locator("[name='facts[0].text']")).hasValue(TOLD);
            assertThat(page.locator("[name='facts[1].text']")).hasValue("Een tweede feit.");
            stage.inspection().look(page);

            page.context().clearCookies();
            finishes(page);
            assertThat(page.locator("#livc-banners")).containsText("U bent afgemeld");
            assertThat(page.locator("[name='facts[0].text']")).hasValue(TOLD);

            signsInElsewhere(page, "ocmw");
            page.getByRole(AriaRole.BUTTON, named("Signaal indienen")).last().click();
            page.waitForURL(address -> address.matches(".*/aanmeldingen/[0-9a-f-]{36}"));
            assertThat(page.locator("main")).containsText("Kapstokmans");

            page.navigate("/aanmeldingen");
            assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("Kapstokmans")))
                    .hasCount(1);
            page.navigate(NEW_SIGNAL);
            page.waitForTimeout(500);
            assertThat(page.getByLabel("Familienaam")).hasValue("");
            stage.inspection().assertNothingFound();
        }
    }

    @Test
    void what_was_wiped_out_again_is_not_said_to_be_put_back(Stage stage) {
        try (Person partner = Person.signIn(stage, "clb")) {
            partner.visits(NEW_SIGNAL);
            Page page = partner.page();
            page.getByLabel("Familienaam").fill("Kapstokmans");
            page.getByLabel("Familienaam").fill("");
            assertThat(page.locator("[data-draft-status]")).containsText("Concept bewaard");

            page.waitForResponse(address -> address.url().contains("/concepten/"), page::reload);
            page.waitForTimeout(300);

            assertThat(page.locator("[data-draft-status]")).not().containsText("teruggezet");
            assertThat(page.locator("[data-draft-discard]")).isHidden();
        }
    }

    @Test
    void a_draft_says_that_who_was_to_speak_has_left(Stage stage) {
        Prepared prepared = new Prepared(stage);
        String meeting = prepared.aMeeting(prepared.aCase("Vertrekmans"), "burgemeester", "coordinator", "io", "ocmw");
        try (Person coordinator = Person.signIn(stage, "coordinator")) {
            coordinator.visits("/overleg/" + meeting + "/live");
            Page page = coordinator.page();
            Locator form = page.locator("form[action$='/mededeling']");
            form.locator("[name=by]").selectOption(prepared.mandate("ocmw"));
            form.locator("[name=text]").fill(TOLD);
            assertThat(form.locator("[data-draft-status]")).containsText("Concept bewaard");

            prepared.leaves(meeting, "ocmw");
            page.reload();

            assertThat(form.locator("[data-draft-status]")).containsText("Kies opnieuw bij: Wie spreekt");
            assertThat(form.locator("[name=by]")).hasValue("");
            assertThat(form.locator("[name=text]")).hasValue(TOLD);
        }
    }

    @Test
    void a_form_without_a_draft_stays_with_its_text_when_the_session_has_ended(Stage stage) {
        try (Person coordinator = Person.signIn(stage, "coordinator")) {
            coordinator.visits("/beheer");
            Page page = coordinator.page();
            page.getByText("Partner toevoegen").first().click();
            page.locator("form[action='/beheer/partners'] [name=name]").fill("Jeugdhuis Kapstok");
            page.locator("form[action='/beheer/partners'] [name=category]").selectOption("OTHER");
            page.context().clearCookies();
            page.locator("form[action='/beheer/partners'] button[type=submit]").click();
            assertThat(page.locator("#livc-banners")).containsText("U bent afgemeld");

            signsInElsewhere(page, "coordinator");
            page.locator("form[action='/beheer/partners'] button[type=submit]").click();

            assertThat(page.locator("main")).containsText("Jeugdhuis Kapstok");
        }
    }

    @Test
    void a_page_of_somebody_else_keeps_and_sends_nothing(Stage stage) {
        try (Person partner = Person.signIn(stage, "justitiehuis")) {
            partner.visits(NEW_SIGNAL);
            partner.page().context().clearCookies();
            signsInElsewhere(partner.page(), "clb");

            partner.writes("Familienaam", "Kapstokmans");

            assertThat(partner.page().locator("#livc-banners")).containsText("Iemand anders is nu aangemeld");
        }
    }

    @Test
    void the_way_back_asks_for_the_form_again_and_brings_nothing_of_what_was_sent(Stage stage) {
        try (Person partner = Person.signIn(stage, "justitiehuis")) {
            Page page = typesHalfASignal(partner);
            page.getByRole(AriaRole.BUTTON, named("Signaal indienen")).last().click();
            assertThat(page.locator(".govuk-error-summary")).isFocused();
            assertThat(page).hasURL(Pattern.compile(".*" + NEW_SIGNAL));
            page.reload();
            assertThat(page.locator(".govuk-error-summary")).hasCount(0);
            assertThat(page.locator("[name='facts[0].text']")).hasValue(TOLD);

            partner.answers("Melder", "Partner");
            finishes(page);
            page.waitForURL(address -> address.matches(".*/aanmeldingen/[0-9a-f-]{36}"));
            page.goBack();

            assertThat(page).hasURL(Pattern.compile(".*" + NEW_SIGNAL));
            assertThat(page.locator("[name='facts[0].text']")).hasValue("");
            assertThat(page.locator("[name=urgency]").first()).not().isChecked();
        }
    }

    private static Page typesHalfASignal(Person partner) {
        partner.visits(NEW_SIGNAL);
        partner.answers("Melder", "Partner");
        partner.writes("Familienaam", "Kapstokmans");
        partner.writes(partner.part("Rij 1"), "Wat gebeurde er?", TOLD);
        Page page = partner.page();
        page.locator("[data-repeat-add]").click();
        partner.writes(partner.part("Rij 2"), "Wat gebeurde er?", "Een tweede feit.");
        assertThat(page.locator("[data-draft-status]")).containsText("Concept bewaard");
        return page;
    }

    private static void finishes(Page page) {
        for (int row = 0; row < 2; row++) {
            page.locator("[name='facts[%d].date']".formatted(row)).fill(Story.day(-2));
            page.locator("[name='facts[%d].kind']".formatted(row)).selectOption("FACT");
            page.locator("[name='facts[%d].source']".formatted(row)).fill("zelf gezien");
        }
        page.locator("[name=urgency]").first().check();
        page.locator("[name=informed]").first().check();
        page.getByRole(AriaRole.BUTTON, named("Signaal indienen")).last().click();
    }

    private static void signsInElsewhere(Page page, String username) {
        Page other = page.context().newPage();
        other.navigate("/aanmelden");
        other.getByLabel("Gebruikersnaam").fill(username);
        other.getByLabel("Wachtwoord").first().fill("livc-demo");
        other.getByRole(AriaRole.BUTTON, named("Aanmelden")).last().click();
        other.waitForURL(address -> !address.contains("/aanmelden"));
        other.close();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
