package be.livc.web.rights;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseFiles;
import be.livc.cell.Capacity;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import be.livc.web.pdf.PdfCheck;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who a case touches, on screen: third parties, and data subjects who ask for what is told of them. */
class RequestScreensTest extends CaseworkTest {

    @BeforeEach
    void the_clb_told_something() {
        tells(clb, held(clb), "De huisarts behandelt hem al twee jaar voor een verslaving aan tramadol");
    }

    @Test
    void third_parties_and_requests_have_screens_of_their_own() {
        String people = "/dossiers/" + caseId + "/personen";
        Browser telling = browser(clb);
        telling.get(people);
        assertThat(telling.post(
                                people,
                                "name",
                                "Noor Zonneberg",
                                "role",
                                "VICTIM",
                                "address",
                                "De Linde",
                                "shielded",
                                "true")
                        .status())
                .isEqualTo(302);
        assertThat(telling.get(people).body()).contains("Noor Zonneberg", "De Linde");
        assertThat(browser(coordinator).get(people).body())
                .contains("Noor Zonneberg", "afgeschermd")
                .doesNotContain("De Linde");

        String dpo = person(cell, Capacity.DPO);
        Browser handling = browser(dpo);
        handling.get("/avg-verzoeken");
        Answer received = handling.post(
                "/avg-verzoeken", "kind", "ACCESS", "receivedOn", TODAY.toString(), "requester", "Bram, per brief");
        assertThat(received.status()).isEqualTo(302);
        assertThat(handling.follow(received).body()).contains("Bram, per brief");
        handling.post(received.location() + "/antwoord", "confirmed", "true");
        Answer letter = handling.get(received.location() + "/antwoord.pdf");
        PdfCheck.isArchivableAndAccessible(letter.bytes());
        assertThat(PdfCheck.text(letter.bytes()))
                .contains("V-", "inzage".substring(1), "Persoonlijk en vertrouwelijk")
                .doesNotContain("458ter", "Wie deelneemt aan het overleg");
        assertThat(browser(clb).get("/avg-verzoeken").status()).isEqualTo(404);
    }

    @Test
    void the_requests_stand_under_the_entry_of_the_menu_that_leads_to_them() {
        for (String reader : List.of(coordinator, person(cell, Capacity.DPO))) {
            assertThat(browser(reader).get("/avg-verzoeken").body())
                    .containsPattern("href=\"/bewaring\"[^>]* aria-current=\"true\"");
        }
    }

    @Test
    void a_data_subject_gets_a_report_of_who_received_something_without_names_and_without_what_is_kept_back() {
        Browser handling = browser(person(cell, Capacity.DPO));
        Browser weighing = browser(coordinator);
        String request = aRequestForAccess(handling, weighing);

        String piece = "href=\"/dossiers/" + caseId + "#stuk-";
        assertThat(weighing.get(request).body())
                .as("who weighs a piece finds it in the case")
                .contains(piece);
        assertThat(handling.get(request).body()).contains(request + "/inzage").doesNotContain(piece);
        String page = handling.get(request + "/inzage").body();
        assertThat(page).contains("Partner van " + clb, "Persoon " + clb, "meegedeeld of toegewezen");
        String police = cell.in(() -> as(officer).partner().toString());
        handling.post(request + "/inzage", "recipient", police, "how", "", "ground", "POLICE_OR_JUSTICE");
        Answer report = handling.post(request + "/inzage/verslag.pdf");

        PdfCheck.isArchivableAndAccessible(report.bytes());
        assertThat(PdfCheck.text(report.bytes()).replaceAll("\\s+", " "))
                .contains("Partner van " + clb, "meegedeeld of toegewezen", "noemen wij een ontvanger niet")
                .doesNotContain("Persoon ", "Partner van " + officer, "politie of parket", "Verhaegen");
        assertThat(weighing.get(request + "/inzage").status()).isEqualTo(404);
        assertThat(browser(clb).get(request + "/inzage").status()).isEqualTo(404);
    }

    @Test
    void an_answer_names_the_grounds_that_may_be_told_and_never_says_whether_others_were_used() {
        Browser handling = browser(person(cell, Capacity.DPO));
        Browser linking = browser(coordinator);
        String request = aRequestForAccess(handling, linking);
        List<String> grounds = List.of("INVESTIGATION", "PROFESSIONAL_SECRET");
        for (Browser weighing : List.of(handling, linking)) {
            List<String> pieces = Pattern.compile("action=\"(/avg-verzoeken/[^\"]+/stukken/[^\"]+)\"")
                    .matcher(weighing.get(request).body())
                    .results()
                    .map(form -> form.group(1))
                    .toList();
            for (int at = 0; at < pieces.size(); at++) {
                weighing.post(pieces.get(at), "ground", grounds.get(at % grounds.size()));
            }
        }

        handling.post(request + "/antwoord", "confirmed", "true");
        String letter =
                PdfCheck.text(handling.get(request + "/antwoord.pdf").bytes()).replaceAll("\\s+", " ");

        assertThat(letter)
                .contains("beroepsgeheim", "noemen wij een ontvanger niet")
                .doesNotContain("opsporing", "×");
    }

    @Test
    void the_coordinator_finds_on_the_work_list_that_a_request_waits_and_nothing_is_given_by_one_press() {
        Browser handling = browser(person(cell, Capacity.DPO));
        Browser linking = browser(coordinator);
        assertThat(linking.get("/taken").body()).doesNotContain("href=\"/avg-verzoeken\">1 verzoek");
        String request = aRequestForAccess(handling, linking);

        assertThat(linking.get("/taken").body())
                .contains("1 verzoek van een betrokkene wacht op uw afweging", "Eerste antwoord tegen");
        assertThat(browser(mayor).get("/taken").body()).doesNotContain("verzoek van een betrokkene");
        assertThat(handling.get(request).body()).contains("De coördinator weegt nog");
        Answer page = linking.get(request);
        assertThat(page.body()).contains("Weeg nog", "<option value=\"\">Maak een keuze</option>");
        List<String> pieces = Pattern.compile("action=\"(/avg-verzoeken/[^\"]+/stukken/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(form -> form.group(1))
                .toList();
        assertThat(linking.post(pieces.get(0), "ground", "").status())
                .as("nothing chosen")
                .isEqualTo(422);
        assertThat(linking.get(request).body().split("nog niet afgewogen", -1)).hasSize(pieces.size() + 1);

        pieces.forEach(piece ->
                assertThat(linking.post(piece, "ground", "GIVE").location()).contains("#stuk-"));

        assertThat(linking.get(request).body()).contains("Alle stukken zijn afgewogen");
        assertThat(linking.get("/taken").body()).doesNotContain("verzoek van een betrokkene");
    }

    @Test
    void an_answer_that_cannot_be_taken_back_is_given_after_a_page_that_says_what_is_in_it() {
        Browser handling = browser(person(cell, Capacity.DPO));
        Browser linking = browser(coordinator);
        String request = aRequestForAccess(handling, linking);
        handling.get(request);
        assertThat(handling.post(request + "/antwoord").status())
                .as("a piece was not weighed")
                .isEqualTo(409);
        Matcher pieces = Pattern.compile("action=\"(/avg-verzoeken/[^\"]+/stukken/[^\"]+)\"")
                .matcher(linking.get(request).body());
        for (String ground = "GIVE"; pieces.find(); ground = "RIGHTS_OF_OTHERS") {
            linking.post(pieces.group(1), "ground", ground);
        }

        Answer check = handling.post(request + "/antwoord");

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body())
                .contains("Dit verzoek beantwoorden?", "Bram, per brief", ">1 stuk<", "rechten van anderen");
        assertThat(handling.get(request).body()).as("nothing is given yet").contains("Beantwoorden");
        assertThat(linking.post(request + "/antwoord").status())
                .as("the coordinator weighs, the DPO answers")
                .isEqualTo(403);
        PageForm confirmed = PageForm.on(check, request + "/antwoord");
        assertThat(handling.post(request + "/antwoord", confirmed.fields()).status())
                .isEqualTo(302);
        assertThat(handling.get(request).body()).contains("antwoord.pdf");
        assertThat(handling.post(request + "/antwoord").status())
                .as("back, and once more")
                .isEqualTo(409);
    }

    @Test
    void a_request_without_anything_is_told_of_every_field_at_once() {
        Browser handling = browser(person(cell, Capacity.DPO));
        handling.get("/avg-verzoeken");

        Answer again = handling.post("/avg-verzoeken", "kind", "", "receivedOn", "gisteren", "requester", "");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Kies de soort", "Vul in wie het vraagt", "vul een bestaande datum in");
    }

    @Test
    void the_number_of_requests_is_a_ground_for_two_months_more_as_complexity_is() {
        Browser handling = browser(person(cell, Capacity.DPO));
        String request = received(handling);
        assertThat(handling.get(request).body())
                .contains("Verleng met twee maanden: complex verzoek", "Verleng met twee maanden: veel verzoeken");

        Answer check = handling.post(request + "/verlenging", "reason", "NUMBER_OF_REQUESTS");
        assertThat(check.body())
                .contains(
                        "De termijn met twee maanden verlengen?",
                        "veel verzoeken",
                        TODAY.plusMonths(1).toString(),
                        TODAY.plusMonths(3).toString());
        assertThat(handling.get(request).body()).contains("Verleng met twee maanden");
        Answer extended = handling.post(
                request + "/verlenging",
                PageForm.on(check, request + "/verlenging").fields());

        assertThat(handling.follow(extended).body())
                .contains("De termijn is verlengd", TODAY.plusMonths(3).toString())
                .doesNotContain("Verleng met twee maanden");
    }

    @Test
    void an_answer_on_no_case_says_first_that_it_tells_nothing() {
        Browser handling = browser(person(cell, Capacity.DPO));
        String request = received(handling);

        assertThat(handling.post(request + "/antwoord").body()).contains("Aan dit verzoek zijn geen stukken gekoppeld");
    }

    /** Received by the DPO, and linked to the case by the coordinator; its address. */
    private String aRequestForAccess(Browser handling, Browser linking) {
        String request = received(handling);
        linking.get(request);
        String number =
                cell.in(() -> bean(CaseFiles.class).facts(caseId).orElseThrow().number());
        linking.post(request + "/dossier", "dossier", number);
        return request;
    }

    private static String received(Browser handling) {
        handling.get("/avg-verzoeken");
        return handling.post(
                        "/avg-verzoeken",
                        "kind",
                        "ACCESS",
                        "receivedOn",
                        TODAY.toString(),
                        "requester",
                        "Bram, per brief")
                .location();
    }
}
