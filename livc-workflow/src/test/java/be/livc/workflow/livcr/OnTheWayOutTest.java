package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.EmbargoId;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A case whose erasure is proposed or decided takes nothing in any more, and does not go while an embargo lies there. */
class OnTheWayOutTest extends CaseTest {

    private CaseId aClosedCase() {
        CaseId caseId = aListedCase();
        var consultation = anOpenConsultation(caseId, CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "NO_CONCERN_LEFT", ""));
        return caseId;
    }

    private Filed aSecondSignal() {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        return signal;
    }

    private void joined(Filed signal, CaseId other) {
        in(() -> listingFlow.decide(
                as(MAYOR),
                signal.id(),
                new ListingFlow.Decide(
                        ListingFlow.Decision.ADD_TO_CASE,
                        "PREVENT_TERRORISM",
                        Optional.empty(),
                        "Zelfde persoon",
                        Optional.of(other))));
    }

    @Test
    void a_signal_does_not_go_into_a_case_that_is_to_be_erased_and_with_it_go_lost() {
        CaseId closed = aClosedCase();
        Filed signal = aSecondSignal();
        run(() -> erasureFlow.propose(as(COORDINATOR), closed));
        assertThatThrownBy(() -> joined(signal, closed)).as("proposed").hasMessage("case-is-closed");
        run(() -> erasureFlow.approve(as(MAYOR), closed));

        assertThatThrownBy(() -> joined(signal, closed)).as("decided").hasMessage("case-is-closed");

        in(() -> erasureFlow.carryOut(as(DPO), closed));
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).facts())
                .as("what the signal tells")
                .hasSize(1);
    }

    @Test
    void a_consultation_shows_its_other_items_to_who_runs_the_cell_once_a_case_of_it_is_erased() {
        CaseId erased = aListedCase();
        CaseId other = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        for (CaseId each : List.of(erased, other)) {
            int n = onTheAgenda(consultation, each, MAYOR, COORDINATOR, OFFICER);
            clear(consultation, n);
            comesAndSigns(consultation, n, MAYOR, COORDINATOR, OFFICER);
        }
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        in(() -> caseFlow.close(as(COORDINATOR), erased, "NO_CONCERN_LEFT", ""));
        run(() -> erasureFlow.propose(as(COORDINATOR), erased));
        run(() -> erasureFlow.approve(as(MAYOR), erased));
        in(() -> erasureFlow.carryOut(as(DPO), erased));

        for (String reader : List.of(COORDINATOR, MAYOR, OFFICER)) {
            assertThat(in(() -> consultationReading.open(as(reader), consultation))
                            .items())
                    .as(reader)
                    .extracting(ConsultationView.Item::caseId)
                    .containsExactly(Optional.of(other));
        }
    }

    @Test
    void what_an_investigation_needs_is_not_erased_before_the_embargo_is_lifted() {
        CaseId closed = aClosedCase();
        run(() -> erasureFlow.propose(as(COORDINATOR), closed));
        run(() -> erasureFlow.approve(as(MAYOR), closed));
        EmbargoId embargo = in(() -> embargoFlow.lay(as(OFFICER), embargoOn(ObjectType.CASE, closed.value())));

        assertThatThrownBy(() -> in(() -> erasureFlow.carryOut(as(DPO), closed)))
                .hasMessage("under-embargo");

        run(() -> embargoFlow.lift(as(OFFICER), embargo));
        in(() -> erasureFlow.carryOut(as(DPO), closed));
        assertThatThrownBy(() -> seenBy(COORDINATOR, closed)).hasMessage("not-found");
    }
}
