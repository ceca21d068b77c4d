package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.testing.Refused;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferState;
import be.livc.transfer.TransferView;
import be.livc.workflow.transfer.OfferCheck;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case goes from one town to another: offered, seen in summary, taken over or not. */
class HandOverTest extends HandOverTestBase {

    @Test
    void scenario_8_someone_moves_and_the_old_cell_keeps_only_the_decision_and_the_log() {
        CaseId caseId = aListedCase();

        TransferId id = offered(caseId, TransferKind.MOVE);
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("TRANSFER_OFFERED");
        TransferView offer = otherTown.in(() -> reading.open(there(THERE), id));
        assertThat(offer.summary().orElseThrow().subject().familyName()).isEqualTo("Verhaegen");
        assertThat(offer.summary().orElseThrow().lines())
                .extracting(line -> line.type())
                .containsExactly("FACT");
        TakenOver taken = accepted(id);

        CaseView theirs = otherTown.in(() -> cases.open(there(THERE), taken.caseId()));
        assertThat(theirs.phase()).isEqualTo("LISTED");
        assertThat(theirs.timeline()).singleElement().satisfies(piece -> {
            assertThat(piece.text()).isEqualTo("Zegt dat hij wraak wil nemen");
            assertThat(piece.detail().orElseThrow()).contains("klastitularis", "het CLB", "Cel ");
        });
        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId)).hasMessage("not-found");
        assertThat(in(() -> cases.list(as(COORDINATOR), Optional.empty(), Optional.empty(), 10))
                        .items())
                .isEmpty();
        TransferView decision = in(() -> reading.open(as(COORDINATOR), id));
        assertThat(decision.state()).isEqualTo(TransferState.ACCEPTED);
        assertThat(decision.reason()).contains("Verhuisd naar de buurgemeente");
        assertThat(whatHappened(cell, id)).containsExactly("begun", "offered", "left");
        assertThat(whatHappened(otherTown, id)).containsExactly("prepared", "received", "accepted");
    }

    @Test
    void
            scenario_9_nobody_of_the_other_cell_sees_anything_before_it_is_offered_or_the_content_before_it_is_taken_over() {
        CaseId caseId = aListedCase();
        TransferId id = offered(caseId, TransferKind.MOVE);

        assertThatThrownBy(() -> otherTown.in(() -> reading.open(there(OFFICER_THERE), id)))
                .hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> transfers.accept(as(COORDINATOR), id)))
                .isInstanceOf(Refusal.class);
        assertThat(otherTown.in(() -> reading.list(there(THERE))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.incoming()).isTrue();
                    assertThat(row.number()).isEmpty();
                });
    }

    @Test
    void what_the_receiving_cells_basis_does_not_cover_stays_behind() {
        otherTown = aTownElsewhere().withLawCovering("OCMW").foundedIn(beans);
        CaseId caseId = aListedCase();

        OfferCheck check = checked(caseId);

        assertThat(check.parts()).isNotEmpty().allSatisfy(judged -> {
            assertThat(judged.mayGo()).isFalse();
            assertThat(judged.refusals()).extracting(Refusal.Reason::code).containsExactly("not-covered-by-basis");
        });
        assertThatThrownBy(() -> offered(caseId, TransferKind.MOVE)).hasMessage("not-covered-by-basis");
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
    }

    @Test
    void a_refusal_tells_why_and_the_case_goes_on_where_it_was() {
        CaseId caseId = aListedCase();
        TransferId id = offered(caseId, TransferKind.MOVE);

        otherTown.in(() -> {
            transfers.refuse(there(THERE), id, "NOT_HERE", "Hij staat hier niet ingeschreven");
            return true;
        });

        TransferView decision = in(() -> reading.open(as(COORDINATOR), id));
        assertThat(decision.state()).isEqualTo(TransferState.REFUSED);
        assertThat(decision.answerCode()).contains("NOT_HERE");
        assertThat(decision.answer()).contains("Hij staat hier niet ingeschreven");
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("FOLLOW_UP");
        assertThat(otherTown.in(() -> reading.open(there(THERE), id)).summary()).isEmpty();
        assertThat(whatHappened(cell, id)).containsExactly("begun", "offered", "refused");
        assertThat(whatHappened(otherTown, id)).containsExactly("prepared", "received", "refused");
        TransferId again = offered(caseId, TransferKind.MOVE);
        assertThat(accepted(again).number()).startsWith("D-");
    }

    @Test
    void an_offer_can_be_taken_back_until_it_is_answered() {
        CaseId caseId = aListedCase();
        TransferId id = offered(caseId, TransferKind.MOVE);
        run(() -> transfers.withdraw(as(COORDINATOR), id));
        assertThat(stateHere(id)).isEqualTo(TransferState.WITHDRAWN);
        assertThatThrownBy(() -> accepted(id)).hasMessage("already-answered");

        TransferId second = offered(caseId, TransferKind.MOVE);
        accepted(second);

        assertThatThrownBy(() -> run(() -> transfers.withdraw(as(COORDINATOR), second)))
                .hasMessage("already-answered");
    }

    @Test
    void a_case_is_offered_to_one_cell_at_a_time() {
        CaseId caseId = aListedCase();
        offered(caseId, TransferKind.MOVE);

        assertThatThrownBy(() -> offered(caseId, TransferKind.MOVE)).hasMessage("wrong-phase");
    }

    @Test
    void who_takes_over_is_on_record_with_the_basis_under_which_they_hear_it() {
        TransferId id = offered(aListedCase(), TransferKind.MOVE);

        accepted(id);

        String basis = otherTown.in(() -> bases.all().get(0).id().toString());
        assertThat(otherTown
                        .in(() -> ledger.entries(LedgerFilter.all().of(Action.TRANSFER), Page.MOST))
                        .items())
                .extracting(view -> view.entry().orElseThrow())
                .filteredOn(entry -> entry.why().equals(Optional.of("accepted")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.basis())
                        .extracting(ref -> ref.reference().toString())
                        .containsExactly(basis));
    }

    @Test
    void a_piece_that_is_not_of_the_case_is_not_offered() {
        CaseId caseId = aListedCase();

        assertThatThrownBy(() -> in(() -> transfers.offer(
                        as(COORDINATOR),
                        new OfferTransfer(
                                caseId,
                                otherTown.id(),
                                TransferKind.MOVE,
                                "PREVENT_TERRORISM",
                                "Verhuisd",
                                Set.of(UUID.randomUUID())))))
                .satisfies(Refused.only("unknown-item", "items"));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
    }

    @Test
    void a_cell_without_a_coordinator_is_offered_nothing() {
        otherTown = ACell.aCell()
                .withMandate(MAYOR_THERE, Capacity.MAYOR)
                .withMandate(OFFICER_THERE, Capacity.INFORMATION_OFFICER)
                .withLawCovering("MUNICIPALITY", "POLICE")
                .foundedIn(beans);
        CaseId caseId = aListedCase();

        assertThatThrownBy(() -> offered(caseId, TransferKind.MOVE)).hasMessage("no-receiver");
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
    }
}
