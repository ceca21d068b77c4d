package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasisId;
import be.livc.platform.Refusal;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.testing.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case of a PIVC from candidate to consultation, under the permission of the procureur. */
class PrisonTest extends PrisonTestBase {

    @BeforeEach
    void found_a_prison() {
        cell = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8)).foundedIn(beans);
    }

    @Test
    void the_consultation_of_a_prison_goes_the_way_of_a_town() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aConsultationOn(caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL);

        run(() -> consultationFlow.close(as(COORDINATOR), consultation));

        assertThat(phase(caseId)).isEqualTo("DETENTION_FOLLOW_UP");
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "NO_CONCERN_LEFT", ""));
        assertThat(phase(caseId)).isEqualTo("CLOSED");
    }

    @Test
    void a_case_that_leaves_the_agenda_is_followed_up_again_in_a_prison_too() {
        CaseId caseId = anAdmittedCase();
        ConsultationId held = aConsultationOn(caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL);
        clock.advance(Duration.ofHours(1));
        run(() -> consultationFlow.close(as(COORDINATOR), held));
        ConsultationId planned = aPlannedMeeting();
        onTheAgenda(planned, caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL);

        run(() -> consultationFlow.callOff(as(COORDINATOR), planned));

        assertThat(in(() -> processes.open(caseId.value()))).containsExactlyInAnyOrder("followPlan", "watchRelease");
        assertThat(phase(caseId)).isEqualTo("DETENTION_FOLLOW_UP");
    }

    private ConsultationId aConsultationOn(CaseId caseId, String... people) {
        ConsultationId consultation = aPlannedMeeting();
        onTheAgenda(consultation, caseId, people);
        run(() -> consultationFlow.checkConflict(as(PROSECUTOR), consultation, 1, noConflict()));
        comesAndSigns(consultation, 1, people);
        run(() -> consultationFlow.open(as(COORDINATOR), consultation));
        return consultation;
    }

    @Test
    void scenario_6_a_permission_that_expired_yesterday_keeps_the_meeting_closed_and_the_file_read_only() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aPlannedMeeting();
        onTheAgenda(consultation, caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR);
        run(() -> bases.end(bases.all().get(0).id(), LocalDate.now(clock).plusDays(1)));
        clock.advance(Duration.ofDays(2));

        assertThat(seenBy(COORDINATOR, caseId).restrictions()).contains(CaseView.Restriction.BASIS_EXPIRED);
        assertThatThrownBy(() -> run(() -> consultationFlow.open(as(COORDINATOR), consultation)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code)
                        .contains("no-valid-basis"));
        assertThatThrownBy(() -> run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan())))
                .hasMessage("no-valid-basis");
        Filed another = aCandidate();
        assertThat(in(() -> candidates.checkBasis(as(COORDINATOR), another.id())))
                .isFalse();
    }

    private ChangePlan aPlan() {
        return new ChangePlan(
                List.of(new Goal("WORK", "Een opleiding beginnen")),
                List.of(),
                LocalDate.now(clock).plusMonths(1),
                Optional.empty());
    }

    @Test
    void scenario_7_the_vdab_is_not_named_by_the_permission_and_is_by_the_towns_own_basis() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aPlannedMeeting();

        assertThatThrownBy(() -> onTheAgenda(consultation, caseId, COORDINATOR, EMPLOYMENT))
                .hasMessage("not-covered-by-basis");

        ACell prison = cell;
        cell = aTown().withMandate(EMPLOYMENT, Capacity.MEMBER, "VDAB")
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "VDAB")
                .foundedIn(beans);
        CaseId inTown = aListedCase();
        assertThat(onTheAgenda(aPlannedConsultation(), inTown, COORDINATOR, EMPLOYMENT))
                .isEqualTo(1);
        cell = prison;
    }

    @Test
    void someone_who_is_moved_to_a_prison_without_a_pivc_has_a_frozen_case_until_they_are_back() {
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aPlannedMeeting();

        run(() -> releases.relocate(as(DIRECTION), caseId));

        assertThat(phase(caseId)).isEqualTo("RELOCATED");
        assertThat(seenBy(COORDINATOR, caseId).restrictions()).contains(CaseView.Restriction.FROZEN);
        assertThatThrownBy(() -> onTheAgenda(consultation, caseId, COORDINATOR)).hasMessage("case-frozen");
        run(() -> releases.comeBack(as(DIRECTION), caseId));
        assertThat(phase(caseId)).isEqualTo("ADMITTED");
        assertThat(onTheAgenda(consultation, caseId, COORDINATOR)).isEqualTo(1);
    }

    @Test
    void a_candidate_whom_the_direction_does_not_admit_is_kept_for_the_short_term() {
        Filed candidate = aCandidate();
        in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));

        run(() -> candidates.refuse(as(DIRECTION), candidate.id(), "Geen aanwijzing"));

        assertThat(in(() -> signals.open(as(COORDINATOR), candidate.id())).state())
                .isEqualTo("NOT_RETAINED");
        assertThat(in(() -> processes.phase(candidate.caseId().value()))).isEqualTo("REFUSED");
        assertThat(in(() -> erasureFlow.signalsInRetention(as(COORDINATOR))))
                .extracting(ErasureFlow.KeptSignal::id)
                .containsExactly(candidate.id());
    }

    @Test
    void a_case_is_followed_under_the_permission_for_its_own_purpose_and_admitted_for_no_other() {
        assertThatThrownBy(() -> anAdmittedCaseFor("REINTEGRATION")).hasMessageContaining("basis");
        LegalBasisId own = in(() -> bases.record(aBasis(BasisKind.PROSECUTOR_PERMISSION, "REINTEGRATION")))
                .id();
        CaseId caseId = anAdmittedCaseFor("REINTEGRATION");
        run(() -> releases.expectRelease(as(COORDINATOR), caseId, Optional.empty()));

        run(() -> bases.withdraw(own));

        assertThatThrownBy(() -> run(() -> releases.expectRelease(as(COORDINATOR), caseId, Optional.empty())))
                .as("the permission for the cell's main purpose goes on")
                .hasMessage("no-valid-basis");
    }

    private CaseId anAdmittedCaseFor(String purpose) {
        Filed candidate = aCandidate();
        in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));
        in(() -> candidates.admit(as(DIRECTION), candidate.id(), purpose, "Terugkeer voorbereiden"));
        return candidate.caseId();
    }

    @Test
    void no_other_basis_stands_for_the_permission_of_the_procureur() {
        Filed checked = aCandidate();
        in(() -> candidates.checkBasis(as(COORDINATOR), checked.id()));
        in(() -> bases.record(aBasis(BasisKind.LAW, "PREVENT_TERRORISM")));
        run(() -> bases.withdraw(bases.all().stream()
                .filter(basis -> basis.kind() == BasisKind.PROSECUTOR_PERMISSION)
                .findFirst()
                .orElseThrow()
                .id()));

        assertThatThrownBy(() -> in(() ->
                        candidates.admit(as(DIRECTION), checked.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden")))
                .hasMessage("basis-expired");
        Filed another = aCandidate();
        assertThat(in(() -> candidates.checkBasis(as(COORDINATOR), another.id())))
                .isFalse();
    }

    @Test
    void a_meeting_of_a_prison_is_planned_on_no_other_basis_than_the_permission() {
        in(() -> bases.record(aBasis(BasisKind.LAW, "PREVENT_TERRORISM")));

        assertThatThrownBy(this::aPlannedMeeting).satisfies(Refused.only("not-a-permission", "legalBasis"));
    }

    @Test
    void a_release_is_not_expected_in_the_past_nor_answered_by_an_emergency_to_another_prison() {
        CaseId caseId = anAdmittedCase();
        ACell prison = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8)).foundedIn(beans);

        assertThatThrownBy(() -> run(() -> releases.expectRelease(
                        as(COORDINATOR),
                        caseId,
                        Optional.of(LocalDate.now(clock).minusDays(1)))))
                .hasMessage("in-the-past");
        assertThatThrownBy(() -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, prison.id(), "Plots vrij")))
                .hasMessage("emergency-to-prison");

        assertThat(phase(caseId)).isEqualTo("ADMITTED");
    }
}
