package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Act;
import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.threshold.Escalation;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Thresholds;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.engine.TaskList;
import be.livc.workflow.engine.Timers;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For whom a late step also waits: for the head of the cell, or for whom the cell set. */
class EscalationTest extends CaseTest {

    @Autowired
    TaskList taskList;

    @Autowired
    Thresholds thresholds;

    @Autowired
    TransferFlow transfers;

    @Autowired
    TransferReading reading;

    @AfterEach
    void put_the_clock_right() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void an_offer_that_nobody_answered_goes_to_the_mayor_or_to_whom_the_cell_set_and_nobody_else_sees_it() {
        ACell sender = cell;
        ACell receiver = aTown().foundedIn(beans);
        cell = receiver;
        in(() -> thresholds.activate(
                as(COORDINATOR), 0, NewThresholds.of(Escalation.ANSWER_LATE_TO, Capacity.INFORMATION_OFFICER)));
        ACell usual = aTown().foundedIn(beans);
        cell = sender;
        TransferId toOfficer = offeredTo(receiver);
        TransferId toMayor = offeredTo(usual);
        cell = receiver;
        assertThatThrownBy(() -> in(() -> reading.open(as(OFFICER), toOfficer))).hasMessage("not-found");

        clock.advance(Duration.ofDays(12));
        Timers.strike(engine, clock, receiver.id(), usual.id());

        assertThat(stepsOf(receiver, Capacity.INFORMATION_OFFICER)).containsExactly("answerTransferLate");
        assertThat(stepsOf(receiver, Capacity.MAYOR)).isEmpty();
        assertThat(stepsOf(usual, Capacity.MAYOR)).containsExactly("answerTransferLate");
        assertThat(stepsOf(usual, Capacity.INFORMATION_OFFICER)).isEmpty();
        assertThat(in(() -> transfers.accept(as(OFFICER), toOfficer)).number()).startsWith("D-");
        cell = usual;
        assertThatThrownBy(() -> in(() -> reading.open(as(OFFICER), toMayor))).hasMessage("not-found");
        assertThat(in(() -> transfers.accept(as(MAYOR), toMayor)).number()).startsWith("D-");
        assertThat(in(() -> ledger.entries(LedgerFilter.all().of(Action.TRANSFER), Page.MOST))
                        .items())
                .extracting(view -> view.entry().orElseThrow().why().orElse(""))
                .contains("received", "escalated", "accepted");
    }

    private TransferId offeredTo(ACell receiver) {
        CaseId caseId = aListedCase();
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, receiver.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", Set.of())));
    }

    private List<String> stepsOf(ACell where, Capacity capacity) {
        return where.in(() -> taskList.tasks(Set.of(capacity.name()), TaskFilter.ALL, null, 50)).items().stream()
                .map(OpenTask::activityId)
                .toList();
    }

    @Test
    void a_function_that_may_not_do_the_step_cannot_be_set() {
        assertThatThrownBy(() -> in(() -> thresholds.activate(
                        as(COORDINATOR), 0, NewThresholds.of(Escalation.ANSWER_LATE_TO, Capacity.MEMBER))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::detail)
                        .containsExactly("ANSWER_LATE_TO"));
        for (CellKind kind : List.of(CellKind.LIVC_R, CellKind.PIVC)) {
            for (Escalation escalation : Escalation.values()) {
                Act act = escalation == Escalation.ANSWER_LATE_TO
                        ? Act.ANSWER_TRANSFER
                        : kind == CellKind.PIVC ? Act.FOLLOW_RELEASE : Act.PLAN_CONSULTATION;
                assertThat(escalation.choices(kind)).isNotEmpty().allMatch(act::isFor);
            }
        }
    }
}
