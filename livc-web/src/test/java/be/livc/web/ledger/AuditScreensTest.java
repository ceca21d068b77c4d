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
import be.livc.ledger.verify.Witness;
import be.livc.ledger.verify.WitnessProgram;
import be.livc.platform.RequestSource;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import be.livc.web.pdf.PdfCheck;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log on screen: the DPO's all of it, everyone else's their own acts, and what both take home. */
class AuditScreensTest extends WebTest {

    @TempDir
    Path folder;

    private String coordinator;
    private String dpo;

    private ACell cell;

    @BeforeEach
    void people_of_a_cell() {
        cell = cell();
        coordinator = person(cell, Capacity.COORDINATOR);
        dpo = person(cell, Capacity.DPO);
        browser(coordinator).get("/dossiers");
    }

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
        Matcher aCase = Pattern.compile("/audit/gezien\\?dossier=([0-9a-f-]{36})")
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
    void a_witness_is_added_checked_and_ended_on_screen() {
        Browser browser = browser(dpo);
        browser.get("/audit/getuigen");

        assertThat(browser.post("/audit/getuigen", "vkey", "nonsense", "url", "http://127.0.0.1:9")
                        .body())
                .contains("Dit is geen sleutel van een getuige");
        assertThat(browser.follow(browser.post("/audit/getuigen/nu")).body()).contains("Laatst nagekeken");
    }

    @Test
    void what_a_witness_signed_is_shown_and_handed_out() throws IOException {
        assertThat(api(dpo).get("/ledger/checkpoint/cosigned").status()).isEqualTo(404);
        Witness witness = Witness.in(
                folder,
                "getuige.dpo",
                List.of(api(dpo).get("/ledger/key").body().strip()),
                Clock.systemUTC());
        HttpServer server = WitnessProgram.serve(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try {
            Browser browser = browser(dpo);
            browser.get("/audit/getuigen");
            browser.post(
                    "/audit/getuigen",
                    "vkey",
                    witness.verifierKey(),
                    "url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
            browser.post("/audit/getuigen/nu");

            assertThat(browser.post("/audit/controlepunt", "_page", "/audit").body())
                    .as("where a change of the language leads")
                    .contains("name=\"terug\" value=\"/audit\"");
            assertThat(browser.post("/audit/controlepunt").body())
                    .contains("Wat getuigen mee ondertekenden", "— getuige.dpo ");
            assertThat(api(dpo).get("/ledger/checkpoint/cosigned").body())
                    .startsWith("livc/" + cell.id() + "\n")
                    .contains("\n— getuige.dpo ");
        } finally {
            server.stop(0);
        }
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
