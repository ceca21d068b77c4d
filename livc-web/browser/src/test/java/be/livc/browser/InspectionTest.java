package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;
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

    @Test
    void pages_are_alike_that_only_name_other_things_and_not_those_that_name_one_thing_twice() {
        String first =
                "<a href='/dossiers/01a21e6b-9d2e-7793-80de-3fbd5c23407d' id='01a21e6b-f1bc-76ee-913c-d3916889ed59'>";
        String other =
                "<a href='/dossiers/01a21e53-71be-7142-b9d7-6d505e5c6a91' id='01a21e53-719e-712d-9b7c-98ac02b1cfb3'>";
        String twice =
                "<a href='/dossiers/01a21e53-71be-7142-b9d7-6d505e5c6a91' id='01a21e53-71be-7142-b9d7-6d505e5c6a91'>";

        assertThat(Inspection.butForIds(first)).isEqualTo(Inspection.butForIds(other));
        assertThat(Inspection.butForIds(first)).isNotEqualTo(Inspection.butForIds(twice));
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
