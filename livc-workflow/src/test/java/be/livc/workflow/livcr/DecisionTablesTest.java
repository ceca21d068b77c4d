package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.cell.CodeLists;
import be.livc.platform.Refusal;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.workflow.deadline.WorkingDays;
import be.livc.workflow.decision.Advice;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.DecisionTables.Table;
import be.livc.workflow.decision.Preview;
import be.livc.workflow.decision.Weighed;
import be.livc.workflow.engine.ProcessStep;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The decision tables drive the terms and advise at an assessment; a cell sets their numbers within bounds. */
class DecisionTablesTest extends CaseTest {

    @Autowired
    DecisionTables tables;

    @Autowired
    Thresholds thresholds;

    @Autowired
    Preview preview;

    @Autowired
    Processes processes;

    @Autowired
    TransferFlow transfers;

    @Autowired
    TransferReading reading;

    @Autowired
    CodeLists codeLists;

    @AfterEach
    void put_the_clock_right() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private Instant answerByOfANewOffer() {
        ACell otherTown = HandOverTest.aTownElsewhere().foundedIn(beans);
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

        in(() -> thresholds.activate(as(COORDINATOR), 0, Map.of(Threshold.ANSWER_DAYS, 8)));

        assertThat(answerByOfANewOffer()).isEqualTo(WorkingDays.endOfWorkAfter(now, 8));
        assertThat(in(() -> tables.term("proposeReview")).amount())
                .as("what was not set stays")
                .isEqualTo(14);
    }

    @Test
    void a_threshold_has_bounds_a_version_and_one_who_was_first() {
        assertThatThrownBy(() -> in(() -> thresholds.activate(
                        as(COORDINATOR), 0, Map.of(Threshold.ANSWER_DAYS, 16, Threshold.CONSULT_FROM, 1))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::detail)
                        .containsExactlyInAnyOrder("ANSWER_DAYS", "CONSULT_FROM"));
        assertThatThrownBy(() -> in(() -> thresholds.activate(as(CLB), 0, Map.of())))
                .hasMessage("forbidden");

        in(() -> thresholds.activate(as(COORDINATOR), 0, Map.of(Threshold.ANSWER_DAYS, 8)));

        assertThatThrownBy(() -> in(() -> thresholds.activate(as(COORDINATOR), 0, Map.of(Threshold.ANSWER_DAYS, 9))))
                .hasMessage("changed-meanwhile");
        in(() -> thresholds.activate(as(COORDINATOR), 1, Map.of(Threshold.PROPOSAL_DAYS, 21)));
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

        List<Preview.Effect> effects = in(() -> preview.of(as(COORDINATOR), Map.of(Threshold.ANSWER_DAYS, 1)));

        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.step()).isEqualTo("answerTransfer");
            assertThat(effect.open()).isEqualTo(1);
            assertThat(effect.moved()).isEqualTo(1);
            assertThat(effect.pastThen()).isEqualTo(1);
        });
        assertThat(in(thresholds::current).number()).isZero();
    }

    @Test
    void every_rule_is_documented_in_dutch_and_who_it_escalates_to_is_who_the_process_asks() {
        for (Table table : Table.values()) {
            assertThat(tables.rules(table))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(rule -> assertThat(rule).hasSizeGreaterThan(30).endsWith("."));
        }
        for (String step : List.of("answerTransfer", "acknowledgeEmergency")) {
            String escalatesTo = in(() -> tables.term(step)).escalatesTo();
            List<ProcessStep> steps = in(() -> processes.steps("livc-r-case"));
            assertThat(steps)
                    .filteredOn(one -> one.id().equals(step + "Late"))
                    .singleElement()
                    .satisfies(late -> assertThat(late.capacities()).contains(escalatesTo));
        }
    }

    @ParameterizedTest(name = "{0}, intent {1}, capacity {2}, {3} met, {4} unknown: {5}")
    @CsvSource({
        "URGENT, YES, NO,      1, 0, URGENT_CONSULTATION",
        "URGENT, NO,  NO,      0, 0, NOT_RETAINED",
        "NORMAL, YES, YES,     2, 0, CONSULTATION",
        "NORMAL, YES, NO,      1, 0, REFERRED",
        "NORMAL, NO,  NO,      3, 0, CONSULTATION",
        "NORMAL, NO,  NO,      2, 0, REFERRED",
        "NORMAL, NO,  UNKNOWN, 1, 5, MORE_INFORMATION",
        "NORMAL, NO,  NO,      0, 0, NOT_RETAINED"
    })
    void the_table_advises(
            String urgency, Assess.Answer intent, Assess.Answer capacity, int met, int unknown, Advice advice) {
        Map<String, Assess.Answer> criteria = new HashMap<>(Map.of("INTENT", intent, "CAPACITY", capacity));
        for (Assess.Answer answer : List.of(Assess.Answer.YES, Assess.Answer.UNKNOWN)) {
            long there = criteria.values().stream().filter(answer::equals).count();
            for (long more = there; more < (answer == Assess.Answer.YES ? met : unknown); more++) {
                criteria.put(answer + "_" + more, answer);
            }
        }

        assertThat(in(() -> tables.advise(new Weighed(urgency, criteria)))).isEqualTo(advice);
    }

    @Test
    void a_higher_threshold_changes_the_advice_and_decides_nothing() {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        Weighed weighed = in(
                () -> Weighed.of(signals.open(as(COORDINATOR), signal.id()), codeLists.codesOf("assessment-criteria")));

        assertThat(in(() -> tables.advise(weighed))).isEqualTo(Advice.MORE_INFORMATION);
        in(() -> thresholds.activate(as(COORDINATOR), 0, Map.of(Threshold.UNKNOWN_FROM, 8)));

        assertThat(in(() -> tables.advise(weighed))).isEqualTo(Advice.REFERRED);
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("RETAINED");
    }
}
