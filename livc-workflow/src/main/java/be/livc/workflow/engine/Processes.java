package be.livc.workflow.engine;

import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way that a case goes, and the one way to take it on. A process belongs to one case of the {@linkplain CurrentCell current
 * cell}; every question is asked, and every step done, within that cell and within the transaction of the caller, or in one of
 * its own where there is none.
 *
 * <p>What is passed to a step are ids, codes and times. They steer the way to the next waiting step and set its date;
 * then they are forgotten. Nothing but the phase stays with a running process.
 *
 * <p>Does not guarantee that the caller may do the step: {@code access} decides that. What waits in all cases of the cell is told by
 * {@link TaskList}, and the models that processes follow are shown by {@link Models}.
 */
@Component
@Transactional
public class Processes {

    /** The code that says how a case came to its cell. */
    private static final String ORIGIN = "origin";

    private static final String BORN_HERE = "OWN";

    /** When a timer strikes whose date is not known: after everybody's time. */
    public static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService jobs;
    private final Instances instances;
    private final ProcessLibrary library;
    private final WaitingSteps waiting;
    private final Passages passages;
    private final JdbcClient jdbc;

    Processes(
            ProcessEngine engine,
            Instances instances,
            ProcessLibrary library,
            WaitingSteps waiting,
            Passages passages,
            JdbcClient jdbc) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
        this.jobs = engine.getManagementService();
        this.instances = instances;
        this.library = library;
        this.waiting = waiting;
        this.passages = passages;
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
        if (instances.find(caseId).isPresent()) {
            throw Refusal.conflict("wrong-phase");
        }
        runtime.createProcessInstanceBuilder()
                .processDefinitionKey(definitionKey)
                .businessKey(caseId.toString())
                .tenantId(Tenant.here())
                .fallbackToDefaultTenant()
                .overrideProcessDefinitionTenantId(Tenant.here())
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
        waiting.hold(caseId);
        String execution = waiting.forMessage(caseId, message).orElseThrow(() -> Refusal.conflict("wrong-phase"));
        try {
            runtime.messageEventReceived(message, execution);
        } catch (FlowableOptimisticLockingException e) {
            throw Refusal.changedMeanwhile();
        }
    }

    /**
     * Nobody else takes a step in this case until the caller's transaction ends. Whoever changes a case and takes a step in it
     * holds it first, before they read what they change and before they write to the log: so do its timers, and two who take these
     * two in another order wait for each other. Holding it again costs nothing.
     */
    public void hold(UUID caseId) {
        waiting.hold(caseId);
    }

    /** The same for several cases that are changed together. */
    public void hold(Collection<UUID> caseIds) {
        waiting.hold(caseIds);
    }

    /** Whether a step of this case waits for this message. */
    public boolean waitsFor(UUID caseId, String message) {
        return waiting.forMessage(caseId, message).isPresent();
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
        waiting.hold(caseId);
        WaitingSteps.Step task = waiting.require(caseId, activityId);
        requireDecision(task, codes);
        try {
            // Transient: a code of an earlier round must not decide a later one.
            tasks.complete(task.id(), Map.of(), codes);
        } catch (FlowableOptimisticLockingException e) {
            throw Refusal.changedMeanwhile();
        }
    }

    /**
     * Does a step that takes its way back to where no phase is named: the case is then in the phase that another of its open
     * steps names.
     *
     * @param otherwise the phase where none of them names one
     */
    public void completeAndGoBack(UUID caseId, String activityId, Map<String, Object> codes, String otherwise) {
        Map<String, Object> back = new HashMap<>(codes);
        back.put(
                PhaseTracker.BACK_TO,
                waiting.of(caseId).stream()
                        .filter(step -> !step.activityId().equals(activityId))
                        .map(step ->
                                ModelMarks.of(library.element(step.definition(), step.activityId()), ModelMarks.PHASE))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(otherwise));
        complete(caseId, activityId, back);
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
        return waiting.of(caseId).stream().map(WaitingSteps.Step::activityId).collect(Collectors.toUnmodifiableSet());
    }

    /** Which of these steps, by their ids in the model, this running case came to last; empty where it came to none of them. */
    public Optional<String> lastOf(UUID caseId, Set<String> activityIds) {
        return passages.lastOf(caseId, activityIds);
    }

    /**
     * The phase that the case is in, or the one it ended in.
     *
     * @throws Refusal not found where this cell has no such process
     */
    public String phase(UUID caseId) {
        HistoricProcessInstance instance = instances.require(caseId);
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
        HistoricProcessInstance instance = instances.require(caseId);
        ProcessDefinition definition = library.definition(instance.getProcessDefinitionId());
        Set<String> active = new LinkedHashSet<>();
        Set<String> completed = new LinkedHashSet<>();
        List<ProcessView.Passage> way = passages.of(instance);
        for (ProcessView.Passage passage : way) {
            (passage.until().isEmpty() ? active : completed).add(passage.activityId());
        }
        return new ProcessView(
                definition.getKey(), definition.getVersion(), List.copyOf(active), List.copyOf(completed), way);
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
        waiting.hold(caseId);
        WaitingSteps.Step task = waiting.require(caseId, activityId);
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
        tasks.setDueDate(waiting.require(caseId, activityId).id(), null);
    }

    /** Removes the process of a case and its history, so that no row names the case; for erasure. */
    void delete(UUID caseId) {
        HistoricProcessInstance instance = instances.require(caseId);
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

    /** The steps of a case that wait now, in the order of its picture, each with everybody whom it waits for. */
    public List<ProcessStep> waiting(UUID caseId) {
        return waiting.withCapacities(caseId);
    }

    private void requireDecision(WaitingSteps.Step task, Map<String, Object> codes) {
        String decides = ModelMarks.of(library.element(task.definition(), task.activityId()), ModelMarks.DECIDES);
        if (decides != null && !codes.containsKey(decides)) {
            throw new IllegalArgumentException("the step " + task.activityId() + " is done with a code for " + decides);
        }
    }

    private void moveTimer(WaitingSteps.Step task, BoundaryEvent timer, Instant due) {
        jobs.createTimerJobQuery()
                .jobTenantId(Tenant.here())
                .processInstanceId(task.process())
                .elementId(timer.getId())
                .list()
                .forEach(job -> jobs.rescheduleTimeDateJob(job.getId(), due.toString()));
    }
}
