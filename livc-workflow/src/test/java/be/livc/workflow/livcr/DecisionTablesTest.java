package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.CodeLists;
import be.livc.signal.Assess;
import be.livc.signal.Filed;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Threshold;
import be.livc.threshold.Thresholds;
import be.livc.workflow.decision.Advice;
import be.livc.workflow.decision.AnsweredCriteria;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.DecisionTables.Table;
import be.livc.workflow.decision.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The decision tables give every step its term, advise at an assessment, and say why. */
class DecisionTablesTest extends CaseTest {

    @Autowired
    DecisionTables tables;

    @Autowired
    Thresholds thresholds;

    @Autowired
    CodeLists codeLists;

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

        assertThat(in(() -> tables.advise(new AnsweredCriteria(urgency, criteria))))
                .isEqualTo(advice);
    }

    @Test
    void a_higher_threshold_changes_the_advice_and_decides_nothing() {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        AnsweredCriteria answered = in(() -> AnsweredCriteria.of(
                signals.open(as(COORDINATOR), signal.id()), codeLists.codesOf("assessment-criteria")));

        assertThat(in(() -> tables.advise(answered))).isEqualTo(Advice.MORE_INFORMATION);
        in(() -> thresholds.activate(as(COORDINATOR), 0, NewThresholds.of(Map.of(Threshold.UNKNOWN_FROM, 8))));

        assertThat(in(() -> tables.advise(answered))).isEqualTo(Advice.REFERRED);
        assertThat(in(() -> signals.open(as(COORDINATOR), signal.id())).state()).isEqualTo("RETAINED");
    }
}
