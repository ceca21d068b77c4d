package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the inspection of pages finds something where something is wrong. */
@ExtendWith(Stage.Setter.class)
class InspectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='/logo.svg'>",
                "<button></button>",
                "<p style='color: #bbb; background: #fff'>Nauwelijks te lezen</p>",
                "<form><button data-repeat-add value='rij'>Voeg toe</button></form>"
            })
    void a_page_with_a_barrier_is_told(String wrong, Stage stage) {
        assertThatThrownBy(() -> inspect("<main><h1>Pagina</h1>" + wrong + "</main>", stage))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_page_without_one_passes(Stage stage) {
        inspect("<main><h1>Pagina</h1><p>Tekst</p></main>", stage);
    }

    private static void inspect(String body, Stage stage) {
        Inspection inspection = new Inspection(stage.program().address());
        try (BrowserContext session = stage.newSession(stage.program().address())) {
            inspection.watch(session);
            Page page = session.newPage();
            page.setContent("<!DOCTYPE html><html lang='nl'><head><title>Pagina</title></head><body>" + body);
            inspection.look(page);
        }
        inspection.assertNothingFound();
    }
}
