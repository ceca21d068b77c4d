package be.livc.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.cell.Mandates;
import be.livc.web.WebTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** How a mail says where to sign in, with and without the address of the program. */
class LetterWordsTest extends WebTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 4);

    @Test
    void with_an_address_a_mail_leads_to_the_page() {
        assertThat(invitation("https://livc.voorbeeld.be", Locale.forLanguageTag("nl")))
                .contains("om te antwoorden: https://livc.voorbeeld.be/uitnodigingen\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void without_an_address_a_mail_has_no_place_for_a_link(String language) {
        String written = invitation("", Locale.forLanguageTag(language));

        assertThat(written).doesNotContain("http", "/uitnodigingen", "{").doesNotContainPattern(":[^\n0-9]");
    }

    @Test
    void without_an_address_a_mail_says_in_a_sentence_where_to_sign_in() {
        assertThat(invitation("", Locale.forLanguageTag("nl")))
                .contains("Meld u aan in het programma van uw cel om te zien waarover het gaat en om te antwoorden.\n");
    }

    private String invitation(String address, Locale language) {
        return new LetterText(bean(MessageSource.class), bean(Mandates.class), bean(Accounts.class), address)
                .invitation(DAY, Optional.of(LocalTime.of(9, 30)), language);
    }
}
