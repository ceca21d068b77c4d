package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.document.AddDocument;
import be.livc.document.DocumentId;
import be.livc.document.DocumentState;
import be.livc.document.DocumentView;
import be.livc.law.LegalBasisId;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.setup.BasisDocuments;
import be.livc.testing.Refused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents of a case: who gets them, and who does not. */
class DocumentsTest extends DocumentsTestBase {

    @Autowired
    BasisDocuments basisDocuments;

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

        assertThatThrownBy(() -> downloaded(COORDINATOR, id)).hasMessage("not-found");
    }

    @Test
    void a_document_of_a_case_that_an_embargo_hides_is_not_found() {
        CaseId caseId = aListedCase();
        DocumentId id = added(COORDINATOR, caseId, "a.pdf", PDF);
        in(() -> embargoes.lay(as(OFFICER), embargoOn(ObjectType.CASE, caseId.value())));

        assertThatThrownBy(() -> downloaded(COORDINATOR, id)).hasMessage("not-found");
    }
}
