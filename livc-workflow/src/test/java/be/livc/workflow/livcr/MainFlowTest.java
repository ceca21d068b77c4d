package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Decide;
import be.livc.consultation.Disclosed;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import be.livc.rights.Certificate;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One case from signal to erasure, as the people of a cell live it. */
class MainFlowTest extends CaseTest {

    @Test
    void a_case_goes_from_signal_to_erasure() {
        Filed signal = filed();
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("SIGNAL");
        in(() -> signalFlow.assess(as(OFFICER), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("ASSESSMENT");
        in(() -> signalFlow.assess(as(COORDINATOR), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
        assertThat(in(() -> signals.open(as(MAYOR), signal.id())).state()).isEqualTo("RETAINED");

        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.LIST)));
        CaseId caseId = signal.caseId();
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");

        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("IN_CONSULTATION");
        Disclosed disclosed = says(CLB, consultation, 1, "Hij komt niet meer naar de les");
        assertThat(disclosed.recipients())
                .containsExactlyInAnyOrder(
                        mandate(MAYOR), mandate(COORDINATOR), mandate(OFFICER), mandate(CLB), mandate(OCMW));
        in(() -> meeting.decide(
                as(MAYOR), consultation, 1, new Decide("Het CAW begeleidt", Map.of(mandate(CLB), Decide.Vote.FOR))));
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("PLAN_ACTIVE");

        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan()));
        MeasureId measure =
                seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).id();
        in(() -> caseFlow.report(as(OCMW), caseId, measure, "Eerste gesprek gehad", MeasureState.RUNNING));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("FOLLOW_UP");

        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", "Het OCMW blijft aanspreekpunt"));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("CLOSED");
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        run(() -> erasureFlow.approve(as(MAYOR), caseId));
        Certificate certificate = in(() -> erasureFlow.carryOut(as(DPO), caseId));
        assertThat(certificate.caseNumber()).startsWith("D-");

        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId))
                .isInstanceOf(Refusal.class)
                .hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> processes.where(caseId.value())))
                .as("the engine's history goes with the case")
                .hasMessage("not-found");
        assertThat(in(() -> certificates.erased(as(DPO), caseId)).orElseThrow().certificate())
                .isEqualTo(certificate);
        assertThat(in(() -> certificates.erased(as(COORDINATOR), caseId))).isPresent();
        assertThatThrownBy(() -> in(() -> certificates.erased(as(MAYOR), caseId)))
                .hasMessage("not-found");
        assertThat(in(() -> ledger.entries(
                                LedgerFilter.all()
                                        .inCase(caseId.value())
                                        .of(Action.READ)
                                        .backwards(),
                                2))
                        .items())
                .extracting(view -> view.entry().orElseThrow().why().orElse(""))
                .containsExactly("COORDINATOR_OF_CELL", "DATA_PROTECTION");
    }

    private ChangePlan aPlan() {
        return new ChangePlan(
                List.of(new Goal("SCHOOL", "Weer naar de les")),
                List.of(new ChangePlan.PlannedMeasure(
                        Optional.empty(),
                        "Elke week een gesprek",
                        mandate(OCMW),
                        LocalDate.now(clock).plusDays(14))),
                LocalDate.now(clock).plusMonths(1),
                Optional.empty());
    }

    @Test
    void each_participant_sees_what_was_disclosed_to_them_and_why() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        says(CLB, consultation, 1, "Hij komt niet meer naar de les");
        leaves(consultation, 1, OCMW);
        says(CLB, consultation, 1, "Alleen voor wie er nog is");

        CaseView seen = seenBy(OCMW, caseId);

        assertThat(seen.timeline())
                .filteredOn(piece -> piece.type() == ObjectType.DISCLOSURE)
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.text()).isEqualTo("Hij komt niet meer naar de les");
                    assertThat(piece.why()).containsExactly(Why.RECIPIENT);
                });
        assertThat(seen.timeline()).noneMatch(piece -> piece.type() == ObjectType.FACT);
        assertThat(seenBy(CLB, caseId).timeline())
                .filteredOn(piece -> piece.type() == ObjectType.FACT)
                .allMatch(piece -> piece.why().contains(Why.OWN_CONTRIBUTION))
                .hasSize(1);
    }
}
