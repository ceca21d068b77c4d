package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.document.AddDocument;
import be.livc.document.DocumentId;
import be.livc.document.DocumentReading;
import be.livc.document.DocumentState;
import be.livc.document.DocumentView;
import be.livc.document.Documents;
import be.livc.law.LegalBasisId;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import be.livc.setup.BasisDocuments;
import be.livc.testing.Refused;
import be.livc.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Documents of a case: for whom, of what kind, and never harmful. The scanner is a stand-in that speaks clamd's protocol. */
class DocumentsTest extends CaseTest {

    private static final ClamdStandIn CLAMD = ClamdStandIn.start();

    /** The harmless file by which scanners are tried (eicar.org), put together here so that no scanner stops this source. */
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*";

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Documents documents;

    @Autowired
    DocumentReading reading;

    @Autowired
    BasisDocuments basisDocuments;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry registry) {
        registry.add("livc.documents.clamd", () -> "127.0.0.1:" + CLAMD.port());
        registry.add("livc.documents.largest", () -> "2MB");
    }

    @AfterEach
    void the_scanner_answers_again() {
        CLAMD.answers(true);
    }

    private static AddDocument file(String name, byte[] content) {
        return new AddDocument(name, false, new ByteArrayInputStream(content));
    }

    private DocumentId added(String who, CaseId caseId, String name, byte[] content) {
        return in(() -> documents.add(as(who), caseId, file(name, content)));
    }

    private byte[] downloaded(String who, DocumentId id) {
        return in(() -> {
            try (InputStream in = reading.open(as(who), id).content()) {
                return in.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
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
    void a_document_of_a_case_is_for_who_added_it_and_the_coordinator_and_comes_back_byte_for_byte() {
        CaseId caseId = aListedCase();
        anOpenConsultation(caseId, CLB);

        DocumentId id = added(COORDINATOR, caseId, "../map/verslag.pdf", PDF);

        assertThat(downloaded(COORDINATOR, id)).isEqualTo(PDF);
        DocumentView view = in(() -> reading.of(as(COORDINATOR), caseId)).get(0);
        assertThat(view.name()).isEqualTo("verslag.pdf");
        assertThat(view.type()).isEqualTo("application/pdf");
        assertThat(view.state()).isEqualTo(DocumentState.CLEAN);
        for (String other : List.of(MAYOR, CLB, OCMW, DPO)) {
            assertThatThrownBy(() -> downloaded(other, id)).hasMessage("not-found");
        }
        assertThat(in(() -> reading.of(as(MAYOR), caseId))).isEmpty();
    }

    @Test
    void a_document_shown_at_an_item_is_for_who_is_present_then_and_for_nobody_who_comes_later() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);

        DocumentId id = in(() -> documents.addAtItem(
                as(CLB),
                consultation,
                1,
                mandate(CLB),
                Optional.empty(),
                new AddDocument("plan.txt", true, new ByteArrayInputStream("geheim".getBytes()))));
        run(() -> rollCall.attend(
                as(COORDINATOR),
                consultation,
                1,
                mandate(OCMW),
                new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.PAPER))));

        assertThat(downloaded(OFFICER, id)).asString().isEqualTo("geheim");
        assertThatThrownBy(() -> downloaded(OCMW, id)).hasMessage("not-found");
        assertThat(in(() -> reading.of(as(MAYOR), caseId)).get(0).recipients())
                .contains(mandate(MAYOR), mandate(COORDINATOR), mandate(OFFICER), mandate(CLB))
                .doesNotContain(mandate(OCMW));
    }

    @Test
    void a_document_can_be_for_some_of_those_present_and_not_for_the_coordinator() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        List<MandateId> officerOnly = List.of(mandate(OFFICER));

        DocumentId id = in(() -> documents.addAtItem(
                as(CLB),
                consultation,
                1,
                mandate(CLB),
                Optional.of(officerOnly),
                new AddDocument("brief.txt", true, new ByteArrayInputStream("enkel IO".getBytes()))));

        assertThat(downloaded(OFFICER, id)).asString().isEqualTo("enkel IO");
        assertThatThrownBy(() -> downloaded(COORDINATOR, id)).hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> documents.addAtItem(
                        as(CLB),
                        consultation,
                        1,
                        mandate(CLB),
                        Optional.of(List.of(mandate(OCMW))),
                        file("x.txt", "x".getBytes()))))
                .hasMessage("recipient-not-present");
    }

    @Test
    void adding_reading_and_being_refused_stand_in_the_ledger() {
        CaseId caseId = aListedCase();
        DocumentId id = added(COORDINATOR, caseId, "a.pdf", PDF);
        downloaded(COORDINATOR, id);
        assertThatThrownBy(() -> downloaded(CLB, id)).hasMessage("not-found");
        assertThatThrownBy(() -> added(COORDINATOR, caseId, "a.exe", "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("document-type");

        assertThat(leaves(Action.CREATE)).anyMatch(leaf -> leaf.contains(id.toString()) && leaf.contains("commitment"));
        assertThat(leaves(Action.READ)).anyMatch(leaf -> leaf.contains(id.toString()));
        assertThat(leaves(Action.DENY)).anyMatch(leaf -> leaf.contains(id.toString()));
        assertThat(leaves(Action.DENY)).anyMatch(leaf -> leaf.contains("document-type"));
        assertThat(leaves(Action.CREATE)).noneMatch(leaf -> leaf.contains("a.pdf"));
    }

    private List<String> leaves(Action action) {
        return cell.transact(() -> ledger.entries(LedgerFilter.all().of(action).backwards(), 50).items().stream()
                .map(Object::toString)
                .toList());
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

    @Test
    void outside_a_meeting_a_document_carries_no_secret() {
        CaseId caseId = aListedCase();

        assertThatThrownBy(() -> in(() -> documents.add(
                        as(COORDINATOR), caseId, new AddDocument("a.pdf", true, new ByteArrayInputStream(PDF)))))
                .hasMessage("document-secret-outside-meeting");
    }

    @Test
    void the_document_of_a_basis_is_a_pdf_of_at_most_five_mebibytes() {
        LegalBasisId basis = in(() -> bases.all()).get(0).id();

        for (byte[] other : List.of("Beste".getBytes(), new byte[0], Arrays.copyOf(PDF, BasisDocuments.LARGEST + 1))) {
            assertThatThrownBy(() -> run(() -> basisDocuments.attach(as(COORDINATOR), basis, other)))
                    .satisfies(Refused.only("not-a-pdf", "document"));
        }
        byte[] largest = Arrays.copyOf(PDF, BasisDocuments.LARGEST);
        run(() -> basisDocuments.attach(as(COORDINATOR), basis, largest));
        assertThat(in(() -> basisDocuments.open(as(COORDINATOR), basis))).isEqualTo(largest);
    }

    @Test
    void a_document_is_erased_with_its_case() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        DocumentId id = added(COORDINATOR, caseId, "a.pdf", PDF);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", "Geen"));
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        run(() -> erasureFlow.approve(as(MAYOR), caseId));
        in(() -> erasureFlow.carryOut(as(DPO), caseId));

        assertThatThrownBy(() -> downloaded(COORDINATOR, id)).isInstanceOf(Refusal.class);
    }
}
