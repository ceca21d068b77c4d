package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A consultation that is planned, convened and opened on the screens, and what somebody tells there. */
abstract class ConsultationScreensTestBase extends CaseworkTest {

    static final String SAID = "Hij komt niet meer naar de les";

    String id(String username) {
        return mandate(username).toString();
    }

    String planned(Browser browser) {
        browser.get("/overleg/nieuw");
        Answer planned = browser.post(
                "/overleg/nieuw",
                "date",
                TODAY.toString(),
                "place",
                "Stadhuis",
                "legalBasis",
                basis.toString(),
                "chair",
                id(mayor));
        assertThat(planned.status()).isEqualTo(302);
        return planned.location().replaceFirst("^https?://[^/]+", "");
    }

    void onTheAgenda(Browser browser, String consultation) {
        List<String> fields = new ArrayList<>(List.of("dossier", caseNumber, "purpose", "PREVENT_TERRORISM"));
        Stream.of(mayor, coordinator, officer, clb, ocmw).forEach(who -> fields.addAll(List.of("invitees", id(who))));
        assertThat(browser.post(consultation + "/punten/nieuw", fields.toArray(String[]::new))
                        .status())
                .isEqualTo(302);
    }

    String heldOnScreen() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);
        Browser io = browser(officer);
        io.get(consultation);
        io.post(consultation + "/punten/1/conflictcheck", "outcome", "CLEAR");
        for (String who : List.of(mayor, coordinator, officer, clb, ocmw)) {
            Browser theirs = browser(who);
            theirs.get(consultation + "/verklaring");
            assertThat(theirs.post(consultation + "/verklaring").status()).isEqualTo(302);
        }
        leader.get(consultation);
        assertThat(leader.follow(leader.post(consultation + "/openen")).body()).contains("Het overleg is geopend");
        return consultation;
    }

    Answer tells(Browser browser, String consultation, String text, String action, String... recipients) {
        List<String> fields = new ArrayList<>(List.of("by", id(clb), "text", text));
        for (String who : recipients) {
            fields.addAll(List.of("recipients", id(who)));
        }
        if (!action.isEmpty()) {
            fields.addAll(List.of("action", action));
        }
        return browser.post(consultation + "/punten/1/mededeling", fields.toArray(String[]::new));
    }
}
