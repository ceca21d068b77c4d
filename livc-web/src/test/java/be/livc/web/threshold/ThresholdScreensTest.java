package be.livc.web.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import org.junit.jupiter.api.Test;

/** The numbers of the decision tables in the browser, without script. */
class ThresholdScreensTest extends WebTest {

    @Test
    void numbers_are_seen_with_their_effect_then_activated_as_a_version() {
        ACell cell = cell();
        Browser browser = browser(person(cell, Capacity.COORDINATOR));
        Answer page = browser.get("/beheer/beslistabellen");
        assertThat(page.body())
                .contains("Van 1 tot 15; standaard 5.", "burgemeester", "Enkel advies")
                .contains("name=\"values[ANSWER_DAYS]\" value=\"5\"")
                .contains("Burgemeester", "Niemand anders")
                .doesNotContain("PREPARE_ALSO_TO");

        assertThat(sent(browser, "preview", "0", "8").body()).contains("Er is nog niets gewijzigd");
        Answer refused = sent(browser, "activate", "0", "99");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Kies een geheel getal van 1 tot 15", "value=\"99\"");
        assertThat(sent(browser, "activate", "0", "8").status()).isEqualTo(302);

        assertThat(browser.get("/beheer/beslistabellen").body())
                .contains("Versie 1", "name=\"values[ANSWER_DAYS]\" value=\"8\"")
                .contains("ook bij: Information officer");
        assertThat(sent(browser, "activate", "0", "9").status()).isEqualTo(409);
        assertThat(browser(person(cell, Capacity.MEMBER))
                        .get("/beheer/beslistabellen")
                        .status())
                .isEqualTo(404);
    }

    private static Answer sent(Browser browser, String action, String version, String days) {
        return browser.post(
                "/beheer/beslistabellen",
                "action",
                action,
                "version",
                version,
                "values[ANSWER_DAYS]",
                days,
                "values[ACKNOWLEDGE_HOURS]",
                "4",
                "values[DESTINATION_DAYS]",
                "1",
                "values[PREPARE_MONTHS]",
                "3",
                "values[PROPOSAL_DAYS]",
                "14",
                "values[CONSULT_FROM]",
                "3",
                "values[UNKNOWN_FROM]",
                "5",
                "values[ANSWER_LATE_TO]",
                "INFORMATION_OFFICER",
                "values[PROPOSE_ALSO_TO]",
                "COORDINATOR");
    }
}
