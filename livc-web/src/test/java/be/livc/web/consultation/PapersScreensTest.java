package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseFiles;
import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.consultation.ConsultationId;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.pdf.PdfCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers on screen, without script: minutes, sheets, documents, letters, each for who may have them. */
class PapersScreensTest extends CaseworkTest {

    private static final String SECRET = "De huisarts behandelt hem al twee jaar voor een verslaving aan tramadol";
    private static final byte[] PDF =
            "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private ConsultationId consultation;

    @BeforeEach
    void an_open_consultation() {
        consultation = held(clb);
        tells(clb, consultation, SECRET);
    }

    private String sheet() {
        return "/overleg/" + consultation + "/punten/1/fiche";
    }

    @Test
    void minutes_are_archive_files_with_what_their_reader_may_see() {
        closed(consultation);

        Answer whole = browser(clb).get("/overleg/" + consultation + "/verslag.pdf");
        Answer item = browser(clb).get("/overleg/" + consultation + "/punten/1/verslag.pdf");
        Answer list = browser(mayor).get("/overleg/" + consultation + "/aanwezigheid.pdf");

        PdfCheck.isArchivableAndAccessible(whole.bytes());
        PdfCheck.isArchivableAndAccessible(list.bytes());
        assertThat(PdfCheck.text(whole.bytes()).replaceAll("\\s+", " "))
                .contains(
                        SECRET,
                        "Vertrouwelijk — art. 458ter",
                        "pagina 1 van 1",
                        cell.in(() -> bean(Cells.class).current().name()) + " · ");
        assertThat(PdfCheck.text(item.bytes())).contains("punt 1");
        assertThat(PdfCheck.text(list.bytes())).contains("getekend op scherm").doesNotContain("huisarts", "tramadol");
        assertThat(whole.header("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(browser(ocmw)
                        .get("/overleg/" + consultation + "/verslag.pdf")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void
            scenario_13_on_screen_a_quote_of_a_secret_blocks_and_a_redraft_that_everyone_agrees_to_is_printed_for_its_receiver() {
        closed(consultation);
        Browser drafting = browser(coordinator);
        drafting.get(sheet());
        assertThat(drafting.post(sheet(), "text", "Hij is bij de huisarts voor een verslaving aan tramadol.")
                        .status())
                .isEqualTo(302);
        assertThat(drafting.get(sheet()).body())
                .contains("Geblokkeerd", "<mark>")
                .doesNotContain("twee jaar");

        drafting.post(sheet(), "text", "De cel volgt de situatie verder op.");
        String path = drafting.get(sheet())
                .find("action=\"([^\"]*/fiche/[0-9a-f-]+)/stem\"")
                .orElseThrow();
        Stream.of(mayor, officer, clb).forEach(who -> {
            Browser voting = browser(who);
            voting.get(sheet());
            assertThat(voting.post(path + "/stem", "agrees", "true").status()).isEqualTo(302);
        });
        assertThat(drafting.get(sheet()).body()).contains("3 van 4 stemmen in");
        assertThat(drafting.post(path + "/pdf", "receiver", mandate(officer).toString())
                        .status())
                .isEqualTo(409);
        drafting.get(sheet());
        drafting.post(path + "/stem", "agrees", "true");

        drafting.get(sheet());
        Answer printed =
                drafting.post(path + "/pdf", "receiver", mandate(officer).toString());

        assertThat(printed.status()).isEqualTo(200);
        PdfCheck.isArchivableAndAccessible(printed.bytes());
        assertThat(PdfCheck.text(printed.bytes()))
                .contains("De cel volgt de situatie verder op.", "TF-")
                .doesNotContain("tramadol");
        assertThat(browser(ocmw).get(sheet()).status()).isEqualTo(404);
    }

    @Test
    void a_document_goes_in_and_out_on_screen_as_a_download_that_no_browser_shows() {
        String path = "/dossiers/" + caseId + "/documenten";
        Browser adding = browser(coordinator);
        adding.get(path);
        assertThat(adding.upload(path, "verslag <1>.pdf", PDF).status()).isEqualTo(302);

        Answer list = adding.get(path);
        String download = list.find("href=\"(" + path + "/[0-9a-f-]+)\"").orElseThrow();
        Answer file = adding.get(download);

        assertThat(list.body()).contains("verslag _1_.pdf", "Niet gescand");
        assertThat(file.bytes()).isEqualTo(PDF);
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.header("Content-Security-Policy").orElseThrow()).contains("sandbox");
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("application/octet-stream");
        assertThat(browser(mayor).get(download).status()).isEqualTo(404);
        Answer refused = adding.upload(path, "pagina.html", "<html><script>1</script>".getBytes());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Dit soort bestand wordt niet aanvaard");
        assertThat(browser(clb).upload(path, "a.pdf", PDF).status()).isEqualTo(403);
    }

    @Test
    void a_form_without_its_file_says_to_choose_one_and_leads_there() {
        String path = "/dossiers/" + caseId + "/documenten";
        Browser adding = browser(coordinator);
        adding.get(path);

        Answer refused = adding.upload(path, "", new byte[0]);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<a href=\"#file\">Kies een bestand</a>", "id=\"file\"");
    }

    @Test
    void a_refused_document_comes_back_for_the_same_people_and_as_the_same_secret() {
        String path = "/overleg/" + consultation + "/punten/1/document";
        Browser showing = browser(clb);
        showing.get(path);

        Answer refused = showing.upload(
                path,
                "pagina.html",
                "<html><script>1</script>".getBytes(),
                "recipients",
                mandate(officer).toString(),
                "secret",
                "true");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<a href=\"#file\">");
        assertThat(ticked(refused)).containsExactlyInAnyOrder(mandate(officer).toString(), "true");
        assertThat(ticked(showing.get(path)))
                .contains(mandate(officer).toString(), mandate(mayor).toString());
    }

    @Test
    void a_document_for_nobody_leads_to_the_people() {
        String path = "/overleg/" + consultation + "/punten/1/document";
        Browser showing = browser(clb);
        showing.get(path);

        Answer refused = showing.upload(path, "brief.pdf", PDF, "secret", "true");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<a href=\"#recipients\">Kies minstens één ontvanger", "id=\"recipients\"");
        assertThat(ticked(refused)).containsExactly("true");
    }

    private static List<String> ticked(Answer page) {
        return Pattern.compile("<input[^>]* type=\"checkbox\"[^>]*>")
                .matcher(page.body())
                .results()
                .map(MatchResult::group)
                .filter(box -> box.contains("checked"))
                .map(box -> box.replaceFirst(".* value=\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void a_document_is_shown_at_an_item_over_rest_and_read_by_its_recipients_alone() {
        Answer shown = api(clb).upload(
                        "/consultations/" + consultation + "/items/1/documents", "brief.pdf", PDF, "secret", "true");
        assertThat(shown.status()).isEqualTo(201);
        String id = shown.json().get("id").asString();

        assertThat(api(officer).get("/documents/" + id + "/content").bytes()).isEqualTo(PDF);
        assertThat(api(ocmw).get("/documents/" + id + "/content").status()).isEqualTo(404);
        assertThat(api(officer).get("/cases/" + caseId + "/documents").json().get("items"))
                .hasSize(1);
        assertThat(api(clb).upload("/cases/" + caseId + "/documents", "a.bin", new byte[] {0, 1, 2, 3})
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("document-type");
        assertThat(browser(clb)
                        .get("/overleg/" + consultation + "/punten/1/document")
                        .body())
                .contains("Document tonen bij punt 1");
    }

    @Test
    void minutes_are_approved_and_a_piece_is_corrected_on_screen() {
        closed(consultation);
        Browser reading = browser(clb);
        assertThat(reading.get("/overleg/" + consultation + "/verslag").body())
                .contains("Goedkeuring van punt 1", "wacht");
        assertThat(reading.post("/overleg/" + consultation + "/punten/1/goedkeuring", "approves", "true")
                        .status())
                .isEqualTo(302);
        assertThat(reading.get("/overleg/" + consultation + "/verslag").body()).contains("keurt goed");

        String correct = reading.get("/dossiers/" + caseId)
                .find("href=\"([^\"]*/rechtzetting)\"")
                .orElseThrow();
        reading.get(correct);
        assertThat(reading.post(correct, "text", "Het is nog maar een jaar.").status())
                .isEqualTo(302);

        assertThat(reading.get("/dossiers/" + caseId).body())
                .contains("Het is nog maar een jaar.", "Dit zet een eerder stuk recht");
        assertThat(PdfCheck.text(
                        reading.get("/overleg/" + consultation + "/verslag.pdf").bytes()))
                .contains("Rechtzetting door");
        assertThat(reading.post(correct, "text", "").status()).isEqualTo(422);
    }

    @Test
    void a_letter_is_changed_previewed_and_put_back_and_an_unknown_field_is_named() {
        Browser editing = browser(coordinator);
        String path = "/beheer/brieven/invitation";
        assertThat(editing.get("/beheer/brieven").body()).contains("Uitnodiging en agenda", "Huishoudelijk reglement");
        assertThat(editing.get(path).body()).contains("Els Janssen, OCMW Voorbeeldstad");

        Answer unknown = editing.post(path, "action", "save", "title", "Uitnodiging", "body", "Beste {{voornaam}}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("voornaam");
        editing.get(path);
        assertThat(editing.post(
                                path,
                                "action",
                                "save",
                                "title",
                                "Kom naar {{overleg}}",
                                "body",
                                "Beste {{genodigde}}\n\n<b>x</b>")
                        .status())
                .isEqualTo(302);

        Answer invitation = browser(clb).get("/overleg/" + consultation + "/uitnodiging.pdf");
        PdfCheck.isArchivableAndAccessible(invitation.bytes());
        assertThat(PdfCheck.text(invitation.bytes()).replaceAll("\\s+", " "))
                .contains("Kom naar O-", "Beste Persoon", "<b>x</b>", "art. 458ter §2")
                .doesNotContain("Verhaegen");
        editing.get(path);
        editing.post(path, "action", "reset");
        assertThat(editing.get(path).body()).contains("Versie 1 van de cel", "spreekrecht");
        PdfCheck.isArchivableAndAccessible(editing.get(path + "/voorbeeld.pdf").bytes());
        PdfCheck.isArchivableAndAccessible(
                browser(clb).get("/overleg/" + consultation + "/verklaring.pdf").bytes());
        assertThat(browser(clb).get("/beheer/brieven").status()).isEqualTo(404);
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
        handling.post(received.location() + "/antwoord");
        Answer letter = handling.get(received.location() + "/antwoord.pdf");
        PdfCheck.isArchivableAndAccessible(letter.bytes());
        assertThat(PdfCheck.text(letter.bytes()))
                .contains("V-", "inzage".substring(1), "Persoonlijk en vertrouwelijk")
                .doesNotContain("458ter", "Wie deelneemt aan het overleg");
        assertThat(browser(clb).get("/avg-verzoeken").status()).isEqualTo(404);
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

        handling.post(request + "/antwoord");
        String letter =
                PdfCheck.text(handling.get(request + "/antwoord.pdf").bytes()).replaceAll("\\s+", " ");

        assertThat(letter)
                .contains("beroepsgeheim", "noemen wij een ontvanger niet")
                .doesNotContain("opsporing", "×");
    }

    /** Received by the DPO, and linked to the case by the coordinator; its address. */
    private String aRequestForAccess(Browser handling, Browser linking) {
        handling.get("/avg-verzoeken");
        String request = handling.post(
                        "/avg-verzoeken",
                        "kind",
                        "ACCESS",
                        "receivedOn",
                        TODAY.toString(),
                        "requester",
                        "Bram, per brief")
                .location();
        linking.get(request);
        String number =
                cell.in(() -> bean(CaseFiles.class).facts(caseId).orElseThrow().number());
        linking.post(request + "/dossier", "dossier", number);
        return request;
    }
}
