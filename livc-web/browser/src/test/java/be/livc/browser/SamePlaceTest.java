package be.livc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who does something in one row of a list comes back to that row, by keyboard and on the screen. */
@ExtendWith(Stage.Setter.class)
class SamePlaceTest {

    private static Locator seat(Page page, int nth) {
        return page.locator("main tbody tr").nth(nth);
    }

    private static double top(Locator row) {
        return row.boundingBox().y;
    }

    @Test
    void the_roll_is_called_row_by_row_without_finding_ones_place_again(Stage stage) {
        Prepared prepared = new Prepared(stage);
        Prepared.Listed theCase = prepared.aCase("Plaatsmans");
        String consultation = prepared.aConsultation(
                theCase, false, prepared.bases(), "burgemeester", "coordinator", "io", "ocmw", "clb");
        try (Person coordinator = Person.signIn(stage, "coordinator")) {
            coordinator.visits("/overleg/" + consultation + "/aanwezigheid");
            Page page = coordinator.page();
            page.setViewportSize(1000, 420);
            Locator third = seat(page, 2);
            third.locator("button").first().focus();
            double before = top(third);

            page.keyboard().press("Enter");

            assertThat(third).containsText("op papier");
            assertThat(third.locator("button").first()).isFocused();
            assertThat(top(third)).isCloseTo(before, Offset.offset(2.0));
            page.keyboard().press("Tab");
            assertThat(seat(page, 3).locator("button").first()).isFocused();

            coordinator.visits("/overleg");
            coordinator.visits("/overleg/" + consultation + "/aanwezigheid");
            assertThat(page.locator("main button:focus")).hasCount(0);
        }
    }
}
