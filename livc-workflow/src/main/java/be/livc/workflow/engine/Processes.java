package be.livc.workflow.engine;

import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way into the process engine. A process belongs to one case of the {@linkplain CurrentCell current cell}; every
 * question is asked, and every step done, within that cell and within the transaction of the caller, or in one of its
 * own where there is none.
 *
 * <p>What is passed to a step are ids, codes and times. They steer the way to the next waiting step and set its date;
 * then they are forgotten. Nothing but the phase stays with a running process.
 *
 * <p>Does not guarantee that the caller may do the step: {@code access} decides that, and {@link #task} and
 * {@link #tasks} only ask which capacities a step waits for.
 */
@Component
@Transactional
public class Processes {

    /** What the history calls a way from one element to the next. */
    private static final String FLOW = "sequenceFlow";

    /** Several elements are passed within one millisecond; the engine counts them within each transaction. */
    private static final Comparator<Passed> AS_IT_HAPPENED =
            Comparator.comparing(Passed::from).thenComparing(Passed::order, Comparator.nullsLast(Integer::compare));

    /** The code that says how a case came to its cell. */
    private static final String ORIGIN = "origin";

    private static final String BORN_HERE = "OWN";

    /** When a timer strikes whose date is not known: after everybody's time. */
    public static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService jobs;
    private final ProcessLibrary library;
    private final TaskList list;
    private final JdbcClient jdbc;

    Processes(ProcessEngine engine, ProcessLibrary library, TaskList list, JdbcClient jdbc) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
        this.jobs = engine.getManagementService();
        this.library = library;
        this.list = list;
        this.jdbc = jdbc;
    }

    /**
     * Starts a process for a case of this cell that has none yet.
     *
     * @param definitionKey the key of the process, such as {@code livc-r-case}
     * @throws Refusal conflict {@code wrong-phase} where the case has, or had, a process
     */
    public void start(String definitionKey, UUID caseId) {
        start(definitionKey, caseId, Map.of(ORIGIN, BORN_HERE));
    }

    /**
     * The same for a case that may have come from elsewhere.
     *
     * @param codes {@code origin}, and the dates that the first steps need, by name
     */
    public void start(String definitionKey, UUID caseId, Map<String, Object> codes) {
        codes.values().forEach(IdsAndCodesOnly::check);
        if (instance(caseId) != null) {
            throw Refusal.conflict("wrong-phase");
        }
        runtime.createProcessInstanceBuilder()
                .processDefinitionKey(definitionKey)
                .businessKey(caseId.toString())
                .tenantId(cell())
                .fallbackToDefaultTenant()
                .overrideProcessDefinitionTenantId(cell())
                .transientVariables(codes)
                .start();
    }

    /**
     * Tells the process of a case that something happened which its present step waits for beside its own completion.
     *
     * @param message the name of the message in the model
     * @throws Refusal conflict {@code wrong-phase} where no step of this case waits for it
     */
    public void tell(UUID caseId, String message) {
        hold(caseId);
        String waiting = waitingFor(caseId, message).orElseThrow(() -> Refusal.conflict("wrong-phase"));
        try {
            runtime.messageEventReceived(message, waiting);
        } catch (FlowableOptimisticLockingException e) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Whether a step of this case waits for this message. */
    public boolean waitsFor(UUID caseId, String message) {
        return waitingFor(caseId, message).isPresent();
    }

    /**
     * Does a step, and takes the case to the next one that waits.
     *
     * @param activityId the step in the model
     * @param codes what the step decided and the dates it set, by name
     * @throws Refusal conflict {@code wrong-phase} where this step does not wait; changed meanwhile where somebody else
     *     did a step of this case at the same moment
     * @throws IllegalArgumentException where the step decides something and the code for it is missing, or where a value
     *     is not an id, a code or a time
     */
    public void complete(UUID caseId, String activityId, Map<String, Object> codes) {
        codes.values().forEach(IdsAndCodesOnly::check);
        hold(caseId);
        Step task = requireOpen(caseId, activityId);
        requireDecision(task, codes);
        try {
            // Transient: a code of an earlier round must not decide a later one.
            tasks.complete(task.id(), Map.of(), codes);
        } catch (FlowableOptimisticLockingException e) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Does the last step of a case, as {@link #complete} does, and removes all that the engine holds of it. */
    public void finish(UUID caseId, String activityId, Map<String, Object> codes) {
        Map<String, Object> last = new HashMap<>(codes);
        last.put(HistoryAtTheEnd.FORGOTTEN, true);
        complete(caseId, activityId, last);
        delete(caseId);
    }

    /** Whether this step of this case waits to be done. */
    public boolean isOpen(UUID caseId, String activityId) {
        return open(caseId).contains(activityId);
    }

    /** The steps of this case that wait to be done, by their ids in the model. */
    public Set<String> open(UUID caseId) {
        return openSteps(caseId).stream().map(Step::activityId).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The phase that the case is in, or the one it ended in.
     *
     * @throws Refusal not found where this cell has no such process
     */
    public String phase(UUID caseId) {
        HistoricProcessInstance instance = require(caseId);
        Object phase = instance.getEndTime() == null
                ? runtime.getVariable(instance.getId(), PhaseTracker.PHASE)
                : ModelMarks.of(
                        library.element(instance.getProcessDefinitionId(), instance.getEndActivityId()),
                        ModelMarks.PHASE);
        if (phase == null) {
            throw new IllegalStateException("the model names no phase here");
        }
        return phase.toString();
    }

    /**
     * Where the case is, and the way it came.
     *
     * @throws Refusal not found where this cell has no such process
     */
    public ProcessView where(UUID caseId) {
        HistoricProcessInstance instance = require(caseId);
        ProcessDefinition definition = library.definition(instance.getProcessDefinitionId());
        Set<String> active = new LinkedHashSet<>();
        Set<String> completed = new LinkedHashSet<>();
        List<ProcessView.Passage> passages = passages(instance);
        for (ProcessView.Passage passage : passages) {
            (passage.until().isEmpty() ? active : completed).add(passage.activityId());
        }
        return new ProcessView(
                definition.getKey(), definition.getVersion(), List.copyOf(active), List.copyOf(completed), passages);
    }

    /**
     * Gives a waiting step another date; a timer that hangs on the step moves with it.
     *
     * @throws Refusal conflict {@code wrong-phase} where this step does not wait
     */
    public void setDue(UUID caseId, String activityId, Instant due) {
        setDue(caseId, activityId, due, Map.of());
    }

    /**
     * The same, for a step with several timers.
     *
     * @param others the moments of timers that have one of their own, by their ids in the model
     */
    public void setDue(UUID caseId, String activityId, Instant due, Map<String, Instant> others) {
        hold(caseId);
        Step task = requireOpen(caseId, activityId);
        tasks.setDueDate(task.id(), Date.from(due));
        if (library.element(task.definition(), activityId) instanceof Activity step) {
            step.getBoundaryEvents().forEach(timer -> moveTimer(task, timer, others.getOrDefault(timer.getId(), due)));
        }
    }

    /**
     * Takes the date from a waiting step, because it is not known any more; a timer that hangs on the step does not strike.
     *
     * @throws Refusal conflict {@code wrong-phase} where this step does not wait
     */
    public void clearDue(UUID caseId, String activityId) {
        setDue(caseId, activityId, NEVER);
        tasks.setDueDate(requireOpen(caseId, activityId).id(), null);
    }

    /**
     * The open steps that wait for one of these capacities, those with the earliest date first and those without a date
     * last.
     *
     * @param cursor what the page before gave as its next; null for the first page
     * @param limit how many at most; see {@link Page#bounded}
     * @throws Refusal invalid {@code bad-cursor} where the cursor is none of ours
     */
    public Page<OpenTask> tasks(Set<String> capacities, TaskFilter filter, @Nullable String cursor, int limit) {
        return list.page(capacities, Optional.empty(), filter, cursor, limit);
    }

    /** The same, of the cases of the towns that this reader acts for ({@link be.livc.access.Towns}). */
    public Page<OpenTask> tasks(
            MandateId reader, Set<String> capacities, TaskFilter filter, @Nullable String cursor, int limit) {
        return list.page(capacities, Optional.of(reader), filter, cursor, limit);
    }

    /** One open step, where it waits for one of these capacities. */
    public Optional<OpenTask> task(UUID id, Set<String> capacities) {
        return list.one(id, capacities);
    }

    /** How many open steps wait for these capacities. */
    public TaskCounts counts(Set<String> capacities) {
        return list.counts(capacities, Optional.empty());
    }

    /** The same, of the cases of the towns that this reader acts for. */
    public TaskCounts counts(MandateId reader, Set<String> capacities) {
        return list.counts(capacities, Optional.of(reader));
    }

    /** Removes the process of a case and its history, so that no row names the case; for erasure. */
    public void delete(UUID caseId) {
        HistoricProcessInstance instance = require(caseId);
        if (instance.getEndTime() == null) {
            runtime.deleteProcessInstance(instance.getId(), null);
        }
        // These rows hide with their process: the engine removes that first and would then not find them.
        jdbc.sql("delete from flowable.act_hi_varinst where proc_inst_id_ = ?")
                .param(instance.getId())
                .update();
        jdbc.sql("delete from flowable.act_hi_identitylink where proc_inst_id_ = ?")
                .param(instance.getId())
                .update();
        history.deleteHistoricProcessInstance(instance.getId());
    }

    /** The BPMN 2.0 text, with its picture, of the newest version of a process. */
    public String diagramXml(String definitionKey) {
        return library.xml(library.newest(definitionKey).getId());
    }

    /**
     * The BPMN 2.0 text, with its picture, of the version that this case follows.
     *
     * @throws Refusal not found where this cell has no such process
     */
    public String diagramXml(UUID caseId) {
        return library.xml(require(caseId).getProcessDefinitionId());
    }

    /** The places that the newest version of a process knows, in the order of its picture. */
    public List<ProcessStep> steps(String definitionKey) {
        return library.steps(library.newest(definitionKey).getId());
    }

    /**
     * The places that the version which this case follows knows, in the order of its picture.
     *
     * @throws Refusal not found where this cell has no such process
     */
    public List<ProcessStep> steps(UUID caseId) {
        return library.steps(require(caseId).getProcessDefinitionId());
    }

    /** The steps of a case that wait now, in the order of its picture, each with everybody whom it waits for. */
    public List<ProcessStep> waiting(UUID caseId) {
        Map<String, List<String>> capacities = new HashMap<>();
        Set<String> definitions = new LinkedHashSet<>();
        jdbc.sql(
                        """
                        select t.proc_def_id_, t.task_def_key_, l.group_id_
                          from flowable.act_ru_execution e
                          join flowable.act_ru_task t on t.proc_inst_id_ = e.id_
                          join flowable.act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                         where e.tenant_id_ = ? and e.business_key_ = ? and t.tenant_id_ = e.tenant_id_
                         order by l.id_
                        """)
                .params(cell(), caseId.toString())
                .query(row -> {
                    definitions.add(row.getString(1));
                    capacities
                            .computeIfAbsent(row.getString(2), step -> new ArrayList<>())
                            .add(row.getString(3));
                });
        return definitions.stream()
                .flatMap(definition -> library.steps(definition).stream())
                .filter(step -> capacities.containsKey(step.id()))
                .map(step -> new ProcessStep(
                        step.id(),
                        step.name(),
                        step.documentation(),
                        capacities.getOrDefault(step.id(), step.capacities())))
                .toList();
    }

    private static String cell() {
        return CurrentCell.require().toString();
    }

    /** One step of a case at a time: two people who finish together follow each other instead of failing. */
    private void hold(UUID caseId) {
        jdbc.sql(
                        """
                        select id_ from flowable.act_ru_execution
                        where business_key_ = ? and tenant_id_ = ? and parent_id_ is null for update
                        """)
                .params(caseId.toString(), cell())
                .query(String.class)
                .optional();
    }

    private Optional<String> waitingFor(UUID caseId, String message) {
        return jdbc.sql(
                        """
                        select s.execution_id_ from flowable.act_ru_execution p
                          join flowable.act_ru_event_subscr s on s.proc_inst_id_ = p.id_
                         where p.business_key_ = ? and p.tenant_id_ = ? and p.parent_id_ is null
                           and s.event_type_ = 'message' and s.event_name_ = ?
                         limit 1
                        """)
                .params(caseId.toString(), cell(), message)
                .query(String.class)
                .optional();
    }

    /** A step that waits: the engine's ids of its task, its process and the version of the model, and its own in the model. */
    private record Step(String id, String process, String definition, String activityId) {}

    /** Asked of the engine's tables: the engine's own query makes its SQL anew each time, and here it is asked at every act. */
    private List<Step> openSteps(UUID caseId) {
        return jdbc.sql(
                        """
                        select t.id_, t.proc_inst_id_, t.proc_def_id_, t.task_def_key_
                          from flowable.act_ru_execution p join flowable.act_ru_task t on t.proc_inst_id_ = p.id_
                         where p.business_key_ = ? and p.tenant_id_ = ? and p.parent_id_ is null
                        """)
                .params(caseId.toString(), cell())
                .query((row, n) -> new Step(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private Step requireOpen(UUID caseId, String activityId) {
        return openSteps(caseId).stream()
                .filter(step -> step.activityId().equals(activityId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("wrong-phase"));
    }

    private void requireDecision(Step task, Map<String, Object> codes) {
        String decides = ModelMarks.of(library.element(task.definition(), task.activityId()), ModelMarks.DECIDES);
        if (decides != null && !codes.containsKey(decides)) {
            throw new IllegalArgumentException("the step " + task.activityId() + " is done with a code for " + decides);
        }
    }

    private void moveTimer(Step task, BoundaryEvent timer, Instant due) {
        jobs.createTimerJobQuery()
                .jobTenantId(cell())
                .processInstanceId(task.process())
                .elementId(timer.getId())
                .list()
                .forEach(job -> jobs.rescheduleTimeDateJob(job.getId(), due.toString()));
    }

    private @Nullable HistoricProcessInstance instance(UUID caseId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceTenantId(cell())
                .processInstanceBusinessKey(caseId.toString())
                .singleResult();
    }

    private HistoricProcessInstance require(UUID caseId) {
        HistoricProcessInstance instance = instance(caseId);
        if (instance == null) {
            throw Refusal.notFound();
        }
        return instance;
    }

    private List<ProcessView.Passage> passages(HistoricProcessInstance instance) {
        List<Passed> all = passed(instance);
        return all.stream()
                .filter(passed -> !FLOW.equals(passed.type()))
                .filter(passed -> !didNotHappen(passed, all))
                .sorted(AS_IT_HAPPENED)
                .map(Processes::passage)
                .toList();
    }

    /**
     * Whether it is an event on the border of a step that did not happen: the case waits at the step and the event only
     * listens, or the step was done before it came. Then it has an end, and yet none of its ways out was taken at that end.
     */
    private boolean didNotHappen(Passed passed, List<Passed> all) {
        if (!(library.element(passed.definition(), passed.activityId()) instanceof BoundaryEvent event)) {
            return false;
        }
        Set<String> waysOut =
                event.getOutgoingFlows().stream().map(SequenceFlow::getId).collect(Collectors.toSet());
        return passed.until().isEmpty()
                || all.stream()
                        .noneMatch(flow -> waysOut.contains(flow.activityId())
                                && flow.execution().equals(passed.execution()));
    }

    private static ProcessView.Passage passage(Passed passed) {
        return new ProcessView.Passage(passed.activityId(), passed.from(), passed.until());
    }

    /** An element that a process came to or by: beside the process while it runs, in the history once it ended. */
    private record Passed(
            String definition,
            String activityId,
            String type,
            String execution,
            Instant from,
            Optional<Instant> until,
            @Nullable Integer order) {}

    private List<Passed> passed(HistoricProcessInstance instance) {
        String kept = instance.getEndTime() == null ? "act_ru_actinst" : "act_hi_actinst";
        return jdbc.sql(
                        "select proc_def_id_, act_id_, act_type_, execution_id_, start_time_, end_time_, transaction_order_"
                                + " from flowable." + kept + " where proc_inst_id_ = ? and tenant_id_ = ?")
                .params(instance.getId(), cell())
                .query((row, n) -> new Passed(
                        row.getString("proc_def_id_"),
                        row.getString("act_id_"),
                        row.getString("act_type_"),
                        row.getString("execution_id_"),
                        TaskList.instant(row, "start_time_").orElseThrow(),
                        TaskList.instant(row, "end_time_"),
                        row.getObject("transaction_order_", Integer.class)))
                .list();
    }
}
