package be.livc.workflow.livcr;

import static be.livc.testing.SameMoment.theOneDone;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.testing.SameMoment;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferState;
import be.livc.transfer.TransferView;
import be.livc.workflow.engine.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two people who offer a case, take it over, refuse it or take it back at the very same moment, or one who clicks twice: one act is
 * done, the other is told why not, and both cells tell the same of it.
 */
class SameMomentTest extends HandOverTestBase {

    private CaseId caseId;

    @BeforeEach
    void a_case() {
        caseId = aListedCase();
    }

    private List<TransferState> statesThere() {
        return otherTown.in(() -> reading.list(there(THERE))).stream()
                .map(TransferRow::state)
                .toList();
    }

    private List<TransferState> statesHere() {
        return in(() -> reading.list(as(COORDINATOR))).stream()
                .map(TransferRow::state)
                .toList();
    }

    @Test
    void an_offer_is_taken_over_twice() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        List<Optional<String>> outcomes = SameMoment.of(
                "transfer_in",
                otherTown.later(() -> transfers.accept(there(THERE), id)),
                otherTown.later(() -> transfers.accept(there(THERE), id)));

        theOneDone(outcomes, "already-answered");
        isAnsweredOnce(id, "accepted", "left");
    }

    private void isAnsweredOnce(TransferId id, String saidThere, String saidHere) {
        assertThat(whatHappened(otherTown, id))
                .filteredOn(what -> !what.equals("escalated"))
                .containsExactly("prepared", "received", saidThere);
        assertThat(whatHappened(cell, id)).containsExactly("begun", "offered", saidHere);
        assertThat(in(settling::heldUp)).isEmpty();
    }

    @Test
    void one_takes_an_offer_over_and_the_other_takes_it_back() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        isTakenOverOr("withdrawn", id, cell.later(() -> transfers.withdraw(as(COORDINATOR), id)));
    }

    private void isTakenOverOr(String answered, TransferId id, Supplier<?> other) throws SQLException {
        List<Optional<String>> outcomes =
                SameMoment.of("transfer_in", otherTown.later(() -> transfers.accept(there(THERE), id)), other);

        if (theOneDone(outcomes, "already-answered") == 0) {
            isAnsweredOnce(id, "accepted", "left");
        } else {
            isAnsweredOnce(id, answered, answered);
        }
    }

    @Test
    void of_two_who_refuse_an_offer_the_sender_reads_the_words_of_the_one_who_refused_it() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        List<Optional<String>> outcomes = SameMoment.of(
                "transfer_in",
                otherTown.later(() -> transfers.refuse(there(THERE), id, "NO_BASIS", "NO_BASIS")),
                otherTown.later(() -> transfers.refuse(there(MAYOR_THERE), id, "NOT_HERE", "NOT_HERE")));

        theOneDone(outcomes, "already-answered");
        isAnsweredOnce(id, "refused", "refused");
        TransferView told = in(() -> reading.open(as(COORDINATOR), id));
        assertThat(told.answer()).isEqualTo(told.answerCode());
    }

    @Test
    void one_takes_an_offer_over_and_the_other_refuses_it() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        isTakenOverOr("refused", id, otherTown.later(() -> transfers.refuse(there(MAYOR_THERE), id, "NOT_HERE", "")));
    }

    @Test
    void an_offer_is_taken_back_as_the_term_to_answer_ends() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        atTheEndOfTheTerm(cell.later(() -> transfers.withdraw(as(COORDINATOR), id)));

        isAnsweredOnce(id, "withdrawn", "withdrawn");
    }

    @Test
    void an_offer_is_taken_over_as_the_term_to_answer_ends() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        atTheEndOfTheTerm(otherTown.later(() -> transfers.accept(there(THERE), id)));

        isAnsweredOnce(id, "accepted", "left");
    }

    @Test
    void an_offer_is_refused_as_the_term_to_answer_ends() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        atTheEndOfTheTerm(otherTown.later(() -> transfers.refuse(there(THERE), id, "NO_BASIS", "")));

        isAnsweredOnce(id, "refused", "refused");
    }

    /** The timer holds the case before it writes to the log; nobody who answers waits for it the other way round. */
    private void atTheEndOfTheTerm(Supplier<?> answered) throws SQLException {
        clock.advance(Duration.ofDays(12));
        Supplier<?> ends = otherTown.later(() -> Timers.strike(engine, clock, otherTown.id()));

        List<Optional<String>> outcomes = SameMoment.of("ledger_entry", ends, answered);
        if (outcomes.get(1).filter("changed-meanwhile"::equals).isPresent()) {
            answered.get(); // the timer was first, and this is done when it is asked again
        } else {
            assertThat(outcomes.get(1)).isEmpty();
        }
        assertThat(outcomes.get(0)).isEmpty();
    }

    @Test
    void an_offer_is_taken_back_twice() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);
        Supplier<?> takenBack = cell.later(() -> transfers.withdraw(as(COORDINATOR), id));

        theOneDone(SameMoment.of("transfer_in", takenBack, takenBack), "already-answered");

        isAnsweredOnce(id, "withdrawn", "withdrawn");
    }

    @Test
    void a_case_is_offered_twice() throws SQLException {
        Supplier<?> offered = () -> offered(caseId, TransferKind.MOVE);

        theOneDone(SameMoment.of("transfer_out", offered, offered), "transfer-offered");

        assertThat(statesHere()).containsExactly(TransferState.OFFERED);
        assertThat(statesThere()).containsExactly(TransferState.OFFERED);
    }

    @Test
    void what_was_decided_is_finished_by_two_copies_of_the_program_at_once() throws SQLException {
        Fault fault = new Fault("transfer_out", "ACCEPTED");
        TransferId id = offered(caseId, TransferKind.MOVE);
        accepted(id);
        fault.end();

        SameMoment.of("transfer_out", cell.later(settling::settleAll), cell.later(settling::settleAll));

        isAnsweredOnce(id, "accepted", "left");
    }
}
