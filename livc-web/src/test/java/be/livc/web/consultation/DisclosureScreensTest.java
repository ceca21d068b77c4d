package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told at an item, in the browser without script: who hears it, who does not, and what brings the form back. */
class DisclosureScreensTest extends ConsultationScreensTestBase {

    private static final String SAID_LATER = "Alleen voor wie er nog is";

    @Test
    void a_disclosure_is_recorded_only_after_a_page_that_names_its_recipients() {
        String consultation = heldOnScreen();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");

        Answer check = tells(speaker, consultation, SAID, "", mayor, clb);
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains(SAID).contains("Persoon " + mayor).doesNotContain("Persoon " + ocmw);
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);

        assertThat(tells(speaker, consultation, SAID, "record", mayor, clb).status())
                .isEqualTo(302);
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).contains(SAID);
        assertThat(browser(ocmw).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);
    }

    @Test
    void a_disclosure_to_nobody_brings_the_form_back_with_what_was_typed() {
        String consultation = heldOnScreen();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");

        Answer refused = tells(speaker, consultation, SAID, "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(SAID).contains("Vink minstens één aanwezige aan");
    }

    @Test
    void a_basis_that_is_withdrawn_meanwhile_brings_the_form_back_with_what_was_typed_and_every_reason() {
        String consultation = heldOnScreen();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        Browser leader = browser(coordinator);
        String basis = leader.get("/beheer/grondslagen")
                .find("(/beheer/grondslagen/[0-9a-f-]{36})")
                .orElseThrow();
        leader.get(basis);
        assertThat(leader.post(basis + "/intrekken").status()).isEqualTo(302);

        Answer refused = tells(speaker, consultation, SAID, "record", mayor, clb);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(SAID)
                .contains("Geen geldige grondslag van dit overleg dient het doel")
                .contains("De grondslag “Grondslag voor deze test” is op")
                .contains("art. 458ter §1 oud Sw.");
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);
    }

    @Test
    void someone_who_leaves_the_room_never_gets_what_is_said_then() {
        String consultation = heldOnScreen();
        Browser leaver = browser(ocmw);
        leaver.get(consultation + "/live?punt=1");
        leaver.post(consultation + "/aanwezigheid", "mandate", id(ocmw), "move", "LEAVES", "n", "1");

        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        assertThat(tells(speaker, consultation, SAID_LATER, "record", clb, ocmw).status())
                .isEqualTo(422);
        assertThat(tells(speaker, consultation, SAID_LATER, "record", clb, mayor)
                        .status())
                .isEqualTo(302);

        for (String path : List.of("/live?punt=1", "/live/stand?punt=1&sinds=x", "/verslag", "/verslag/afdruk")) {
            assertThat(leaver.get(consultation + path).body()).as(path).doesNotContain(SAID_LATER);
        }
        assertThat(browser(mayor).get(consultation + "/verslag").body()).contains(SAID_LATER);
    }
}
