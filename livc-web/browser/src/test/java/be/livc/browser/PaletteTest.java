package be.livc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The palette of Ctrl+K: three acts from anywhere to a case, and nothing in the way of who types. */
@ExtendWith(Stage.Setter.class)
class PaletteTest {

    private static final String OPEN = "Control+k";

    private static Locator palette(Page page) {
        return page.locator("#livc-palette");
    }

    @Test
    void a_case_number_leads_to_its_case_in_three_acts(Stage stage) {
        Prepared.Listed theCase = new Prepared(stage).aCase("Sneltoetsmans");
        try (Person coordinator = Person.signIn(stage, "coordinator")) {
            coordinator.visits("/taken");
            Page page = coordinator.page();

            page.keyboard().press(OPEN);
            assertThat(page.locator("#livc-palette-term")).isFocused();
            stage.inspection().look(page);
            page.keyboard().type(theCase.number());
            page.keyboard().press("Enter");

            assertThat(page).hasURL(Pattern.compile(".*/dossiers/" + theCase.id() + ".*"));
            stage.inspection().assertNothingFound();
        }
    }

    @Test
    void a_screen_is_found_by_a_part_of_its_name_and_chosen_with_the_arrows(Stage stage) {
        try (Person coordinator = Person.signIn(stage, "coordinator")) {
            coordinator.visits("/taken");
            Page page = coordinator.page();

            page.keyboard().press(OPEN);
            page.keyboard().type("OPVÓLG");
            assertThat(palette(page).locator("[role=option]:visible")).hasCount(1);
            page.keyboard().press("ArrowDown");
            assertThat(palette(page).locator("[aria-selected=true]")).hasText("Opvolging");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(Pattern.compile(".*/opvolging$"));
        }
    }

    @Test
    void escape_goes_back_to_where_one_was_and_leaves_nothing_of_what_was_typed(Stage stage) {
        try (Person coordinator = Person.signIn(stage, "coordinator")) {
            coordinator.visits("/taken");
            Page page = coordinator.page();
            Locator link = page.locator("main a").first();
            link.focus();

            page.keyboard().press(OPEN);
            page.keyboard().type("Sneltoetsmans");
            page.keyboard().press("Escape");

            assertThat(palette(page)).isHidden();
            assertThat(link).isFocused();
            page.keyboard().press(OPEN);
            assertThat(page.locator("#livc-palette-term")).hasValue("");
        }
    }

    @Test
    void who_types_in_a_field_is_left_alone(Stage stage) {
        try (Person partner = Person.signIn(stage, "justitiehuis")) {
            partner.visits("/aanmeldingen/nieuw");
            Page page = partner.page();
            Locator name = page.getByLabel("Familienaam");
            name.fill("Kapstokmans");

            name.press(OPEN);

            assertThat(palette(page)).isHidden();
            assertThat(name).isFocused();
            assertThat(name).hasValue("Kapstokmans");
        }
    }

    @Test
    void the_desk_that_searches_nobody_goes_to_its_screens(Stage stage) {
        try (Person desk = Person.signIn(stage, "vvsg")) {
            desk.visits("/helpdesk");
            Page page = desk.page();
            page.locator("main a").first().focus();

            page.keyboard().press(OPEN);
            assertThat(palette(page).locator("form[method=post]")).hasCount(0);
            page.keyboard().type("draaib");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(Pattern.compile(".*/draaiboek$"));
        }
    }
}
