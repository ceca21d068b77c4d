package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.testing.TestDatabase;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferState;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a hand-over leaves behind where the case was, and where it was offered in vain: no key, no content, no entitlement. */
class HandOverLeavingsTest extends HandOverTestBase {

    @Test
    void what_was_refused_or_taken_back_can_be_read_by_no_key_any_more_where_it_was_offered() throws SQLException {
        CaseId caseId = aListedCase();
        TransferId refused = offered(caseId, TransferKind.MOVE);
        assertThat(keysOf(refused)).as("while it is offered").isEqualTo(1);
        otherTown.in(() -> {
            transfers.refuse(there(THERE), refused, "NOT_HERE", "");
            return true;
        });
        TransferId takenBack = offered(caseId, TransferKind.MOVE);
        run(() -> transfers.withdraw(as(COORDINATOR), takenBack));

        assertThat(keysOf(refused)).as("refused").isZero();
        assertThat(keysOf(takenBack)).as("taken back").isZero();
        assertThat(contentLeftOf(refused)).as("refused").isZero();
        assertThat(contentLeftOf(takenBack)).as("taken back").isZero();
        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
    }

    @Test
    void what_was_prepared_and_never_offered_can_be_read_by_no_key_any_more() throws SQLException {
        CaseId caseId = aListedCase();
        Fault fault = new Fault("transfer_out", "OFFERED");
        assertThatThrownBy(() -> offered(caseId, TransferKind.MOVE)).isInstanceOf(RuntimeException.class);
        fault.end();

        clock.advance(Duration.ofMinutes(3));
        settling.settleAll();

        TransferId id = in(() -> reading.list(as(COORDINATOR))).get(0).id();
        assertThat(stateHere(id)).isEqualTo(TransferState.ABANDONED);
        assertThat(keysOf(id)).isZero();
        assertThat(contentLeftOf(id)).isZero();
    }

    @Test
    void a_case_that_left_has_no_key_where_it_was_and_nobody_is_entitled_to_it_there() throws SQLException {
        CaseId caseId = aListedCase();
        String entitled = "select count(*) from entitlement e join access_object o on o.cell_id = e.cell_id"
                + " and o.id = e.object_id where o.case_id = '" + caseId.value() + "' and o.type <> 'TRANSFER'";
        assertThat(count("select count(*) from case_key where record_id = '" + caseId.value() + "'"))
                .isEqualTo(1);
        assertThat(count(entitled)).isPositive();
        TransferId id = offered(caseId, TransferKind.MOVE);

        accepted(id);

        assertThat(count("select count(*) from case_key where record_id = '" + caseId.value() + "'"))
                .isZero();
        assertThat(count(entitled)).isZero();
    }

    @Test
    void what_was_taken_over_is_a_case_and_does_not_stay_in_the_offer_as_well() throws SQLException {
        TransferId id = offered(aListedCase(), TransferKind.MOVE);
        assertThat(contentLeftOf(id)).isEqualTo(1);

        accepted(id);

        assertThat(contentLeftOf(id)).isZero();
        assertThat(keysOf(id)).as("the key of the case that it became").isEqualTo(1);
    }

    /** How many keys there are where it was offered, for what it was or became there. */
    private static long keysOf(TransferId id) throws SQLException {
        return count("select count(*) from case_key where record_id in (select case_id from transfer_in where id = '"
                + id + "')");
    }

    private static long contentLeftOf(TransferId id) throws SQLException {
        return count("select count(*) from transfer_in where id = '" + id + "' and content_sealed is not null");
    }

    private static long count(String query) throws SQLException {
        return Long.parseLong(TestDatabase.askAsSuperuser(query).get(0));
    }
}
