package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a prison, too, whoever takes a step in a case takes the case first and the log after it. */
class CaseBeforeLogInPrisonTest extends PrisonTestBase {

    private final StepElsewhere elsewhere = new StepElsewhere();

    @BeforeEach
    void found_a_prison() {
        cell = aPrison(LocalDate.now(clock).plusMonths(8)).foundedIn(beans);
    }

    private void during(CaseId caseId, String act, Runnable doing) throws SQLException {
        elsewhere.during(caseId, act, () -> run(doing));
    }

    @Test
    void nobody_waits_for_a_case_with_the_log_in_hand() throws SQLException {
        ACell town = aTown().foundedIn(beans);
        LocalDate today = LocalDate.now(clock);
        Filed refused = aCandidate();
        Filed candidate = aCandidate();
        CaseId caseId = candidate.caseId();

        during(caseId, "check the basis", () -> candidates.checkBasis(as(COORDINATOR), candidate.id()));
        during(
                caseId,
                "admit",
                () -> candidates.admit(as(DIRECTION), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));
        in(() -> candidates.checkBasis(as(COORDINATOR), refused.id()));
        during(
                refused.caseId(),
                "not admit",
                () -> candidates.refuse(as(DIRECTION), refused.id(), "Er is geen reden toe"));
        during(
                caseId,
                "expect a release",
                () -> releases.expectRelease(as(COORDINATOR), caseId, Optional.of(today.plusDays(20))));
        during(caseId, "freeze", () -> releases.relocate(as(DIRECTION), caseId));
        during(caseId, "thaw", () -> releases.comeBack(as(DIRECTION), caseId));
        during(caseId, "release to nobody knows where", () -> releases.releasedToUnknown(as(COORDINATOR), caseId));
        elsewhere.during(
                caseId,
                "hand over in an emergency",
                () -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij")));

        assertThat(elsewhere.withMoreThanNothing()).isEmpty();
    }
}
