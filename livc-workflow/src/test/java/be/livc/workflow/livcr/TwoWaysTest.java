package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.Goal;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.engine.Timers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A prison's consultation and its release run side by side: what happens on the first while the second waits for another
 * cell's answer, or for the person's return, takes neither from its way.
 */
class TwoWaysTest extends PrisonTestBase {

    private ACell town;

    @BeforeEach
    void found_a_prison_and_a_town() {
        cell = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8)).foundedIn(beans);
        town = aTown().foundedIn(beans);
    }

    /** A case that was discussed and comes back for its review in a month. */
    private CaseId aFollowedCase() {
        CaseId caseId = anAdmittedCase();
        ConsultationId meeting = aPlannedMeeting();
        onTheAgenda(meeting, caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR);
        run(() -> consultationFlow.checkConflict(as(PROSECUTOR), meeting, 1, noConflict()));
        comesAndSigns(meeting, 1, COORDINATOR, DIRECTION, PSYCHOSOCIAL);
        run(() -> consultationFlow.open(as(COORDINATOR), meeting));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan()));
        run(() -> consultationFlow.close(as(COORDINATOR), meeting));
        assertThat(steps(caseId)).containsExactlyInAnyOrder("followPlan", "watchRelease");
        return caseId;
    }

    private ChangePlan aPlan() {
        return new ChangePlan(
                List.of(new Goal("WORK", "Een opleiding beginnen")),
                List.of(),
                LocalDate.now(clock).plusMonths(1),
                Optional.empty());
    }

    private TransferId offered(CaseId caseId) {
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, town.id(), TransferKind.RELEASE, "PREVENT_TERRORISM", "Komt vrij", Set.of())));
    }

    private void refused(TransferId id) {
        town.in(() -> {
            transfers.refuse(town.actor(COORDINATOR), id, "NO_BASIS", "Hij woont hier niet");
            return Boolean.TRUE;
        });
    }

    private Set<String> steps(CaseId id) {
        return in(() -> processes.open(id.value()));
    }

    /** The review that was planned falls due. */
    private void theReviewComesUp(CaseId caseId) {
        clock.advance(Duration.ofDays(40));
        Timers.strike(engine, clock, cell.id(), town.id());
        assertThat(steps(caseId)).contains("review");
    }

    @Test
    void a_case_on_offer_stays_on_offer_when_its_review_comes_up_and_leaves_when_it_is_taken_over() {
        CaseId caseId = aFollowedCase();
        TransferId id = offered(caseId);

        theReviewComesUp(caseId);

        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");
        assertThat(in(() -> processes.phase(caseId.value()))).isEqualTo("TRANSFER_OFFERED");
        assertThatThrownBy(() -> in(() -> caseFlow.close(as(COORDINATOR), caseId, "OTHER", "")))
                .hasMessage("transfer-offered");
        assertThat(town.in(() -> transfers.accept(town.actor(COORDINATOR), id)).number())
                .startsWith("D-");
        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId)).hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> processes.where(caseId.value()))).hasMessage("not-found");
    }

    @Test
    void a_case_that_is_refused_after_its_review_came_up_prepares_the_return_again_and_can_be_reviewed_and_closed() {
        CaseId caseId = aFollowedCase();
        TransferId id = offered(caseId);
        theReviewComesUp(caseId);

        refused(id);

        assertThat(phase(caseId)).isEqualTo("PRE_RELEASE");
        assertThat(steps(caseId)).containsExactlyInAnyOrder("review", "prepareRelease");
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan()));
        assertThat(steps(caseId)).containsExactlyInAnyOrder("followPlan", "prepareRelease");
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "NO_CONCERN_LEFT", ""));
        assertThat(phase(caseId)).isEqualTo("CLOSED");
    }

    @Test
    void an_emergency_is_acknowledged_after_the_review_came_up() {
        CaseId caseId = aFollowedCase();
        TransferId id = in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij"));
        theReviewComesUp(caseId);
        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");

        assertThat(town.in(() -> transfers.accept(town.actor(OFFICER), id)).number())
                .startsWith("D-");

        assertThatThrownBy(() -> in(() -> processes.where(caseId.value()))).hasMessage("not-found");
    }

    @Test
    void a_frozen_case_stays_frozen_when_its_review_comes_up_and_is_under_review_once_the_person_is_back() {
        CaseId caseId = aFollowedCase();
        run(() -> releases.relocate(as(DIRECTION), caseId));

        theReviewComesUp(caseId);

        assertThat(phase(caseId)).isEqualTo("RELOCATED");
        run(() -> releases.comeBack(as(DIRECTION), caseId));
        assertThat(phase(caseId)).isEqualTo("DETENTION_FOLLOW_UP");
        assertThat(steps(caseId)).containsExactlyInAnyOrder("review", "watchRelease");
    }

    @Test
    void a_frozen_case_whose_offer_is_refused_is_frozen_as_before_and_goes_on_once_the_person_is_back() {
        CaseId caseId = aFollowedCase();
        run(() -> releases.relocate(as(DIRECTION), caseId));
        TransferId id = offered(caseId);
        theReviewComesUp(caseId);
        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");

        refused(id);

        assertThat(phase(caseId)).isEqualTo("RELOCATED");
        assertThat(seenBy(COORDINATOR, caseId).restrictions()).contains(CaseView.Restriction.FROZEN);
        run(() -> releases.comeBack(as(DIRECTION), caseId));
        assertThat(seenBy(COORDINATOR, caseId).restrictions()).doesNotContain(CaseView.Restriction.FROZEN);
        assertThat(steps(caseId)).containsExactlyInAnyOrder("review", "watchRelease");
    }

    @Test
    void a_permission_that_expires_while_the_review_comes_up_keeps_the_case_and_lets_it_be_taken_back_and_closed() {
        CaseId caseId = aFollowedCase();
        TransferId id = offered(caseId);
        run(() -> bases.end(bases.all().get(0).id(), LocalDate.now(clock).plusDays(10)));
        theReviewComesUp(caseId);

        assertThatThrownBy(() -> town.in(() -> transfers.accept(town.actor(COORDINATOR), id)))
                .hasMessage("sender-without-basis");

        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");
        run(() -> transfers.withdraw(as(COORDINATOR), id));
        assertThat(phase(caseId)).isEqualTo("PRE_RELEASE");
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "OTHER", ""));
        assertThat(phase(caseId)).isEqualTo("CLOSED");
    }

    @Test
    void an_embargo_of_one_item_that_is_lifted_while_the_case_is_on_offer_leaves_it_there() {
        CaseId caseId = anAdmittedCase();
        ConsultationId meeting = aPlannedMeeting();
        onTheAgenda(meeting, caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR);
        run(() -> consultationFlow.checkConflict(
                as(PROSECUTOR),
                meeting,
                1,
                new ConflictCheck(
                        ConflictCheck.Outcome.EMBARGO,
                        Optional.of("Dossier 17"),
                        Optional.of(LocalDate.now(clock).plusMonths(1)),
                        ConflictCheck.Scope.ITEM)));
        clock.advance(Duration.ofMinutes(1));
        TransferId id = offered(caseId);

        EmbargoId lying = in(() -> embargoes.of(as(PROSECUTOR)).get(0).id());
        run(() -> embargoFlow.lift(as(PROSECUTOR), lying));

        assertThat(steps(caseId)).containsExactlyInAnyOrder("openConsultation", "awaitTransfer");
        assertThat(phase(caseId)).isEqualTo("TRANSFER_OFFERED");
        assertThat(town.in(() -> transfers.accept(town.actor(COORDINATOR), id)).number())
                .startsWith("D-");
    }

    @Test
    void a_case_that_is_frozen_before_its_meeting_does_not_keep_the_others_from_it_and_is_planned_anew_afterwards() {
        CaseId elsewhere = anAdmittedCase();
        CaseId staying = anAdmittedCase();
        ConsultationId meeting = aPlannedMeeting();
        for (CaseId one : List.of(elsewhere, staying)) {
            int n = onTheAgenda(meeting, one, COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR);
            run(() -> consultationFlow.checkConflict(as(PROSECUTOR), meeting, n, noConflict()));
        }
        run(() -> releases.relocate(as(DIRECTION), elsewhere));

        comesAndSigns(meeting, 2, COORDINATOR, DIRECTION, PSYCHOSOCIAL);
        run(() -> consultationFlow.open(as(COORDINATOR), meeting));

        assertThat(phase(staying)).isEqualTo("IN_CONSULTATION");
        assertThat(phase(elsewhere)).isEqualTo("RELOCATED");
        run(() -> consultationFlow.close(as(COORDINATOR), meeting));
        run(() -> releases.comeBack(as(DIRECTION), elsewhere));
        assertThat(phase(elsewhere)).isEqualTo("ADMITTED");
        assertThat(onTheAgenda(aPlannedMeeting(), elsewhere, COORDINATOR)).isEqualTo(1);
    }

    @Test
    void nothing_is_planned_nor_reported_in_a_frozen_case() {
        CaseId caseId = aFollowedCase();
        LocalDate soon = LocalDate.now(clock).plusWeeks(3);
        run(() -> caseFlow.changePlan(
                as(COORDINATOR),
                caseId,
                new ChangePlan(
                        List.of(new Goal("WORK", "Een opleiding beginnen")),
                        List.of(new PlannedMeasure(Optional.empty(), "Een aanbod zoeken", mandate(PSYCHOSOCIAL), soon)),
                        soon,
                        Optional.empty())));
        MeasureId measure = seenBy(COORDINATOR, caseId)
                .plan()
                .orElseThrow()
                .measures()
                .get(0)
                .id();
        run(() -> releases.relocate(as(DIRECTION), caseId));

        assertThatThrownBy(() -> run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan())))
                .hasMessage("case-frozen");
        assertThatThrownBy(() ->
                        in(() -> caseFlow.report(as(PSYCHOSOCIAL), caseId, measure, "Gevonden", MeasureState.DONE)))
                .hasMessage("case-frozen");

        run(() -> releases.comeBack(as(DIRECTION), caseId));
        in(() -> caseFlow.report(as(PSYCHOSOCIAL), caseId, measure, "Gevonden", MeasureState.DONE));
    }
}
