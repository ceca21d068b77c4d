package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferState;
import be.livc.workflow.transfer.Settling;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever fails on the way, a case is in one cell or in the other, and never half. */
class HandOverFaultTest extends HandOverTestBase {

    @ParameterizedTest(name = "{2} stands still when {0} becomes {1}")
    @CsvSource({
        "transfer_in,  PREPARED,   OFFER",
        "transfer_out, OFFERED,    OFFER",
        "transfer_in,  OFFERED,    OFFER",
        "transfer_in,  ACCEPTED,   ACCEPT",
        "transfer_out, ACCEPTED,   ACCEPT",
        "transfer_in,  REFUSED,    REFUSE",
        "transfer_out, REFUSED,    REFUSE",
        "transfer_in,  WITHDRAWN,  WITHDRAW",
        "transfer_out, WITHDRAWN,  WITHDRAW",
        "transfer_out, ABANDONED,  OFFER"
    })
    @SuppressWarnings("try")
    void a_fault_at_any_step_leaves_the_case_in_one_cell(String table, String state, String act) throws SQLException {
        CaseId caseId = aListedCase();
        TransferId id = act.equals("OFFER") ? null : offered(caseId, TransferKind.MOVE);
        List<Fault> faults = new ArrayList<>(List.of(new Fault(table, state)));
        if (state.equals("ABANDONED")) {
            faults.add(new Fault("transfer_out", "OFFERED"));
        }

        tryTo(act, caseId, id);
        for (Fault fault : faults) {
            fault.end();
        }
        clock.advance(Duration.ofMinutes(3));
        settling.settleAll();

        assertThatItIsInOneCell(caseId);
    }

    @Test
    void a_hand_over_that_is_held_up_is_told_in_both_cells_until_it_is_finished() throws SQLException {
        Fault fault = new Fault("transfer_in", "OFFERED");

        TransferId id = offered(aListedCase(), TransferKind.MOVE);
        settling.settleAll();

        assertThat(in(settling::heldUp)).extracting(Settling.HeldUp::id).containsExactly(id);
        assertThat(otherTown.in(settling::heldUp))
                .extracting(Settling.HeldUp::id)
                .containsExactly(id);

        fault.end();
        settling.settleAll();

        assertThat(in(settling::heldUp)).isEmpty();
        assertThat(otherTown.in(settling::heldUp)).isEmpty();
    }

    private void tryTo(String act, CaseId caseId, TransferId id) {
        try {
            switch (act) {
                case "OFFER" -> offered(caseId, TransferKind.MOVE);
                case "ACCEPT" -> accepted(id);
                case "REFUSE" ->
                    otherTown.in(() -> {
                        transfers.refuse(there(THERE), id, "NOT_HERE", "");
                        return true;
                    });
                default -> run(() -> transfers.withdraw(as(COORDINATOR), id));
            }
        } catch (RuntimeException asWanted) {
            assertThat(asWanted).isNotInstanceOf(AssertionError.class);
        }
    }

    /** Both sides say the same, the case can be read on exactly one, and both ledgers tell the same story. */
    private void assertThatItIsInOneCell(CaseId caseId) {
        TransferRow here = in(() -> reading.list(as(COORDINATOR))).get(0);
        List<TransferRow> rowsThere = otherTown.in(() -> reading.list(there(THERE)));
        boolean readableHere = isReadableHere(caseId);
        boolean readableThere = rowsThere.stream().anyMatch(row -> row.number().isPresent());
        assertThat(readableHere).isNotEqualTo(readableThere);
        assertThat(here.state()).isNotEqualTo(TransferState.PREPARING);
        if (here.state() == TransferState.ABANDONED) {
            assertThat(rowsThere).isEmpty();
            assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
        } else {
            assertThat(rowsThere).singleElement().satisfies(row -> assertThat(row.state())
                    .isEqualTo(here.state()));
            assertThat(lastOf(cell, here.id())).isEqualTo(lastHereFor(lastOf(otherTown, here.id())));
        }
        settling.settleAll();
        assertThat(isReadableHere(caseId)).isEqualTo(readableHere);
    }

    private boolean isReadableHere(CaseId caseId) {
        try {
            return seenBy(COORDINATOR, caseId).subject().isPresent();
        } catch (Refusal gone) {
            return false;
        }
    }

    private String lastOf(ACell where, TransferId id) {
        List<String> all = whatHappened(where, id);
        return all.get(all.size() - 1);
    }

    static String lastHereFor(String lastThere) {
        return switch (lastThere) {
            case "received" -> "offered";
            case "accepted" -> "left";
            default -> lastThere;
        };
    }
}
