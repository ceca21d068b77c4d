package be.livc.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.RequestSource;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.pdf.PdfCheck;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people take home of the log: receipts, selections as CSV and as audit events, and the export. */
class LogFilesTest extends LogTestBase {

    @TempDir
    Path folder;

    @Test
    void a_receipt_of_an_own_act_is_accepted_by_the_verifier_as_pdf_and_as_text() throws IOException {
        Browser browser = browser(coordinator);
        long index = Long.parseLong(api(coordinator)
                .get("/ledger/entries?limit=1")
                .json()
                .get("items")
                .get(0)
                .get("index")
                .asString());

        Answer pdf = browser.get("/audit/" + index + "/bewijs");
        Answer text = api(coordinator).get("/ledger/receipts/" + index);

        assertThat(pdf.header("Content-Type")).contains("application/pdf");
        assertThat(verdict(pdf.bytes())).isEqualTo(Verdict.Outcome.COMPLETE);
        PdfCheck.isArchivableWithItsEnclosureAndAccessible(pdf.bytes());
        assertThat(new String(pdf.bytes(), StandardCharsets.UTF_8)).contains("\n\n" + qrCodeOf(pdf.bytes()));
        assertThat(verdict(text.bytes())).isEqualTo(Verdict.Outcome.COMPLETE);
        browser.get("/audit");
        browser.post("/taal", "taal", "fr", "terug", "/audit");
        byte[] french = browser.get("/audit/" + index + "/bewijs").bytes();
        assertThat(PdfCheck.language(french)).isEqualTo("fr");
        assertThat(PdfCheck.text(french)).contains("page 1 sur 1");
        String stranger = person(cell(), Capacity.COORDINATOR);
        assertThat(browser(stranger).get("/audit/999999/bewijs").status()).isEqualTo(404);
    }

    /**
     * What the camera of a telephone reads from the page. It looks again and again, from another distance each time: at one alone the
     * reader takes lines of text for a corner of the code on two pages of a hundred.
     */
    private static String qrCodeOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer camera = new PDFRenderer(document);
            for (int dotsPerInch : new int[] {150, 200, 300}) {
                Optional<String> read = read(camera.renderImageWithDPI(0, dotsPerInch));
                if (read.isPresent()) {
                    return read.get();
                }
            }
        }
        throw new AssertionError("the QR code is not readable");
    }

    private static Optional<String> read(BufferedImage page) {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        BinaryBitmap seen = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(seen, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException unreadable) {
            return Optional.empty();
        }
    }

    private Verdict.Outcome verdict(byte[] receipt) throws IOException {
        return VerifyExport.check(Files.write(folder.resolve("receipt"), receipt), Optional.empty(), Optional.empty())
                .outcome();
    }

    @Test
    void the_log_leaves_as_csv_and_as_audit_events() {
        Browser browser = browser(dpo);

        String csv = browser.get("/audit/vermeldingen.csv").body();
        JsonNode bundle = JsonMapper.shared()
                .readTree(browser.get("/audit/vermeldingen.json").body());

        assertThat(csv.lines().toList().get(0)).startsWith("index,time,who,action");
        assertThat(csv.lines()).hasSizeGreaterThan(2);
        assertThat(bundle.get("resourceType").asString()).isEqualTo("Bundle");
        JsonNode event = bundle.get("entry").get(0).get("resource");
        assertThat(event.get("resourceType").asString()).isEqualTo("AuditEvent");
        // The elements that AuditEvent R5 demands: code, recorded, agent.who, source.observer.
        assertThat(event.at("/code/coding/0/code").asString()).isNotBlank();
        assertThat(event.get("recorded").asString()).endsWith("Z");
        assertThat(event.at("/agent/0/who/identifier/value").asString()).isNotBlank();
        assertThat(event.at("/source/observer/identifier/value").asString()).isNotBlank();
    }

    /** Left for the project livc-web/fhir, in which the validator of HL7 judges it. */
    @Test
    void the_log_of_the_demo_leaves_as_audit_events_of_every_kind() throws IOException {
        browser("coordinator").get("/dossiers");
        String json = browser("dpo").get("/audit/vermeldingen.json").body();

        JsonNode bundle = JsonMapper.shared().readTree(json);
        assertThat(bundle.get("entry").size()).isGreaterThan(50);
        assertThat(json).contains("\"disclose\"", "\"read\"", "\"decide\"", "\"recipient\"");
        Files.writeString(Files.createDirectories(Path.of("target", "fhir")).resolve("auditevents.json"), json);
    }

    /** HL7: an array that is there has elements. */
    @Test
    void a_period_without_entries_leaves_as_a_bundle_without_a_list_of_them() {
        Browser browser = browser(dpo);

        String json = browser.get("/audit/vermeldingen.json?van=2001-01-01&tot=2001-01-02")
                .body();

        assertThat(json).isEqualTo("{\"resourceType\":\"Bundle\",\"type\":\"collection\"}");
    }

    @Test
    void a_bundle_that_holds_not_all_says_so() {
        assertThat(AuditFiles.bundle("{}", false)).contains("SUBSETTED").contains("\"entry\":[{}]");
        assertThat(AuditFiles.bundle("{}", true)).doesNotContain("SUBSETTED");
    }

    @Test
    void no_cell_of_the_csv_is_a_formula() {
        assertThat(AuditFiles.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(AuditFiles.cell("@x")).isEqualTo("\"'@x\"");
        assertThat(AuditFiles.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    }

    @Test
    void the_export_of_a_long_log_leaves_in_small_pieces_as_it_is_read() throws IOException {
        cell.transact(() -> {
            for (int i = 0; i < 3000; i++) {
                bean(Ledger.class)
                        .append(Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                                .did(Action.READ)
                                .on("list", "cases")
                                .forPurpose("PREVENT_TERRORISM"));
            }
            return true;
        });
        Pieces response = new Pieces();

        cell.in(() -> {
            bean(AuditController.class).export(as(dpo), response);
            return true;
        });

        assertThat(response.sent.size()).isGreaterThan(200_000);
        assertThat(response.largest).isBetween(1, 16_384);
        assertThat(response.getHeader("Content-Disposition")).contains("logboek.zip");
        Path export = folder.resolve("long.zip");
        Files.write(export, response.sent.toByteArray());
        String key = api(dpo).get("/ledger/key").body();
        assertThat(VerifyExport.check(export, Optional.empty(), Optional.of(key))
                        .outcome())
                .isEqualTo(Verdict.Outcome.COMPLETE);
    }

    private Actor as(String username) {
        return bean(Mandates.class)
                .actor(bean(Accounts.class).byUsername(username).orElseThrow().id(), cell.id(), RequestSource.PROGRAM)
                .orElseThrow();
    }

    /** An answer that notes how much was written to it at once. */
    private static final class Pieces extends MockHttpServletResponse {

        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private int largest;

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) {
                    sent.write(one);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("nobody listens here");
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    largest = Math.max(largest, length);
                    sent.write(bytes, from, length);
                }
            };
        }
    }
}
