package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.workflow.engine.Timers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever takes a step in a case of a town takes the case first and the log after it, as its timers do. */
class CaseBeforeLogTest extends PlannedCaseTestBase {

    private final StepElsewhere elsewhere = new StepElsewhere();

    @AfterEach
    void nobody_waited_with_the_log_in_hand() {
        assertThat(elsewhere.withMoreThanNothing()).isEmpty();
    }

    private void during(CaseId caseId, String act, Runnable doing) throws SQLException {
        elsewhere.during(caseId, act, () -> run(doing));
    }

    @Test
    void a_signal_becomes_a_case() throws SQLException {
        Filed signal = filed();
        CaseId caseId = signal.caseId();

        for (String who : new String[] {COORDINATOR, OFFICER}) {
            during(
                    caseId,
                    "weigh as " + who,
                    () -> signalFlow.assess(as(who), signal.id(), anAssessment(Assess.Outcome.RETAINED)));
        }
        during(
                caseId,
                "list",
                () -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.LIST)));
        Filed another = filed();
        assessed(another.id(), Assess.Outcome.RETAINED);
        during(
                caseId,
                "add a signal",
                () -> listingFlow.decide(
                        as(MAYOR), another.id(), theDecision(ListingFlow.Decision.ADD_TO_CASE, caseId)));
    }

    @Test
    void a_case_goes_on_and_off_an_agenda() throws SQLException {
        CaseId caseId = aListedCase();
        ConsultationId first = aPlannedConsultation();
        ConsultationId second = aPlannedConsultation();

        during(caseId, "put on the agenda", () -> onTheAgenda(first, caseId, MAYOR, COORDINATOR, OFFICER));
        during(caseId, "take off", () -> consultationFlow.takeOff(as(COORDINATOR), first, 1));
        onTheAgenda(first, caseId, MAYOR, COORDINATOR, OFFICER);
        during(caseId, "call off", () -> consultationFlow.callOff(as(COORDINATOR), first));
        onTheAgenda(second, caseId, MAYOR, COORDINATOR, OFFICER);
        during(caseId, "check for a conflict", () -> clear(second, 1));
        comesAndSigns(second, 1, MAYOR, COORDINATOR, OFFICER);
        during(caseId, "open", () -> consultationFlow.open(as(MAYOR), second));
        during(caseId, "close the consultation", () -> consultationFlow.close(as(COORDINATOR), second));
    }

    @Test
    void an_embargo_holds_a_case() throws SQLException {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER);
        ConflictCheck found = new ConflictCheck(
                ConflictCheck.Outcome.EMBARGO, Optional.of("notitie 12"), Optional.of(today().plusDays(20)));

        during(caseId, "lay", () -> consultationFlow.checkConflict(as(OFFICER), consultation, 1, found));
        EmbargoId lying = in(() -> embargoes.of(as(OFFICER))).get(0).id();
        during(caseId, "prolong", () -> embargoFlow.prolong(as(OFFICER), lying, today().plusDays(30)));
        during(caseId, "lift", () -> embargoFlow.lift(as(OFFICER), lying));
    }

    @Test
    void a_plan_is_followed() throws SQLException {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        LocalDate sooner = today().plusMonths(1);
        MeasureId measure =
                seenBy(OCMW, caseId).plan().orElseThrow().measures().get(0).id();

        during(
                caseId,
                "change the plan",
                () -> caseFlow.changePlan(as(COORDINATOR), caseId, plan(List.of(BACK_TO_SCHOOL), sooner)));
        during(
                caseId,
                "report progress",
                () -> caseFlow.report(as(OCMW), caseId, measure, "Gesprek gehad", MeasureState.RUNNING));
        in(() -> {
            Timers.strike(engine, Timers.only(engine, cell.id(), "reviewApproachesInFollowUp"));
            return true;
        });
        during(caseId, "decline a consultation", () -> caseFlow.declineReviewMeeting(as(COORDINATOR), caseId));
        during(caseId, "close", () -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
    }

    @Test
    void a_closed_case_is_taken_up_again_kept_and_erased() throws SQLException {
        CaseId caseId = aPlannedCase(today().plusMonths(2), measure(OCMW, today().plusDays(20)));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);

        during(
                caseId,
                "take up again",
                () -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.REOPEN, caseId)));
        ConsultationId held = anOpenConsultation(caseId);
        run(() -> consultationFlow.close(as(COORDINATOR), held));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        during(caseId, "propose to erase", () -> erasureFlow.propose(as(COORDINATOR), caseId));
        during(caseId, "keep longer", () -> erasureFlow.keep(as(MAYOR), caseId, today().plusDays(100), "Nog nodig"));
        clock.advance(AN_HOUR);
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        during(caseId, "approve", () -> erasureFlow.approve(as(MAYOR), caseId));
        during(caseId, "carry out", () -> erasureFlow.carryOut(as(DPO), caseId));
    }
}
