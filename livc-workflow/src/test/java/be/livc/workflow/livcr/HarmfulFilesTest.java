package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.document.DocumentId;
import be.livc.document.DocumentState;
import be.livc.platform.Refusal;
import be.livc.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that are not kept, or wait: harmful, not what they say, too large, or not scanned yet. */
class HarmfulFilesTest extends DocumentsTestBase {

    /** The harmless file by which scanners are tried (eicar.org), put together here so that no scanner stops this source. */
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*";

    @AfterEach
    void the_scanner_answers_again() {
        CLAMD.answers(true);
    }

    private void refused(CaseId caseId, String name, byte[] content, String code) {
        assertThatThrownBy(() -> added(COORDINATOR, caseId, name, content))
                .isInstanceOf(Refusal.class)
                .hasMessage(code);
        assertThat(in(() -> reading.of(as(COORDINATOR), caseId))).isEmpty();
    }

    private static byte[] zip(String... entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static byte[] bomb(int mebibytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] nothing = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int n = 0; n < mebibytes; n++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    @Test
    void eicar_is_found_by_the_scanner_and_not_kept() {
        refused(aListedCase(), "brief.txt", EICAR.getBytes(StandardCharsets.US_ASCII), "document-infected");
    }

    @Test
    void macros_programs_and_files_that_are_not_what_they_say_are_refused() {
        CaseId caseId = aListedCase();

        refused(
                caseId,
                "brief.docx",
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                "document-macro");
        refused(caseId, "brief.odt", zip("mimetype", "Basic/Standard/Module1.xml"), "document-macro");
        refused(caseId, "programma.pdf", "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1), "document-type");
        refused(
                caseId,
                "pagina.html",
                "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(),
                "document-type");
        refused(
                caseId,
                "polyglot.pdf",
                "%PDF-1.4\n<html><body><script>alert(1)</script></body></html>\n%%EOF".getBytes(),
                "document-type");
        refused(
                caseId,
                "plaatje.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes(),
                "document-type");
        refused(caseId, "leeg.pdf", new byte[0], "document-empty");
    }

    @Test
    void a_file_that_unpacks_to_far_more_than_it_weighs_is_refused() {
        refused(aListedCase(), "brief.docx", bomb(300), "document-bomb");
    }

    @Test
    void a_file_that_is_too_large_is_refused_with_a_clear_reason_and_leaves_nothing() throws SQLException {
        CaseId caseId = aListedCase();

        refused(caseId, "groot.txt", "x".repeat(2 * 1024 * 1024 + 1).getBytes(), "document-too-large");

        assertThat(TestDatabase.askAsSuperuser(
                        "select row_id from sealed_file where record_id = '" + caseId.value() + "'"))
                .isEmpty();
    }

    @Test
    void while_the_scanner_is_away_a_document_waits_in_quarantine_until_it_was_scanned() {
        CaseId caseId = aListedCase();
        CLAMD.answers(false);
        DocumentId id = added(COORDINATOR, caseId, "a.pdf", PDF);
        assertThatThrownBy(() -> downloaded(COORDINATOR, id)).hasMessage("document-quarantined");
        assertThat(in(() -> reading.scanAgain(as(COORDINATOR), id))).isEqualTo(DocumentState.QUARANTINED);

        CLAMD.answers(true);

        assertThat(in(() -> reading.scanAgain(as(COORDINATOR), id))).isEqualTo(DocumentState.CLEAN);
        assertThat(downloaded(COORDINATOR, id)).isEqualTo(PDF);
    }
}
