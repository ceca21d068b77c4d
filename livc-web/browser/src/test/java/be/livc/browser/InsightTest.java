package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of the work without telling of anybody: the report to the council, and phenomena that cells report. */
@ExtendWith(Stage.Setter.class)
class InsightTest {

    @Test
    void the_mayor_reports_to_the_council_in_sentences_and_takes_it_along(Stage stage) throws IOException {
        try (Story story = new Story(stage)) {
            Person mayor = story.the("burgemeester").visits("/statistieken");
            mayor.sees("Tijd tot de toetsing")
                    .sees("Overdrachten naar een andere cel")
                    .sees("Noodtoegang");

            mayor.follows("Verslag aan de gemeenteraad");

            mayor.sees("Voorbeeldstad").sees("Plannen en maatregelen").doesNotSee("Voorbeeldgemeente");
            Download report = mayor.page()
                    .waitForDownload(
                            () -> mayor.main().getByText("Verslag als PDF").click());
            byte[] pdf = Files.readAllBytes(report.path());
            assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            stage.inspection().assertNothingFound();
        }
    }

    @Test
    void a_phenomenon_is_rewritten_without_names_and_the_flemish_platform_sees_it_by_theme_and_region(Stage stage) {
        try (Story story = new Story(stage)) {
            Person member = story.the("clb").visits("/trends");
            member.takes("Thema", "School").takes("Regio", "Limburg");
            member.writes("Wat merkt u?", "Jasper Wuyts (0470 12 34 56) deelt filmpjes in het kolibriefenomeen.");
            member.presses("Versturen").sees("Er is nog niets verstuurd");
            member.writes("Wat merkt u?", "Leerlingen delen filmpjes in het kolibriefenomeen.");
            member.presses("Versturen").sees("Uw melding is verstuurd.");

            Person platform = story.the("vlaanderen").visits("/trends");

            platform.sees("kolibriefenomeen").doesNotSee("Wuyts").doesNotSee("CLB Voorbeeldstad");
            platform.takes("Thema", "School")
                    .takes("Regio", "Limburg")
                    .presses("Tonen")
                    .sees("kolibriefenomeen");
            platform.takes("Regio", "Antwerpen").presses("Tonen").doesNotSee("kolibriefenomeen");
            platform.visits("/statistieken").sees("Alle cellen").doesNotSee("Per cel");
            stage.inspection().assertNothingFound();
        }
    }
}
