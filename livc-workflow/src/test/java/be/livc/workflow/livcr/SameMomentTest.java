package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.Embargoes;
import be.livc.casefile.ItemId;
import be.livc.casefile.LayEmbargo;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.exchange.Body;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.ExchangeSettings;
import be.livc.exchange.Exchanges;
import be.livc.exchange.RecordExchange;
import be.livc.ledger.LedgerFilter;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import be.livc.testing.SameMoment;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferState;
import be.livc.transfer.TransferView;
import be.livc.workflow.engine.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two people who answer, take back or decide the same thing at the very same moment, or one who clicks twice: one act is done, the
 * other is told why not, and nothing is half done.
 */
class SameMomentTest extends HandOverTestBase {

    @Autowired
    ProcessEngine engine;

    @Autowired
    SubjectRequests requests;

    @Autowired
    Exchanges exchanges;

    @Autowired
    ExchangeSettings settings;

    @Autowired
    Embargoes embargoes;

    @Autowired
    EmbargoFlow embargoFlow;

    private CaseId caseId;

    @BeforeEach
    void a_case() {
        cell = aTown().withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "FLEMISH_LIAISON")
                .withMandate(ExchangeTest.LIAISON, Capacity.LIAISON_OFFICER)
                .foundedIn(beans);
        caseId = aListedCase();
    }

    private Supplier<?> here(Runnable act) {
        return () -> in(() -> {
            act.run();
            return true;
        });
    }

    private Supplier<?> there(Runnable act) {
        return () -> otherTown.in(() -> {
            act.run();
            return true;
        });
    }

    /** Which act was done, by its place; the other was refused for this reason. */
    private static int theOneDone(List<Optional<String>> outcomes, String... reasons) {
        assertThat(outcomes)
                .filteredOn(Optional::isEmpty)
                .as("done: %s", outcomes)
                .hasSize(1);
        int done = outcomes.indexOf(Optional.<String>empty());
        assertThat(outcomes.get(1 - done).orElseThrow()).isIn((Object[]) reasons);
        return done;
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
                there(() -> transfers.accept(there(THERE), id)),
                there(() -> transfers.accept(there(THERE), id)));

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

        isTakenOverOr("withdrawn", id, here(() -> transfers.withdraw(as(COORDINATOR), id)));
    }

    private void isTakenOverOr(String answered, TransferId id, Supplier<?> other) throws SQLException {
        List<Optional<String>> outcomes =
                SameMoment.of("transfer_in", there(() -> transfers.accept(there(THERE), id)), other);

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
                there(() -> transfers.refuse(there(THERE), id, "NO_BASIS", "NO_BASIS")),
                there(() -> transfers.refuse(there(MAYOR_THERE), id, "NOT_HERE", "NOT_HERE")));

        theOneDone(outcomes, "already-answered");
        isAnsweredOnce(id, "refused", "refused");
        TransferView told = in(() -> reading.open(as(COORDINATOR), id));
        assertThat(told.answer()).isEqualTo(told.answerCode());
    }

    @Test
    void one_takes_an_offer_over_and_the_other_refuses_it() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        isTakenOverOr("refused", id, there(() -> transfers.refuse(there(MAYOR_THERE), id, "NOT_HERE", "")));
    }

    @Test
    void an_offer_is_taken_back_as_the_term_to_answer_ends() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        atTheEndOfTheTerm(here(() -> transfers.withdraw(as(COORDINATOR), id)));

        isAnsweredOnce(id, "withdrawn", "withdrawn");
    }

    @Test
    void an_offer_is_taken_over_as_the_term_to_answer_ends() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        atTheEndOfTheTerm(there(() -> transfers.accept(there(THERE), id)));

        isAnsweredOnce(id, "accepted", "left");
    }

    @Test
    void an_offer_is_refused_as_the_term_to_answer_ends() throws SQLException {
        TransferId id = offered(caseId, TransferKind.MOVE);

        atTheEndOfTheTerm(there(() -> transfers.refuse(there(THERE), id, "NO_BASIS", "")));

        isAnsweredOnce(id, "refused", "refused");
    }

    /** The timer holds the case before it writes to the log; nobody who answers waits for it the other way round. */
    private void atTheEndOfTheTerm(Supplier<?> answered) throws SQLException {
        clock.advance(Duration.ofDays(12));
        Supplier<?> ends = there(() -> Timers.strike(engine, clock, otherTown.id()));

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
        Supplier<?> takenBack = here(() -> transfers.withdraw(as(COORDINATOR), id));

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

        SameMoment.of("transfer_out", here(settling::settleAll), here(settling::settleAll));

        isAnsweredOnce(id, "accepted", "left");
    }

    private SubjectRequestId aRequest() {
        SubjectRequestId id = in(() -> requests.receive(as(DPO), "ACCESS", LocalDate.now(clock), "Per brief"));
        run(() -> requests.link(as(COORDINATOR), id, Optional.of(caseId)));
        piecesOf(id).forEach(piece -> weigh(id, piece, Optional.empty()));
        return id;
    }

    private List<SubjectRequestView.Weighed> piecesOf(SubjectRequestId id) {
        return in(() -> requests.read(as(COORDINATOR), id)).pieces();
    }

    private void weigh(SubjectRequestId id, SubjectRequestView.Weighed piece, Optional<RestrictionGround> ground) {
        run(() -> requests.weigh(as(COORDINATOR), id, piece.id(), ground));
    }

    private List<String> told(UUID object) {
        return entries(LedgerFilter.all().on(object.toString())).stream()
                .map(view -> view.entry().orElseThrow())
                .filter(entry -> entry.action().isChange())
                .flatMap(entry -> entry.why().stream())
                .toList();
    }

    @Test
    void a_request_is_answered_twice() throws SQLException {
        SubjectRequestId id = aRequest();
        Supplier<?> answered = here(() -> requests.answer(as(DPO), id));

        theOneDone(SameMoment.of("subject_request", answered, answered), "request-answered");

        assertThat(told(id.value())).containsOnlyOnce("answered");
    }

    @Test
    void a_request_gets_two_months_more_twice() throws SQLException {
        SubjectRequestId id = aRequest();
        Supplier<?> extended = here(() -> requests.extend(as(DPO), id, "COMPLEXITY"));

        theOneDone(SameMoment.of("subject_request", extended, extended), "request-not-extendable");

        assertThat(told(id.value())).containsOnlyOnce("extended-COMPLEXITY");
    }

    @Test
    void a_request_is_answered_while_a_piece_is_weighed_anew() throws SQLException {
        SubjectRequestId id = aRequest();
        SubjectRequestView.Weighed piece = piecesOf(id).get(0);

        List<Optional<String>> outcomes = SameMoment.of(
                "subject_request, request_item",
                here(() -> requests.answer(as(DPO), id)),
                here(() -> weigh(id, piece, Optional.of(RestrictionGround.values()[0]))));

        assertThat(outcomes.get(0)).as("answered").isEmpty();
        List<String> told = told(id.value());
        assertThat(told.get(told.size() - 1)).as("the last that is told").isEqualTo("answered");
    }

    @Test
    void a_request_is_answered_while_it_is_said_which_case_it_is_about() throws SQLException {
        SubjectRequestId id = in(() -> requests.receive(as(DPO), "ACCESS", LocalDate.now(clock), "Per brief"));

        List<Optional<String>> outcomes = SameMoment.of(
                "subject_request",
                here(() -> requests.answer(as(DPO), id)),
                here(() -> requests.link(as(COORDINATOR), id, Optional.of(caseId))));

        theOneDone(outcomes, "request-answered", "request-not-weighed");
    }

    @Test
    void what_goes_out_is_noted_as_sent_twice() throws SQLException {
        in(() -> settings.switchOn(as(COORDINATOR), Body.OCAD, "Wet van 29-03-2024", LocalDate.now(clock)));
        ItemId id = in(() -> exchanges.record(
                as(COORDINATOR),
                new RecordExchange(
                        caseId,
                        ExchangeKind.EVALUATION_REQUEST,
                        mandate(ExchangeTest.LIAISON),
                        Map.of("urgency", "URGENT", "question", "Welk niveau?", "reason", "Een uitspraak"),
                        Optional.empty())));
        Supplier<?> sent = here(() -> exchanges.sent(as(COORDINATOR), caseId, id, LocalDate.now(clock), "SECURE_MAIL"));

        theOneDone(SameMoment.of("exchange", sent, sent), "already-sent");

        assertThat(told(id.value())).containsOnlyOnce("sent");
    }

    @Test
    void an_exchange_is_switched_on_twice() throws SQLException {
        Supplier<?> on =
                here(() -> settings.switchOn(as(COORDINATOR), Body.OCAD, "Wet van 29-03-2024", LocalDate.now(clock)));

        theOneDone(SameMoment.of("exchange_setting", on, on), "exchange-on");
    }

    private CaseId aClosedCase() {
        ConsultationId held = anOpenConsultation(caseId);
        run(() -> consultationFlow.close(as(COORDINATOR), held));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        return caseId;
    }

    @Test
    void an_erasure_is_proposed_decided_and_carried_out_twice() throws SQLException {
        CaseId closed = aClosedCase();
        Supplier<?> proposed = here(() -> erasureFlow.propose(as(COORDINATOR), closed));
        Supplier<?> approved = here(() -> erasureFlow.approve(as(MAYOR), closed));
        Supplier<?> kept = here(
                () -> erasureFlow.keep(as(MAYOR), closed, LocalDate.now(clock).plusDays(9)));
        Supplier<?> done = here(() -> erasureFlow.carryOut(as(DPO), closed));

        theOneDone(SameMoment.of("erasure", proposed, proposed), "wrong-phase");
        if (theOneDone(SameMoment.of("erasure", approved, kept), "wrong-phase", "changed-meanwhile") == 1) {
            clock.advance(Duration.ofMinutes(1));
            proposed.get();
            approved.get();
        }
        theOneDone(SameMoment.of("erasure", done, done), "already-erased", "not-found", "wrong-phase");
    }

    @Test
    void an_embargo_is_laid_and_lifted_twice() throws SQLException {
        LayEmbargo asked = embargoOn(ObjectType.CASE, caseId.value());
        Supplier<?> laid = here(() -> embargoFlow.lay(as(OFFICER), asked));
        theOneDone(SameMoment.of("embargo", laid, laid), "embargo-lies-already");

        EmbargoId lying = in(() -> embargoes.of(as(OFFICER))).get(0).id();
        Supplier<?> lifted = here(() -> embargoFlow.lift(as(OFFICER), lying));
        theOneDone(SameMoment.of("embargo", lifted, lifted), "not-found");
    }
}
