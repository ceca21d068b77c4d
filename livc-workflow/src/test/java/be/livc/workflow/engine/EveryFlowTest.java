package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.job.api.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks each model until every sequence flow has been taken: from where a case stands, always towards the nearest flow that
 * nobody took yet. What to decide is read from the model's own conditions, so that a new step is walked without a new test.
 */
class EveryFlowTest extends EngineTest {

    private static final Pattern CONDITION = Pattern.compile("\\$\\{([a-zA-Z]+) == '([A-Z_]+)'}");
    private static final int MOST_STEPS = 500;

    private final Instant later = Instant.now().plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    ProcessLibrary library;

    private Process model;

    @ParameterizedTest
    @ValueSource(strings = {"livc-r-case", "pivc-case"})
    void every_sequence_flow_is_walked(String definition) {
        model = library.model(library.newest(definition).getId()).getMainProcess();
        Set<String> all = new TreeSet<>();
        model.findFlowElementsOfType(SequenceFlow.class).forEach(flow -> all.add(flow.getId()));

        int cases = 0;
        int steps = 0;
        Optional<List<SequenceFlow>> begin = wayFrom(start());
        while (begin.isPresent() && steps < MOST_STEPS) {
            UUID caseId = Ids.next();
            Map<String, Object> codes = codesFor(begin.get());
            CurrentCell.run(cell, () -> processes.start(definition, caseId, codes));
            cases++;
            Optional<List<SequenceFlow>> next = nearest(caseId);
            while (next.isPresent() && steps++ < MOST_STEPS) {
                take(caseId, next.get());
                next = nearest(caseId);
            }
            begin = wayFrom(start());
        }

        Set<String> walked = walked();
        System.out.printf(
                "%s: %d of %d sequence flows walked (%.0f %%), in %d cases and %d steps%n",
                definition, walked.size(), all.size(), 100.0 * walked.size() / all.size(), cases, steps);
        assertThat(walked).isEqualTo(all);
    }

    private FlowNode start() {
        return model.findFlowElementsOfType(StartEvent.class).get(0);
    }

    /** The shortest way from one of the steps that wait to a flow that nobody took. */
    private Optional<List<SequenceFlow>> nearest(UUID caseId) {
        return where(caseId).active().stream()
                .map(id -> model.getFlowElement(id))
                .filter(UserTask.class::isInstance)
                .flatMap(task -> wayFrom((FlowNode) task).stream())
                .min(Comparator.comparing(List::size));
    }

    private Optional<List<SequenceFlow>> wayFrom(FlowNode from) {
        Set<String> taken = walked();
        Map<String, SequenceFlow> cameBy = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(from.getId()));
        Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (SequenceFlow flow : leaving(open.poll())) {
                if (!taken.contains(flow.getId())) {
                    return Optional.of(wayTo(flow, from, cameBy));
                }
                if (seen.add(flow.getTargetRef())) {
                    cameBy.put(flow.getTargetRef(), flow);
                    open.add((FlowNode) flow.getTargetFlowElement());
                }
            }
        }
        return Optional.empty();
    }

    private List<SequenceFlow> wayTo(SequenceFlow last, FlowNode from, Map<String, SequenceFlow> cameBy) {
        List<SequenceFlow> way = new ArrayList<>(List.of(last));
        String at = stepOf(last);
        while (!at.equals(from.getId())) {
            SequenceFlow before = cameBy.get(at);
            way.add(0, before);
            at = stepOf(before);
        }
        return way;
    }

    /** Where a flow begins; for one from an event on a step, that step. */
    private static String stepOf(SequenceFlow flow) {
        return flow.getSourceFlowElement() instanceof BoundaryEvent event
                ? event.getAttachedToRefId()
                : flow.getSourceRef();
    }

    private static List<SequenceFlow> leaving(FlowNode node) {
        Stream<SequenceFlow> byEvents = node instanceof Activity step
                ? step.getBoundaryEvents().stream().flatMap(event -> event.getOutgoingFlows().stream())
                : Stream.empty();
        return Stream.concat(node.getOutgoingFlows().stream(), byEvents).toList();
    }

    /** Does what leads along this way, as far as the next step that waits. */
    private void take(UUID caseId, List<SequenceFlow> way) {
        SequenceFlow first = way.get(0);
        if (first.getSourceFlowElement() instanceof BoundaryEvent event) {
            if (event.getEventDefinitions().get(0) instanceof MessageEventDefinition message) {
                CurrentCell.run(cell, () -> processes.tell(caseId, message.getMessageRef()));
            } else {
                strike(caseId, event.getId());
            }
        } else {
            step(caseId, first.getSourceRef(), codesFor(way));
        }
    }

    /** The codes that choose this way, and after its end any way on; and every date that a step may need. */
    private Map<String, Object> codesFor(List<SequenceFlow> way) {
        Map<String, Object> codes = new HashMap<>();
        for (String date : List.of("reviewDate", "proposalDate", "retainUntil", "answerBy", "preReleaseAt")) {
            codes.put(date, later);
        }
        SequenceFlow last = way.get(0);
        for (SequenceFlow flow : way) {
            if (flow != way.get(0) && flow.getSourceFlowElement() instanceof UserTask) {
                return codes;
            }
            decide(flow, codes);
            last = flow;
        }
        FlowNode at = (FlowNode) last.getTargetFlowElement();
        while (!(at instanceof UserTask) && !at.getOutgoingFlows().isEmpty()) {
            SequenceFlow on = at.getOutgoingFlows().get(0);
            decide(on, codes);
            at = (FlowNode) on.getTargetFlowElement();
        }
        return codes;
    }

    private static void decide(SequenceFlow flow, Map<String, Object> codes) {
        Matcher condition = CONDITION.matcher(
                Optional.ofNullable(flow.getConditionExpression()).orElse(""));
        if (condition.matches()) {
            codes.putIfAbsent(condition.group(1), condition.group(2));
        }
    }

    /** Lets the hour of a timer strike. */
    private void strike(UUID caseId, String timer) {
        CurrentCell.run(cell, () -> {
            Job job = engine.getManagementService()
                    .createTimerJobQuery()
                    .jobTenantId(cell.toString())
                    .elementId(timer)
                    .processInstanceId(instanceOf(caseId))
                    .singleResult();
            Timers.strike(engine, job);
            String from = ((BoundaryEvent) model.getFlowElement(timer)).getAttachedToRefId();
            assertThat(where(caseId).active()).doesNotContain(from);
        });
    }

    private Set<String> walked() {
        return CurrentCell.in(cell, () -> {
            Set<String> walked = new TreeSet<>();
            engine.getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .activityTenantId(cell.toString())
                    .activityType("sequenceFlow")
                    .list()
                    .forEach(passed -> walked.add(passed.getActivityId()));
            engine.getRuntimeService()
                    .createActivityInstanceQuery()
                    .activityTenantId(cell.toString())
                    .activityType("sequenceFlow")
                    .list()
                    .forEach(passed -> walked.add(passed.getActivityId()));
            return walked;
        });
    }
}
