package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Corrections;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.EmbargoView;
import be.livc.casefile.Goal;
import be.livc.casefile.ItemId;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.casefile.RecordThirdParty;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.RiskAssessments.RecordOutcome;
import be.livc.casefile.ThirdParties;
import be.livc.casefile.ThirdPartyRole;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.PutOnAgenda;
import be.livc.document.AddDocument;
import be.livc.document.Documents;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferState;
import be.livc.workflow.transfer.OfferCheck;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to a case, its bases and its embargoes while another cell has not answered yet. */
class OpenOfferTest extends HandOverTestBase {

    @Autowired
    Corrections corrections;

    @Autowired
    ThirdParties thirdParties;

    @Autowired
    Documents documents;

    @Autowired
    RiskAssessments riskAssessments;

    private TransferId offered(CaseId caseId) {
        OfferCheck check = checked(caseId);
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId,
                        otherTown.id(),
                        TransferKind.MOVE,
                        "PREVENT_TERRORISM",
                        "Verhuisd",
                        check.parts().stream().map(judged -> judged.part().id()).collect(Collectors.toSet()))));
    }

    private EmbargoId anEmbargoOn(ObjectType type, UUID object) {
        return in(() -> embargoFlow.lay(as(OFFICER), embargoOn(type, object)));
    }

    @Test
    void an_embargo_that_is_laid_on_a_case_takes_its_open_offer_back() {
        CaseId caseId = aListedCase();
        TransferId id = offered(caseId);

        EmbargoId embargo = anEmbargoOn(ObjectType.CASE, caseId.value());

        assertThatThrownBy(() -> accepted(id)).hasMessage("already-answered");
        assertThat(otherTown.in(() -> reading.open(otherTown.actor(THERE), id)).summary())
                .isEmpty();
        run(() -> embargoFlow.lift(as(OFFICER), embargo));
        assertThat(stateHere(id)).isEqualTo(TransferState.WITHDRAWN);
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("FOLLOW_UP");
        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
    }

    @Test
    void an_embargo_on_one_piece_takes_the_offer_back_by_itself_before_anybody_answers() {
        CaseId caseId = aListedCase();
        UUID told = discussedFor("PREVENT_TERRORISM", caseId);
        TransferId id = offered(caseId);

        anEmbargoOn(ObjectType.DISCLOSURE, told);
        settling.settleAll();

        assertThat(stateHere(id)).isEqualTo(TransferState.WITHDRAWN);
    }

    @Test
    void an_embargo_that_lay_on_a_piece_before_takes_nothing_back() {
        CaseId caseId = aListedCase();
        UUID told = discussedFor("PREVENT_TERRORISM", caseId);
        anEmbargoOn(ObjectType.DISCLOSURE, told);
        clock.advance(Duration.ofMinutes(1));
        TransferId id = offered(caseId);

        settling.settleAll();

        assertThat(stateHere(id)).isEqualTo(TransferState.OFFERED);
        accepted(id);
    }

    @Test
    void an_embargo_goes_with_the_case_that_leaves_and_the_others_of_its_layer_can_be_reviewed() {
        CaseId leaving = aListedCase();
        anEmbargoOn(ObjectType.DISCLOSURE, discussedFor("PREVENT_TERRORISM", leaving));
        CaseId staying = aListedCase();
        anEmbargoOn(ObjectType.DISCLOSURE, discussedFor("PREVENT_TERRORISM", staying));
        clock.advance(Duration.ofMinutes(1));

        accepted(offered(leaving));
        settling.settleAll();

        assertThat(in(() -> embargoes.of(as(OFFICER))))
                .extracting(EmbargoView::caseId)
                .containsExactly(staying);
    }

    @Test
    void what_the_receiving_cell_may_not_hear_any_more_is_not_taken_over() {
        LegalBasisId there =
                otherTown.in(() -> bases.record(aLawFor("REINTEGRATION"))).id();
        in(() -> bases.record(aLawFor("REINTEGRATION")));
        CaseId caseId = aListedCase();
        discussedFor("REINTEGRATION", caseId);
        TransferId id = offered(caseId);

        otherTown.in(() -> bases.end(there, LocalDate.now(clock).minusDays(1)));

        assertThatThrownBy(() -> accepted(id))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code)
                        .contains("no-valid-basis"));
        assertThat(stateHere(id)).isEqualTo(TransferState.OFFERED);
    }

    @Test
    void a_piece_that_the_other_cell_may_not_hear_is_not_offered_though_the_case_is() {
        in(() -> bases.record(aLawFor("REINTEGRATION")));
        CaseId caseId = aListedCase();
        discussedFor("REINTEGRATION", caseId);

        assertThatThrownBy(() -> offered(caseId)).hasMessage("no-valid-basis");

        assertThat(in(() -> transfers.offer(
                        as(COORDINATOR),
                        new OfferTransfer(
                                caseId,
                                otherTown.id(),
                                TransferKind.MOVE,
                                "PREVENT_TERRORISM",
                                "Verhuisd, zonder dat ene stuk",
                                Set.of()))))
                .isNotNull();
    }

    private static RecordBasis aLawFor(String purpose) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new RecordBasis(
                BasisKind.LAW,
                "Een andere wet",
                List.of(purpose),
                Optional.empty(),
                "Zoals de wet het zegt",
                List.of("MUNICIPALITY", "POLICE", "CLB", "OCMW"),
                today.minusYears(1),
                Optional.of(today.plusYears(1)));
    }

    /** A case that was discussed, and what the CLB told there. */
    private UUID discussedFor(String purpose, CaseId caseId) {
        ConsultationId consultation = aPlannedConsultation();
        String[] everyone = {MAYOR, COORDINATOR, OFFICER, CLB};
        in(() -> consultationFlow.putOnAgenda(
                as(COORDINATOR),
                consultation,
                new PutOnAgenda(
                        caseId,
                        purpose,
                        Optional.empty(),
                        List.of(everyone).stream().map(this::mandate).toList())));
        clear(consultation, 1);
        comesAndSigns(consultation, 1, everyone);
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        UUID told = says(CLB, consultation, 1, "Zoekt een opleiding").id().value();
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        return told;
    }

    @Test
    void while_it_is_offered_nothing_is_added_that_would_be_lost_when_it_leaves() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan()));
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        MeasureId measure = seenBy(COORDINATOR, caseId)
                .plan()
                .orElseThrow()
                .measures()
                .get(0)
                .id();
        ItemId fact = seenBy(COORDINATOR, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.FACT)
                .findFirst()
                .orElseThrow()
                .id();
        Map<String, Runnable> doors = new LinkedHashMap<>();
        doors.put("plan", () -> run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan())));
        doors.put(
                "report progress",
                () -> in(() -> caseFlow.report(as(CLB), caseId, measure, "Gevonden", MeasureState.DONE)));
        doors.put("correct", () -> in(() -> corrections.correct(as(COORDINATOR), caseId, fact, "Zo was het niet")));
        doors.put(
                "record somebody else",
                () -> in(() -> thirdParties.record(
                        as(COORDINATOR),
                        new RecordThirdParty(caseId, ThirdPartyRole.FAMILY, "Een zus", Optional.empty(), false))));
        doors.put(
                "add a document",
                () -> in(() -> documents.add(
                        as(COORDINATOR),
                        caseId,
                        new AddDocument("brief.txt", false, new ByteArrayInputStream("tekst".getBytes())))));
        doors.put(
                "record a risk assessment",
                () -> in(() -> riskAssessments.record(
                        as(COORDINATOR),
                        caseId,
                        new RecordOutcome("VERA_2R", "2", mandate(COORDINATOR), LocalDate.now(clock), "LOW"))));
        TransferId id = offered(caseId);

        doors.forEach((name, door) -> assertThatThrownBy(door::run).as(name).hasMessage("transfer-offered"));
        run(() -> transfers.withdraw(as(COORDINATOR), id));

        in(() -> caseFlow.report(as(CLB), caseId, measure, "Gevonden", MeasureState.DONE));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("FOLLOW_UP");
    }

    private ChangePlan aPlan() {
        LocalDate today = LocalDate.now(clock);
        return new ChangePlan(
                List.of(new Goal("WORK", "Een opleiding beginnen")),
                List.of(new PlannedMeasure(Optional.empty(), "Een aanbod zoeken", mandate(CLB), today.plusWeeks(3))),
                today.plusMonths(1),
                Optional.empty());
    }
}
