package be.livc.workflow.livcr;

import static be.livc.testing.SameMoment.theOneDone;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.ItemId;
import be.livc.casefile.LayEmbargo;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.exchange.Body;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.ExchangeSettings;
import be.livc.exchange.Exchanges;
import be.livc.exchange.RecordExchange;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import be.livc.testing.SameMoment;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two people who answer a request, switch an exchange, decide on an erasure or lay an embargo at the very same moment, or one who
 * clicks twice: one act is done, the other is told why not, and the log tells it once.
 */
class SameMomentInACaseTest extends CaseTest {

    @Autowired
    SubjectRequests requests;

    @Autowired
    Exchanges exchanges;

    @Autowired
    ExchangeSettings settings;

    private CaseId caseId;

    @BeforeEach
    void a_case() {
        cell = aTown().withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "FLEMISH_LIAISON")
                .withMandate(ExchangeTest.LIAISON, Capacity.LIAISON_OFFICER)
                .foundedIn(beans);
        caseId = aListedCase();
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

    @Test
    void a_request_is_answered_twice() throws SQLException {
        SubjectRequestId id = aRequest();
        Supplier<?> answered = cell.later(() -> requests.answer(as(DPO), id));

        theOneDone(SameMoment.of("subject_request", answered, answered), "request-answered");

        assertThat(whyChanged(id.value())).containsOnlyOnce("answered");
    }

    @Test
    void a_request_gets_two_months_more_twice() throws SQLException {
        SubjectRequestId id = aRequest();
        Supplier<?> extended = cell.later(() -> requests.extend(as(DPO), id, "COMPLEXITY"));

        theOneDone(SameMoment.of("subject_request", extended, extended), "request-not-extendable");

        assertThat(whyChanged(id.value())).containsOnlyOnce("extended-COMPLEXITY");
    }

    @Test
    void a_request_is_answered_while_a_piece_is_weighed_anew() throws SQLException {
        SubjectRequestId id = aRequest();
        SubjectRequestView.Weighed piece = piecesOf(id).get(0);

        List<Optional<String>> outcomes = SameMoment.of(
                "subject_request, request_item",
                cell.later(() -> requests.answer(as(DPO), id)),
                cell.later(() -> weigh(id, piece, Optional.of(RestrictionGround.values()[0]))));

        assertThat(outcomes.get(0)).as("answered").isEmpty();
        List<String> told = whyChanged(id.value());
        assertThat(told.get(told.size() - 1)).as("the last that is told").isEqualTo("answered");
    }

    @Test
    void a_request_is_answered_while_it_is_said_which_case_it_is_about() throws SQLException {
        SubjectRequestId id = in(() -> requests.receive(as(DPO), "ACCESS", LocalDate.now(clock), "Per brief"));

        List<Optional<String>> outcomes = SameMoment.of(
                "subject_request",
                cell.later(() -> requests.answer(as(DPO), id)),
                cell.later(() -> requests.link(as(COORDINATOR), id, Optional.of(caseId))));

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
        Supplier<?> sent =
                cell.later(() -> exchanges.sent(as(COORDINATOR), caseId, id, LocalDate.now(clock), "SECURE_MAIL"));

        theOneDone(SameMoment.of("exchange", sent, sent), "already-sent");

        assertThat(whyChanged(id.value())).containsOnlyOnce("sent");
    }

    @Test
    void an_exchange_is_switched_on_twice() throws SQLException {
        Supplier<?> on = cell.later(
                () -> settings.switchOn(as(COORDINATOR), Body.OCAD, "Wet van 29-03-2024", LocalDate.now(clock)));

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
        Supplier<?> proposed = cell.later(() -> erasureFlow.propose(as(COORDINATOR), closed));
        Supplier<?> approved = cell.later(() -> erasureFlow.approve(as(MAYOR), closed));
        Supplier<?> kept = cell.later(
                () -> erasureFlow.keep(as(MAYOR), closed, LocalDate.now(clock).plusDays(9), "Nog nodig"));
        Supplier<?> done = cell.later(() -> erasureFlow.carryOut(as(DPO), closed));

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
        Supplier<?> laid = cell.later(() -> embargoFlow.lay(as(OFFICER), asked));
        theOneDone(SameMoment.of("embargo", laid, laid), "embargo-lies-already");

        EmbargoId lying = in(() -> embargoes.of(as(OFFICER))).get(0).id();
        Supplier<?> lifted = cell.later(() -> embargoFlow.lift(as(OFFICER), lying));
        theOneDone(SameMoment.of("embargo", lifted, lifted), "not-found");
    }
}
