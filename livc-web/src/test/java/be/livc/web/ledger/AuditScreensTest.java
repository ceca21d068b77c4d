package be.livc.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.web.Browser;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The log on screen: the DPO's all of it, everyone else's their own acts. */
class AuditScreensTest extends LogTestBase {

    @Test
    void who_has_no_door_to_cases_is_shown_no_way_to_the_access_in_an_emergency() {
        String administrator = person(cell, Capacity.ADMINISTRATOR);

        assertThat(browser(administrator).get("/audit").body()).doesNotContain("/noodtoegang");
        assertThat(browser(coordinator).get("/audit").body()).contains("href=\"/noodtoegang\"");
    }

    @Test
    void a_number_of_a_case_in_an_address_is_no_longer_than_an_address_may_be() {
        assertThat(browser(dpo).get("/audit/gezien").body())
                .containsPattern("<input[^>]*name=\"nummer\"[^>]*maxlength=");
    }

    @Test
    void the_dpo_asks_by_person_action_result_and_period() {
        Browser browser = browser(dpo);

        assertThat(browser.get("/audit").body())
                .contains("Persoon " + coordinator)
                .contains("<rect");
        assertThat(browser.get("/audit?wat=LOGIN&afloop=&van=2020-01-01&tot=2099-12-31")
                        .body())
                .contains("Persoon " + coordinator);
        assertThat(browser.get("/audit?van=2020-01-01&tot=2020-01-02").body()).contains("Geen vermeldingen");
        assertThat(browser.get("/audit?afloop=FAILED&van=2020-01-01").body()).contains("Geen vermeldingen", "Mislukt");
        assertThat(browser.get("/audit?afloop=OK").body()).contains("Persoon " + coordinator);
        assertThat(browser.get("/audit?wie=nonsense&van=2020-02-31").body())
                .contains("niet helemaal leesbaar")
                .doesNotContain("Dit is een selectie", "vermeldingen.csv?");
    }

    @Test
    void the_dpo_asks_who_saw_a_case_a_thing_and_what_a_partner_saw() {
        Browser browser = browser(dpo);

        assertThat(browser.get("/audit/gezien").status()).isEqualTo(200);
        assertThat(browser.get("/audit/gezien?nummer=D-1999-999").body()).contains("geen dossier met dit nummer");
        assertThat(browser.get("/audit/gezien?dossier=" + UUID.randomUUID()).status())
                .isEqualTo(200);
        assertThat(browser.get("/audit/gezien?ding=%3Cx%3E&partner=y").status()).isEqualTo(200);
        Browser demo = browser("dpo");
        Matcher aCase = Pattern.compile("/audit/gezien\\?dossier=([0-9a-f-]{36})\"><span>D-20")
                .matcher(demo.get("/audit?wat=DISCLOSE").body());
        assertThat(aCase.find()).isTrue();
        String page = demo.get("/audit/gezien?dossier=" + aCase.group(1)).body();
        assertThat(page).contains("meegedeeld", "kreeg dit meegedeeld", "D-20").doesNotContain("andere reden");
        Matcher aPartner = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>[^<]*[Pp]olitie")
                .matcher(page);
        assertThat(aPartner.find()).isTrue();
        assertThat(demo.get("/audit/gezien?partner=" + aPartner.group(1)).body())
                .contains("kreeg dit meegedeeld", "D-20");
    }

    @Test
    void on_a_telephone_each_entry_of_the_log_reads_as_a_card_that_names_what_its_lines_are() {
        Browser demo = browser("dpo");
        String seen = demo.get("/audit?wat=DISCLOSE")
                .find("(/audit/gezien\\?dossier=[0-9a-f-]{36})")
                .orElseThrow();

        for (String path : new String[] {"/audit", seen}) {
            assertThat(demo.get(path).body())
                    .as(path)
                    .containsPattern("class=\"livc-stack\"><div class=\"livc-table-frame\"")
                    .containsPattern("livc-stacked\">Reden");
        }
    }

    @Test
    void others_see_their_own_acts_and_no_way_to_those_of_others() {
        String page = browser(coordinator).get("/audit").body();

        assertThat(page)
                .contains("Uw eigen handelingen")
                .doesNotContain("Persoon " + dpo)
                .doesNotContain("/audit/ongewoon");
        for (String path : new String[] {"/audit/ongewoon", "/audit/getuigen", "/audit/gezien"}) {
            assertThat(browser(coordinator).get(path).status()).as(path).isEqualTo(404);
            assertThat(browser(dpo).get(path).status()).as(path).isEqualTo(200);
        }
    }
}
