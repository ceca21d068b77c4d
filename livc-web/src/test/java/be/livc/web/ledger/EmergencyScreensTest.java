package be.livc.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who cannot wait does not type anything twice: what is wrong stands at its field, beside all that was filled in. */
class EmergencyScreensTest extends CaseworkTest {

    private static final String PAGE = "/noodtoegang";

    private Browser taking;

    @BeforeEach
    void somebody_cannot_wait() {
        taking = browser(ocmw);
        taking.get(PAGE);
    }

    @Test
    void without_a_reason_the_number_and_the_hours_stay_and_the_reason_is_asked_at_its_field() {
        Answer refused = taking.post(PAGE, "number", caseNumber, "reason", "", "hours", "3");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#reason\"", "Kies een reden", "value=\"" + caseNumber + "\"")
                .containsPattern("<option[^>]*value=\"3\"[^>]*selected");
    }

    @Test
    void a_number_that_is_not_there_or_not_filled_in_is_told_at_its_field_and_the_reason_stays() {
        Answer unknown = taking.post(PAGE, "number", "D-1999-001", "reason", "MISSING_PERSON", "hours", "1");
        Answer without = taking.post(PAGE, "number", "", "reason", "MISSING_PERSON", "hours", "1");

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("href=\"#number\"", "value=\"D-1999-001\"")
                .containsPattern("<option[^>]*value=\"MISSING_PERSON\"[^>]*selected");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("href=\"#number\"", "Vul het nummer van het dossier in");
    }

    @Test
    void an_hour_that_cannot_be_chosen_is_told_at_its_field() {
        Answer refused = taking.post(PAGE, "number", caseNumber, "reason", "MISSING_PERSON", "hours", "zes");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#hours\"", "Hoogstens vier uur");
    }
}
