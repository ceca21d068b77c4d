package be.livc.workflow.livcr;

import static be.livc.testing.SameMoment.theOneDone;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
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

    @Test
    void an_unexpected_release_is_told_twice() throws SQLException {
        CaseId caseId = anAdmittedCase();
        Supplier<?> released = () -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij"));

        theOneDone(SameMoment.of("transfer_out", released, released), "transfer-offered");

        assertThat(whyChanged(caseId.value())).containsOnlyOnce("released-unexpectedly");
        assertThat(in(() -> reading.list(as(COORDINATOR))))
                .extracting(TransferRow::state)
                .containsExactly(TransferState.OFFERED);
    }

    @Test
    void somebody_is_moved_and_comes_back_twice() throws SQLException {
        CaseId caseId = anAdmittedCase();
        Supplier<?> moved = cell.later(() -> releases.relocate(as(DIRECTION), caseId));
        Supplier<?> back = cell.later(() -> releases.comeBack(as(DIRECTION), caseId));

        theOneDone(SameMoment.of("detention", moved, moved), "wrong-phase", "changed-meanwhile", "case-frozen");
        theOneDone(SameMoment.of("detention", back, back), "wrong-phase", "changed-meanwhile");

        assertThat(whyChanged(caseId.value())).containsOnlyOnce("relocated", "returned");
        assertThat(phase(caseId)).isEqualTo("ADMITTED");
    }

    @Test
    void somebody_is_moved_while_the_case_is_offered() throws SQLException {
        CaseId caseId = anAdmittedCase();

        List<Optional<String>> outcomes = SameMoment.of(
                "transfer_out, detention",
                () -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij")),
                cell.later(() -> releases.relocate(as(DIRECTION), caseId)));

        assertThat(outcomes).as("one at least").contains(Optional.empty());
        assertThat(phase(caseId)).isIn("RELOCATED", "TRANSFER_OFFERED");
    }

    @Test
    void a_candidate_is_checked_and_admitted_twice() throws SQLException {
        Filed candidate = aCandidate();
        Supplier<?> checked = cell.later(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));
        Supplier<?> admitted = cell.later(
                () -> candidates.admit(as(DIRECTION), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));

        theOneDone(SameMoment.of("flowable.act_ru_task", checked, checked), "wrong-phase", "changed-meanwhile");
        theOneDone(
                SameMoment.of("case_file", admitted, admitted), "wrong-phase", "changed-meanwhile", "already-listed");
    }
}
