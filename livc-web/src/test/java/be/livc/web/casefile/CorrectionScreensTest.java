package be.livc.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import org.junit.jupiter.api.Test;

/** Scenario 17 on screen: a disputed word and what corrects it lead to each other. */
class CorrectionScreensTest extends CaseworkTest {

    @Test
    void scenario_17_whoever_reads_the_disputed_piece_is_led_to_its_correction() {
        String page = "/dossiers/" + caseId;
        Browser leader = browser(coordinator);
        String pieces = leader.get(page).body();
        String correct = pieces.substring(pieces.indexOf("Zei het zelf"))
                .replaceFirst("(?s).*?(/dossiers/[^\"]+/rechtzetting).*", "$1");
        String piece = correct.replaceFirst(".*/stukken/([^/]+)/.*", "$1");
        leader.get(correct);
        assertThat(leader.post(correct, "text", "Hij bedoelde een ander.").status())
                .isEqualTo(302);

        for (Browser reader : new Browser[] {leader, browser(clb)}) {
            String timeline = reader.get(page).body();
            String correction =
                    timeline.replaceFirst("(?s).*id=\"stuk-([^\"]+)\"[^>]*><a[^>]*#stuk-" + piece + ".*", "$1");
            assertThat(correction).hasSize(36);
            assertThat(timeline.substring(timeline.indexOf("Zei het zelf") - 600))
                    .contains("href=\"#stuk-" + correction + "\"", "Rechtgezet");
        }
    }
}
