package be.livc.workflow.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessMigrationService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.migration.ProcessInstanceMigrationBuilder;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the running cases of the current cell to the newest version of their process. A case keeps its step, its dates and
 * its history; it stays on its version when its step is not in the new one.
 */
@Component
@Transactional
public class ProcessVersions {

    /**
     * Cases that wait at one step of an older version.
     *
     * @param version the version that they follow
     * @param step the step that they wait at
     * @param name what it is called
     * @param cases how many
     * @param moves whether they can go on in the newest version where they are
     */
    public record Outdated(String definition, int version, String step, String name, int cases, boolean moves) {}

    private static final Logger LOG = LoggerFactory.getLogger(ProcessVersions.class);

    /** How a timer of our models names its date. */
    private static final Pattern NAMED = Pattern.compile("\\$\\{([a-zA-Z]+)}");

    private record At(int version, String step, boolean moves) {}

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessMigrationService migrations;
    private final ProcessLibrary library;
    private final WaitingSteps waiting;
    private final TransactionTemplate alone;

    ProcessVersions(
            ProcessEngine engine,
            ProcessLibrary library,
            WaitingSteps waiting,
            PlatformTransactionManager transactions) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.migrations = engine.getProcessMigrationService();
        this.library = library;
        this.waiting = waiting;
        this.alone = new TransactionTemplate(transactions);
    }

    /** What a move of the cases of this process would do: which wait where on an older version, and which of them move. */
    public List<Outdated> preview(String definitionKey) {
        ProcessDefinition newest = library.newest(definitionKey);
        Map<At, Integer> counted = new HashMap<>();
        for (ProcessInstance one : outdated(newest)) {
            boolean moves = moves(one, newest);
            tasks.createTaskQuery()
                    .processInstanceId(one.getId())
                    .list()
                    .forEach(task -> counted.merge(
                            new At(one.getProcessDefinitionVersion(), task.getTaskDefinitionKey(), moves),
                            1,
                            Integer::sum));
        }
        return counted.entrySet().stream()
                .map(entry -> new Outdated(
                        definitionKey,
                        entry.getKey().version(),
                        entry.getKey().step(),
                        nameOf(definitionKey, entry.getKey().step()),
                        entry.getValue(),
                        entry.getKey().moves()))
                .sorted(Comparator.comparing(Outdated::version).thenComparing(Outdated::step))
                .toList();
    }

    private String nameOf(String definitionKey, String step) {
        return library.steps(library.newest(definitionKey).getId()).stream()
                .filter(one -> one.id().equals(step))
                .map(ProcessStep::name)
                .findFirst()
                .orElse(step);
    }

    /**
     * Moves every case of this process that can be moved, each in a transaction of its own: whatever somebody does in one at that
     * moment comes before or after, and one that cannot be moved after all keeps no other from it.
     *
     * @return how many were moved
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int migrate(String definitionKey) {
        ProcessDefinition newest = library.newest(definitionKey);
        List<ProcessInstance> all = Objects.requireNonNull(alone.execute(tx -> outdated(newest)));
        Set<String> dates = dates(newest);
        return (int) all.stream().filter(one -> isMoved(one, newest, dates)).count();
    }

    private boolean isMoved(ProcessInstance one, ProcessDefinition newest, Set<String> dates) {
        try {
            return Boolean.TRUE.equals(alone.execute(tx -> {
                waiting.hold(UUID.fromString(one.getBusinessKey()));
                boolean moves = moves(one, newest);
                if (moves) {
                    move(one, newest, dates);
                }
                return moves;
            }));
        } catch (FlowableException stays) {
            LOG.warn("a case stays on its version: {}", one.getId(), stays);
            return false;
        }
    }

    /**
     * Moves one case. What the new version only brings up by a timer comes up on its own day and not at once: a timer that the
     * step did not have before asks for its date at the move, and afterwards nothing of that may stay with the case.
     *
     * @param dates the names of the dates of all timers of the newest version
     */
    private void move(ProcessInstance one, ProcessDefinition newest, Set<String> dates) {
        dates.forEach(date -> runtime.setVariable(one.getId(), date, Processes.NEVER));
        to(newest).migrate(one.getId());
        runtime.removeVariables(one.getId(), dates);
        tasks.createTaskQuery().processInstanceId(one.getId()).list().forEach(task -> adopt(task, one, newest));
    }

    /** A step that waits keeps its task: what it is called and whom it waits for is as the newest version has it. */
    private void adopt(Task task, ProcessInstance one, ProcessDefinition newest) {
        UserTask before = step(one.getProcessDefinitionId(), task);
        UserTask now = step(newest.getId(), task);
        task.setName(now.getName());
        tasks.saveTask(task);
        before.getCandidateGroups().stream()
                .filter(group -> !now.getCandidateGroups().contains(group))
                .forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        Set<String> present = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLinkInfo::getGroupId)
                .collect(Collectors.toSet());
        now.getCandidateGroups().stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> tasks.addCandidateGroup(task.getId(), group));
    }

    private UserTask step(String definition, Task task) {
        return (UserTask) library.element(definition, task.getTaskDefinitionKey());
    }

    private Set<String> dates(ProcessDefinition newest) {
        return library.model(newest.getId()).getMainProcess().findFlowElementsOfType(BoundaryEvent.class).stream()
                .flatMap(event -> event.getEventDefinitions().stream())
                .filter(TimerEventDefinition.class::isInstance)
                .map(timer ->
                        NAMED.matcher(Objects.requireNonNullElse(((TimerEventDefinition) timer).getTimeDate(), "")))
                .filter(Matcher::matches)
                .map(named -> named.group(1))
                .collect(Collectors.toSet());
    }

    /** Whether each step that waits is one in the newest version too: the engine asks only for something of that name. */
    private boolean moves(ProcessInstance one, ProcessDefinition newest) {
        boolean known = tasks.createTaskQuery().processInstanceId(one.getId()).list().stream()
                .allMatch(task ->
                        library.model(newest.getId()).getFlowElement(task.getTaskDefinitionKey()) instanceof UserTask);
        return known && to(newest).validateMigration(one.getId()).isMigrationValid();
    }

    private ProcessInstanceMigrationBuilder to(ProcessDefinition newest) {
        return migrations.createProcessInstanceMigrationBuilder().migrateToProcessDefinition(newest.getId());
    }

    private List<ProcessInstance> outdated(ProcessDefinition newest) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceTenantId(Tenant.here())
                .processDefinitionKey(newest.getKey())
                .list()
                .stream()
                .filter(one -> !one.getProcessDefinitionId().equals(newest.getId()))
                .toList();
    }
}
