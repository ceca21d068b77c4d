package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first page that anyone sees. */
@ExtendWith(Stage.Setter.class)
class SignInPageTest {

    @Test
    void the_first_page_has_one_heading_and_no_barrier(Stage stage) {
        try (BrowserContext session = stage.newSession(true)) {
            Page page = session.newPage();

            page.navigate("/taken");
            stage.inspection().look(page);

            assertThat(page.locator("h1").count()).isEqualTo(1);
            stage.inspection().assertNothingFound();
        }
    }
}
