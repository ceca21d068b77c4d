package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.exchange.Body;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.ExchangeSettings;
import be.livc.exchange.Exchanges;
import be.livc.exchange.RecordExchange;
import be.livc.rights.OpenRequest;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import be.livc.testing.ACell;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.TransferFlow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of what is not finished yet when a case goes to another cell: a request of its subject, a question to OCAD. */
class OpenMattersTest extends CaseTest {

    private static final String DPO_THERE = "de DPO daar";
    private static final String LIAISON = "de Vlaamse verbindingsofficier";

    @Autowired
    TransferFlow transfers;

    @Autowired
    SubjectRequests requests;

    @Autowired
    Exchanges exchanges;

    @Autowired
    ExchangeSettings settings;

    private ACell otherTown;

    @BeforeEach
    void found_the_other_town() {
        otherTown = HandOverTestBase.aTownElsewhere()
                .withMandate(DPO_THERE, Capacity.DPO)
                .foundedIn(beans);
    }

    private SubjectRequestId asked(String kind, LocalDate receivedOn, CaseId about) {
        SubjectRequestId id = in(() -> requests.receive(as(DPO), kind, receivedOn, "Bram Verhaegen, per brief"));
        run(() -> requests.link(as(COORDINATOR), id, Optional.of(about)));
        return id;
    }

    private OfferCheck check(CaseId caseId) {
        return in(() -> transfers.check(as(COORDINATOR), caseId, otherTown.id(), "PREVENT_TERRORISM"));
    }

    private TakenOver handedOver(CaseId caseId) {
        return takenOver(offered(caseId));
    }

    private TransferId offered(CaseId caseId) {
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, otherTown.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", Set.of())));
    }

    private TakenOver takenOver(TransferId id) {
        return otherTown.in(() -> transfers.accept(otherTown.actor(HandOverTestBase.THERE), id));
    }

    @Test
    void a_request_of_the_data_subject_goes_along_with_its_term_and_without_who_asked() {
        CaseId caseId = aListedCase();
        LocalDate received = LocalDate.now(clock).minusDays(12);
        SubjectRequestId first = asked("RECTIFICATION", received, caseId);
        run(() -> requests.extend(as(DPO), first, "COMPLEXITY"));
        String number = in(() -> requests.read(as(DPO), first)).number();
        assertThat(check(caseId).requests()).extracting(OpenRequest::number).containsExactly(number);

        TakenOver taken = handedOver(caseId);

        List<SubjectRequestView> there = otherTown.in(() -> requests.list(otherTown.actor(DPO_THERE)));
        assertThat(there).singleElement().satisfies(request -> {
            assertThat(request.kind()).isEqualTo("RECTIFICATION");
            assertThat(request.receivedOn()).isEqualTo(received);
            assertThat(request.dueOn()).isEqualTo(received.plusMonths(3));
            assertThat(request.extended()).isTrue();
            assertThat(request.caseId()).contains(taken.caseId());
            assertThat(request.requester()).contains(number).doesNotContain("Verhaegen");
        });
    }

    @Test
    void what_is_asked_or_answered_while_the_case_is_offered_counts_when_it_is_taken_over() {
        CaseId caseId = aListedCase();
        SubjectRequestId before = asked("ACCESS", LocalDate.now(clock), caseId);
        TransferId id = offered(caseId);
        asked("RECTIFICATION", LocalDate.now(clock), caseId);
        in(() -> requests.read(as(COORDINATOR), before))
                .pieces()
                .forEach(piece -> run(() -> requests.weigh(as(COORDINATOR), before, piece.id(), Optional.empty())));
        run(() -> requests.answer(as(DPO), before));

        takenOver(id);

        assertThat(otherTown.in(() -> requests.list(otherTown.actor(DPO_THERE))))
                .extracting(SubjectRequestView::kind)
                .containsExactly("RECTIFICATION");
    }

    @Test
    void a_request_whose_case_has_left_is_answered_where_it_was_asked_without_weighing_what_is_gone() {
        CaseId caseId = aListedCase();
        SubjectRequestId id = asked("ACCESS", LocalDate.now(clock), caseId);
        SubjectRequestView before = in(() -> requests.read(as(COORDINATOR), id));
        assertThat(before.gone()).isFalse();
        assertThat(before.pieces()).hasSizeGreaterThan(1);
        run(() -> requests.weigh(as(COORDINATOR), id, before.pieces().get(0).id(), Optional.empty()));

        handedOver(caseId);

        SubjectRequestView after = in(() -> requests.read(as(COORDINATOR), id));
        assertThat(after.gone()).isTrue();
        assertThat(after.pieces())
                .extracting(SubjectRequestView.Weighed::id)
                .containsExactly(before.pieces().get(0).id());
        assertThatThrownBy(() -> run(() -> requests.weigh(
                        as(COORDINATOR), id, before.pieces().get(1).id(), Optional.empty())))
                .hasMessage("request-case-gone");
        run(() -> requests.answer(as(DPO), id));
        assertThat(in(() -> requests.read(as(DPO), id)).state()).isEqualTo("ANSWERED");
    }

    @Test
    void an_answered_request_stays_where_it_was_answered() {
        CaseId caseId = aListedCase();
        SubjectRequestId id = asked("ACCESS", LocalDate.now(clock), caseId);
        for (SubjectRequestView.Weighed piece :
                in(() -> requests.read(as(COORDINATOR), id)).pieces()) {
            run(() -> requests.weigh(as(COORDINATOR), id, piece.id(), Optional.empty()));
        }
        run(() -> requests.answer(as(DPO), id));

        handedOver(caseId);

        assertThat(otherTown.in(() -> requests.list(otherTown.actor(DPO_THERE))))
                .isEmpty();
    }

    @Test
    void who_hands_a_case_over_is_told_that_ocad_has_not_answered_yet() {
        cell = aTown().withMandate(LIAISON, Capacity.LIAISON_OFFICER)
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "FLEMISH_LIAISON")
                .foundedIn(beans);
        CaseId caseId = aListedCase();
        in(() -> settings.switchOn(as(COORDINATOR), Body.OCAD, "Wet van 29-03-2024", LocalDate.now(clock)));
        assertThat(check(caseId).awaitsAnswer()).isFalse();

        in(() -> exchanges.record(
                as(COORDINATOR),
                new RecordExchange(
                        caseId,
                        ExchangeKind.EVALUATION_REQUEST,
                        mandate(LIAISON),
                        Map.of("urgency", "URGENT", "question", "Welk niveau?", "reason", "Een uitspraak"),
                        Optional.empty())));

        assertThat(check(caseId).awaitsAnswer()).isTrue();
    }
}
