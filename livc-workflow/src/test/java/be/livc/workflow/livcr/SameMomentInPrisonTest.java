package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.ledger.LedgerFilter;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.testing.SameMoment;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferState;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a prison, too: of two acts at the very same moment one is done, and nothing is told twice. */
class SameMomentInPrisonTest extends PrisonTestBase {

    @Autowired
    TransferReading reading;

    private ACell town;

    @BeforeEach
    void found_a_prison_and_a_town() {
        cell = aPrison(LocalDate.now(clock).plusMonths(8)).foundedIn(beans);
        town = aTown().foundedIn(beans);
    }

    private Supplier<?> act(Runnable doing) {
        return () -> in(() -> {
            doing.run();
            return true;
        });
    }

    private List<String> told(CaseId id) {
        return entries(LedgerFilter.all().on(id.toString())).stream()
                .map(view -> view.entry().orElseThrow())
                .filter(entry -> entry.action().isChange())
                .flatMap(entry -> entry.why().stream())
                .toList();
    }

    private static void oneIsDone(List<Optional<String>> outcomes, String... reasons) {
        assertThat(outcomes)
                .filteredOn(Optional::isEmpty)
                .as("done: %s", outcomes)
                .hasSize(1);
        outcomes.stream().flatMap(Optional::stream).forEach(reason -> assertThat(reason)
                .isIn((Object[]) reasons));
    }

    @Test
    void an_unexpected_release_is_told_twice() throws SQLException {
        CaseId caseId = anAdmittedCase();
        Supplier<?> released = () -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij"));

        oneIsDone(SameMoment.of("transfer_out", released, released), "transfer-offered");

        assertThat(told(caseId)).containsOnlyOnce("released-unexpectedly");
        assertThat(in(() -> reading.list(as(COORDINATOR))))
                .extracting(TransferRow::state)
                .containsExactly(TransferState.OFFERED);
    }

    @Test
    void somebody_is_moved_and_comes_back_twice() throws SQLException {
        CaseId caseId = anAdmittedCase();
        Supplier<?> moved = act(() -> releases.relocate(as(DIRECTION), caseId));
        Supplier<?> back = act(() -> releases.comeBack(as(DIRECTION), caseId));

        oneIsDone(SameMoment.of("detention", moved, moved), "wrong-phase", "changed-meanwhile", "case-frozen");
        oneIsDone(SameMoment.of("detention", back, back), "wrong-phase", "changed-meanwhile");

        assertThat(told(caseId)).containsOnlyOnce("relocated", "returned");
        assertThat(phase(caseId)).isEqualTo("ADMITTED");
    }

    @Test
    void somebody_is_moved_while_the_case_is_offered() throws SQLException {
        CaseId caseId = anAdmittedCase();

        List<Optional<String>> outcomes = SameMoment.of(
                "transfer_out, detention",
                () -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij")),
                act(() -> releases.relocate(as(DIRECTION), caseId)));

        assertThat(outcomes).as("one at least").contains(Optional.empty());
        assertThat(phase(caseId)).isIn("RELOCATED", "TRANSFER_OFFERED");
    }

    @Test
    void a_candidate_is_checked_and_admitted_twice() throws SQLException {
        Filed candidate = aCandidate();
        Supplier<?> checked = act(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));
        Supplier<?> admitted = act(
                () -> candidates.admit(as(DIRECTION), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));

        oneIsDone(SameMoment.of("flowable.act_ru_task", checked, checked), "wrong-phase", "changed-meanwhile");
        oneIsDone(SameMoment.of("case_file", admitted, admitted), "wrong-phase", "changed-meanwhile", "already-listed");
    }
}
