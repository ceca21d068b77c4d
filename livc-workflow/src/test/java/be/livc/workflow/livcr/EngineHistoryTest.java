package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.transfer.TransferFlow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The history of the engine grows with open work, not with age: it goes when its case goes, whichever way that is. */
class EngineHistoryTest extends CaseTest {

    private static final List<String> TABLES = List.of(
            "act_hi_procinst",
            "act_hi_taskinst",
            "act_hi_actinst",
            "act_hi_varinst",
            "act_hi_identitylink",
            "act_ru_task",
            "act_ru_actinst");

    @Autowired
    TransferFlow transfers;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void nothing_of_the_engine_stays_of_what_was_erased_joined_refused_or_left() {
        ACell here = cell;
        ACell there = HandOverTestBase.aTownElsewhere().foundedIn(beans);
        CaseId open = aListedCase();
        int ofOneOpenCase = rows(here);
        assertThat(ofOneOpenCase).isPositive();

        erase();
        assertThat(rows(here)).as("after an erasure").isEqualTo(ofOneOpenCase);
        joinTo(open);
        assertThat(rows(here)).as("after another signal joined").isEqualTo(ofOneOpenCase);
        TransferId refused = offered(open, there);
        there.in(() -> {
            transfers.refuse(there.actor(HandOverTestBase.THERE), refused, "NOT_HERE", "Woont hier niet");
            return Boolean.TRUE;
        });
        assertThat(rows(there)).as("after an offer that was refused").isZero();
        TransferId taken = offered(open, there);
        there.in(() -> transfers.accept(there.actor(HandOverTestBase.THERE), taken));

        assertThat(rows(here)).as("once the case left").isZero();
        assertThat(rows(there)).isPositive();
    }

    private void erase() {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.NOT_RETAINED);
        run(() -> erasureFlow.propose(as(COORDINATOR), signal.caseId()));
        run(() -> erasureFlow.approve(as(MAYOR), signal.caseId()));
        in(() -> erasureFlow.carryOut(as(DPO), signal.caseId()));
    }

    private void joinTo(CaseId other) {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.ADD_TO_CASE, other)));
    }

    private TransferId offered(CaseId caseId, ACell to) {
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(caseId, to.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", Set.of())));
    }

    private int rows(ACell where) {
        return where.transact(() -> TABLES.stream()
                .mapToInt(table -> jdbc.queryForObject("select count(*) from flowable." + table, Integer.class))
                .sum());
    }
}
