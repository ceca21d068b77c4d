package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Cells;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.ConsultationId;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import be.livc.web.PageForm;
import be.livc.web.pdf.PdfCheck;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers on screen, without script: minutes, sheets, letters, each for who may have them. */
class PapersScreensTest extends CaseworkTest {

    private static final String SECRET = "De huisarts behandelt hem al twee jaar voor een verslaving aan tramadol";
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
    void minutes_wait_in_the_work_list_of_whoever_took_part_until_they_answer() {
        String waits = "Verslagen om goed te keuren";
        String minutes = "/overleg/" + consultation + "/verslag";
        Browser mine = browser(mayor);
        assertThat(mine.get("/taken").body()).as("while it is held").doesNotContain(waits);
        closed(consultation);

        assertThat(mine.get("/taken").body())
                .contains(waits, "href=\"" + minutes + "\"")
                .doesNotContain("Alles gedaan");
        assertThat(browser(clb).get("/uitnodigingen").body()).contains(waits);
        assertThat(browser(ocmw).get("/taken").body()).as("who was not there").doesNotContain(waits);

        mine.get(minutes);
        mine.post("/overleg/" + consultation + "/punten/1/goedkeuring", "approves", "true");
        assertThat(mine.get("/taken").body()).doesNotContain(waits);
        assertThat(browser(clb).get("/taken").body()).contains(waits);
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
    void who_follows_up_a_sheet_or_minutes_sees_whose_mandate_ended_since_when_and_that_they_are_still_waited_for() {
        closed(consultation);
        String minutes = "/overleg/" + consultation + "/verslag";
        Browser runs = browser(coordinator);
        runs.get(sheet());
        runs.post(sheet(), "text", "De cel volgt de situatie verder op.");
        String gone = "mandaat eindigde op " + asOneReads(TODAY);
        assertThat(runs.get(sheet()).body()).doesNotContain("mandaat eindigde");
        assertThat(runs.get(minutes).body()).doesNotContain("mandaat eindigde");

        MandateId ended = mandate(clb);
        cell.in(() -> bean(Mandates.class).end(ended));

        assertThat(runs.get(sheet()).body())
                .containsPattern("Persoon " + clb + "[^\n]*nog niet gestemd[^\n]*" + gone)
                .contains("Een nieuwe tekst of een nieuw mandaat verandert dat niet");
        runs.get(sheet());
        runs.post(sheet(), "text", "De cel blijft de situatie opvolgen.");
        assertThat(runs.get(sheet()).body())
                .as("a new text is put to the same people")
                .containsPattern("Persoon " + clb + "[^\n]*nog niet gestemd[^\n]*" + gone);
        assertThat(runs.get(minutes).body())
                .containsPattern("Persoon " + clb + "[^\n]*wacht[^\n]*" + gone)
                .contains("Dit houdt niets anders tegen");
        assertThat(browser(officer).get(sheet()).body())
                .as("who does not follow it up")
                .contains("nog niet gestemd")
                .doesNotContain("mandaat eindigde");
    }

    private static String asOneReads(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.forLanguageTag("nl-BE"))
                .format(day);
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
    void an_address_that_was_emptied_is_told_as_removed() {
        Browser inviting = browser(coordinator);
        String page = "/overleg/" + consultation + "/uitnodigen";
        String mandate = mandate(clb).toString();
        inviting.get(page);
        assertThat(inviting.follow(inviting.post(page + "/adres", "mandate", mandate, "address", "clb@voorbeeld.be"))
                        .body())
                .contains("Het adres is bewaard.", "clb@voorbeeld.be");

        Answer emptied = inviting.follow(inviting.post(page + "/adres", "mandate", mandate, "address", " "));

        assertThat(emptied.body())
                .contains("Het adres is weggehaald. Deze persoon krijgt geen mails meer.")
                .doesNotContain("clb@voorbeeld.be", "Het adres is bewaard.");
    }

    @Test
    void a_letter_is_changed_previewed_and_put_back_and_an_unknown_field_is_named() {
        Browser editing = browser(coordinator);
        String path = "/beheer/brieven/invitation";
        assertThat(editing.get("/beheer/brieven").body()).contains("Uitnodiging en agenda", "Huishoudelijk reglement");
        assertThat(editing.get(path).body()).contains("Els Janssen, OCMW Voorbeeldstad");

        Answer unknown = editing.post(
                path, "action", "save", "version", "0", "title", "Uitnodiging", "body", "Beste {{voornaam}}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("voornaam");
        editing.get(path);
        assertThat(editing.post(
                                path,
                                "action",
                                "save",
                                "version",
                                "0",
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
    void a_letter_whose_version_is_not_said_or_cannot_be_read_comes_back_beside_the_text_that_stands() {
        Browser editing = browser(coordinator);
        String path = "/beheer/brieven/minutes";
        PageForm first = PageForm.on(editing.get(path), path).with("action", "save");
        PageForm second = PageForm.on(editing.get(path), path).with("action", "save");
        assertThat(editing.post(path, first.with("body", "Zo staat het er.").fields())
                        .status())
                .isEqualTo(302);

        second.with("body", "Zo typte een ander.");
        Answer unsaid = editing.post(path, second.with("version", "").fields());
        Answer unread = editing.post(path, second.with("version", "zeven").fields());

        for (Answer refused : List.of(unsaid, unread)) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body())
                    .contains("Iemand anders was u voor", "<p>Zo typte een ander.</p>", "<p>Zo staat het er.</p>");
        }
        PageForm both = PageForm.on(unread, path);
        assertThat(both.value("body")).isEqualTo("Zo typte een ander.");
        assertThat(editing.post(path, both.with("action", "save").fields()).status())
                .isEqualTo(302);
        assertThat(editing.get(path).body()).contains("Zo typte een ander.", "Versie 2 van de cel");
    }
}
