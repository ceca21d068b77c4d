package be.livc.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.consultation.ConsultationId;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents on screen, without script, and over REST: in and out, each for who may have it. */
class DocumentScreensTest extends CaseworkTest {

    private static final byte[] PDF =
            "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private ConsultationId consultation;

    @BeforeEach
    void an_open_consultation() {
        consultation = held(clb);
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
}
