package be.livc.workflow.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessMigrationService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.migration.ProcessInstanceMigrationBuilder;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

    private static final String PROPOSAL = "proposalDate";

    private record At(int version, String step, boolean moves) {}

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessMigrationService migrations;
    private final ProcessLibrary library;

    ProcessVersions(ProcessEngine engine, ProcessLibrary library) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.migrations = engine.getProcessMigrationService();
        this.library = library;
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
     * Moves every case of this process that can be moved.
     *
     * @return how many were moved
     */
    public int migrate(String definitionKey) {
        ProcessDefinition newest = library.newest(definitionKey);
        int moved = 0;
        for (ProcessInstance one : outdated(newest)) {
            if (moves(one, newest)) {
                move(one, newest);
                moved++;
            }
        }
        return moved;
    }

    /**
     * Moves one case. A review that was set before reviews were proposed comes up on its day and is not proposed: the timer of
     * the proposal asks for its date at the move, and afterwards nothing of that may stay with the case.
     */
    private void move(ProcessInstance one, ProcessDefinition newest) {
        runtime.setVariable(one.getId(), PROPOSAL, Processes.NEVER);
        to(newest).migrate(one.getId());
        runtime.removeVariable(one.getId(), PROPOSAL);
    }

    private boolean moves(ProcessInstance one, ProcessDefinition newest) {
        return to(newest).validateMigration(one.getId()).isMigrationValid();
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
