package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.threshold.Escalation;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.Preview;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cell sets the numbers of the decision tables within bounds, and sees the effect first. */
class CellThresholdsTest extends CaseTest {

    @Autowired
    DecisionTables tables;

    @Autowired
    Thresholds thresholds;

    @Autowired
    Preview preview;

    @Autowired
    TransferFlow transfers;

    @Autowired
    TransferReading reading;

    @AfterEach
    void put_the_clock_right() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private Instant answerByOfANewOffer() {
        ACell otherTown = HandOverTestBase.aTownElsewhere().foundedIn(beans);
        CaseId caseId = aListedCase();
        TransferId id = in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, otherTown.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", Set.of())));
        return in(() -> reading.open(as(COORDINATOR), id)).answerBy();
    }

    @Test
    void the_term_to_answer_an_offer_is_what_the_table_says_and_what_the_cell_sets() {
        Instant now = clock.instant();
        assertThat(answerByOfANewOffer()).isEqualTo(WorkingDays.endOfWorkAfter(now, 5));

        in(() -> thresholds.activate(as(COORDINATOR), 0, NewThresholds.of(Map.of(Threshold.ANSWER_DAYS, 8))));

        assertThat(answerByOfANewOffer()).isEqualTo(WorkingDays.endOfWorkAfter(now, 8));
        assertThat(in(() -> tables.term("proposeReview")).amount())
                .as("what was not set stays")
                .isEqualTo(14);
    }

    @Test
    void a_threshold_has_bounds_a_version_and_one_who_was_first() {
        assertThatThrownBy(() -> in(() -> thresholds.activate(
                        as(COORDINATOR),
                        0,
                        NewThresholds.of(Map.of(Threshold.ANSWER_DAYS, 16, Threshold.CONSULT_FROM, 1)))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::detail)
                        .containsExactlyInAnyOrder("ANSWER_DAYS", "CONSULT_FROM"));
        assertThatThrownBy(() -> in(() -> thresholds.activate(as(CLB), 0, NewThresholds.of(Map.of()))))
                .hasMessage("forbidden");

        in(() -> thresholds.activate(as(COORDINATOR), 0, NewThresholds.of(Map.of(Threshold.ANSWER_DAYS, 8))));

        assertThatThrownBy(() -> in(() ->
                        thresholds.activate(as(COORDINATOR), 0, NewThresholds.of(Map.of(Threshold.ANSWER_DAYS, 9)))))
                .hasMessage("changed-meanwhile");
        in(() -> thresholds.activate(as(COORDINATOR), 1, NewThresholds.of(Map.of(Threshold.PROPOSAL_DAYS, 21))));
        List<Thresholds.Version> versions = in(thresholds::versions);
        assertThat(versions).extracting(Thresholds.Version::number).containsExactly(2, 1, 0);
        assertThat(versions.get(0).of(Threshold.ANSWER_DAYS)).isEqualTo(8);
        assertThat(versions.get(2).of(Threshold.ANSWER_DAYS)).isEqualTo(5);
    }

    @Test
    void the_effect_on_open_steps_is_seen_before_anything_is_activated() {
        ACell sender = cell;
        cell = aTown().foundedIn(beans);
        ACell receiver = cell;
        cell = sender;
        CaseId caseId = aListedCase();
        in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, receiver.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", Set.of())));
        cell = receiver;
        clock.advance(Duration.ofDays(5));

        List<Preview.Effect> effects =
                in(() -> preview.of(as(COORDINATOR), NewThresholds.of(Map.of(Threshold.ANSWER_DAYS, 1))));

        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.step()).isEqualTo("answerTransfer");
            assertThat(effect.open()).isEqualTo(1);
            assertThat(effect.moved()).isEqualTo(1);
            assertThat(effect.pastThen()).isEqualTo(1);
            assertThat(effect.reassigned()).isZero();
        });
        assertThat(in(() -> preview.of(
                        as(COORDINATOR), NewThresholds.of(Escalation.ANSWER_LATE_TO, Capacity.INFORMATION_OFFICER))))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.moved()).isZero();
                    assertThat(effect.reassigned()).isEqualTo(1);
                    assertThat(effect.toNow()).contains(Capacity.MAYOR);
                    assertThat(effect.toThen()).contains(Capacity.INFORMATION_OFFICER);
                });
        assertThat(in(thresholds::current).number()).isZero();
    }
}
