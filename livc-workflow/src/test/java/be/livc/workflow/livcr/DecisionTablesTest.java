package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Act;
import be.livc.calendar.WorkingDays;
import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.CodeLists;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.threshold.Escalation;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.workflow.decision.Advice;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.DecisionTables.Table;
import be.livc.workflow.decision.Preview;
import be.livc.workflow.decision.Term;
import be.livc.workflow.decision.Weighed;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.ProcessEngine;
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

    @Autowired
    ProcessEngine engine;

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

    @Test
    void every_rule_is_documented_in_dutch() {
        for (Table table : Table.values()) {
            assertThat(tables.rules(table).values())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(rule -> assertThat(rule).hasSizeGreaterThan(30).endsWith("."));
        }
    }

    @ParameterizedTest
    @CsvSource({"livc-r-case, LIVC_R", "pivc-case, PIVC"})
    void every_step_of_the_processes_that_asks_the_table_gets_an_answer_and_names_nobody_itself(
            String definition, CellKind kind) {
        Map<String, List<String>> asking = escalating(definition);

        assertThat(asking).isNotEmpty();
        asking.forEach((step, named) ->
                assertThat(named).as(step).doesNotContain(Capacity.MAYOR.name(), Capacity.PRISON_DIRECTION.name()));
        Capacity head = kind == CellKind.PIVC ? Capacity.PRISON_DIRECTION : Capacity.MAYOR;
        assertThat(asking.keySet()).allSatisfy(step -> {
            Term term = in(() -> tables.term(step, kind, thresholds.current()));
            assertThat(term.amount()).isPositive();
            assertThat(term.escalatesTo()).isIn(head, Capacity.COORDINATOR);
        });
    }

    /** What each {@code livc:escalates} of a model asks the table, and whom its step names itself. */
    private static Map<String, List<String>> escalating(String definition) {
        Map<String, List<String>> asking = new HashMap<>();
        BpmnModel model = new BpmnXMLConverter()
                .convertToBpmnModel(
                        () -> DecisionTablesTest.class.getResourceAsStream("/processes/" + definition + ".bpmn20.xml"),
                        false,
                        false);
        model.getMainProcess().findFlowElementsOfType(UserTask.class).forEach(task -> {
            String step = task.getAttributeValue("https://livc.be/bpmn", "escalates");
            if (step != null) {
                asking.put(step, task.getCandidateGroups());
            }
        });
        return asking;
    }

    @Test
    void an_offer_that_nobody_answered_goes_to_the_mayor_or_to_whom_the_cell_set_and_nobody_else_sees_it() {
        ACell sender = cell;
        ACell receiver = aTown().foundedIn(beans);
        cell = receiver;
        in(() -> thresholds.activate(
                as(COORDINATOR), 0, NewThresholds.of(Escalation.ANSWER_LATE_TO, Capacity.INFORMATION_OFFICER)));
        ACell usual = aTown().foundedIn(beans);
        cell = sender;
        TransferId toOfficer = offeredTo(receiver);
        TransferId toMayor = offeredTo(usual);
        cell = receiver;
        assertThatThrownBy(() -> in(() -> reading.open(as(OFFICER), toOfficer))).hasMessage("not-found");

        clock.advance(Duration.ofDays(12));
        Timers.strike(engine, clock, receiver, usual);

        assertThat(stepsOf(receiver, Capacity.INFORMATION_OFFICER)).containsExactly("answerTransferLate");
        assertThat(stepsOf(receiver, Capacity.MAYOR)).isEmpty();
        assertThat(stepsOf(usual, Capacity.MAYOR)).containsExactly("answerTransferLate");
        assertThat(stepsOf(usual, Capacity.INFORMATION_OFFICER)).isEmpty();
        assertThat(in(() -> transfers.accept(as(OFFICER), toOfficer)).number()).startsWith("D-");
        cell = usual;
        assertThatThrownBy(() -> in(() -> reading.open(as(OFFICER), toMayor))).hasMessage("not-found");
        assertThat(in(() -> transfers.accept(as(MAYOR), toMayor)).number()).startsWith("D-");
        assertThat(in(() -> ledger.entries(LedgerFilter.all().of(Action.TRANSFER), Page.MOST))
                        .items())
                .extracting(view -> view.entry().orElseThrow().why().orElse(""))
                .contains("received", "escalated", "accepted");
    }

    private TransferId offeredTo(ACell receiver) {
        CaseId caseId = aListedCase();
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, receiver.id(), TransferKind.MOVE, "PREVENT_TERRORISM", "Verhuisd", Set.of())));
    }

    private List<String> stepsOf(ACell where, Capacity capacity) {
        return where.in(() -> processes.tasks(Set.of(capacity.name()), TaskFilter.ALL, null, 50)).items().stream()
                .map(OpenTask::activityId)
                .toList();
    }

    @Test
    void a_function_that_may_not_do_the_step_cannot_be_set() {
        assertThatThrownBy(() -> in(() -> thresholds.activate(
                        as(COORDINATOR), 0, NewThresholds.of(Escalation.ANSWER_LATE_TO, Capacity.MEMBER))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::detail)
                        .containsExactly("ANSWER_LATE_TO"));
        for (CellKind kind : List.of(CellKind.LIVC_R, CellKind.PIVC)) {
            for (Escalation escalation : Escalation.values()) {
                Act act = escalation == Escalation.ANSWER_LATE_TO
                        ? Act.ANSWER_TRANSFER
                        : kind == CellKind.PIVC ? Act.FOLLOW_RELEASE : Act.PLAN_CONSULTATION;
                assertThat(escalation.choices(kind)).isNotEmpty().allMatch(act::isFor);
            }
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
        in(() -> thresholds.activate(as(COORDINATOR), 0, NewThresholds.of(Map.of(Threshold.UNKNOWN_FROM, 8))));

        assertThat(in(() -> tables.advise(weighed))).isEqualTo(Advice.REFERRED);
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("RETAINED");
    }
}
