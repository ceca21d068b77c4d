package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.consultation.ConsultationId;
import be.livc.rights.ErasureReason;
import be.livc.rights.Erasures;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why something is erased stays on its certificate for ever: that the term is over is said only when it is. */
class ErasureReasonTest extends CaseTest {

    private static final Optional<ErasureReason> TERM_OVER = Optional.of(ErasureReason.TERM_OVER);

    @AfterEach
    void today_again() {
        clock.setRight();
    }

    @Test
    void nobody_proposes_to_erase_a_case_because_its_term_is_over_while_it_runs() {
        CaseId caseId = aClosedCase();

        assertThatThrownBy(() -> run(() -> erasureFlow.propose(as(COORDINATOR), caseId, TERM_OVER)))
                .satisfies(Refused.only("term-not-over", "reason"));

        clock.advance(Duration.ofDays(6 * 365));
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId, TERM_OVER));
        assertThat(reasonOf(caseId)).isEqualTo("TERM_OVER");
    }

    @Test
    void who_gives_no_reason_says_that_the_term_is_over_only_once_it_is() {
        CaseId early = aClosedCase();
        CaseId late = aClosedCase();

        run(() -> erasureFlow.propose(as(COORDINATOR), early));
        clock.advance(Duration.ofDays(6 * 365));
        run(() -> erasureFlow.propose(as(COORDINATOR), late));

        assertThat(reasonOf(early)).isEqualTo("OTHER");
        assertThat(reasonOf(late)).isEqualTo("TERM_OVER");
    }

    @Test
    void who_carries_an_erasure_out_does_not_say_so_either() {
        CaseId caseId = aClosedCase();
        run(() -> erasureFlow.propose(as(COORDINATOR), caseId));
        run(() -> erasureFlow.approve(as(MAYOR), caseId));

        assertThatThrownBy(() -> in(() -> erasureFlow.carryOut(as(DPO), caseId, TERM_OVER)))
                .satisfies(Refused.only("term-not-over", "reason"));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("CLOSED");
    }

    @Test
    void the_term_of_a_signal_that_went_no_further_counts_in_the_same_way_as_long_as_the_mayor_keeps_it() {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.NOT_RETAINED);
        CaseId id = signal.caseId();
        LocalDate keptUntil = LocalDate.now(clock).plusYears(1);
        assertThatThrownBy(() -> run(() -> erasureFlow.propose(as(COORDINATOR), id, TERM_OVER)))
                .satisfies(Refused.only("term-not-over", "reason"));
        run(() -> erasureFlow.propose(as(COORDINATOR), id));
        run(() -> erasureFlow.keep(as(MAYOR), id, keptUntil, "Nog nodig"));

        clock.advance(Duration.ofDays(300));
        run(() -> erasureFlow.propose(as(COORDINATOR), id));

        assertThat(reasonOf(id))
                .as("after its usual half year, kept for a year")
                .isEqualTo("OTHER");
        assertThat(in(() -> erasureFlow.signalsInRetention(as(COORDINATOR))))
                .singleElement()
                .satisfies(one -> assertThat(one.retainUntil()).isEqualTo(keptUntil));
    }

    private CaseId aClosedCase() {
        CaseId caseId = aListedCase();
        ConsultationId held = anOpenConsultation(caseId, CLB);
        run(() -> consultationFlow.close(as(COORDINATOR), held));
        in(() -> caseFlow.close(as(COORDINATOR), caseId, "GOALS_REACHED", ""));
        return caseId;
    }

    private String reasonOf(CaseId id) {
        return in(() -> beans.getBean(Erasures.class).proposedBecause(id)).orElseThrow();
    }
}
