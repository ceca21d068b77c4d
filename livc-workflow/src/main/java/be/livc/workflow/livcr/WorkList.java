package be.livc.workflow.livcr;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseLabel;
import be.livc.casefile.Plans;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.Processes;
import be.livc.workflow.engine.TaskCounts;
import be.livc.workflow.engine.TaskFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What waits for somebody: the open steps of their capacity, and the measures that they carry out. */
@Component
public class WorkList {

    /**
     * A step that waits.
     *
     * @param label number and, where the reader sees it, subject of its case
     */
    public record Item(OpenTask task, CaseLabel label) {}

    /** A measure that waits for its owner. */
    public record Due(Plans.DueMeasure measure, CaseLabel label) {}

    private final Processes processes;
    private final CaseFiles cases;
    private final Plans plans;

    WorkList(Processes processes, CaseFiles cases, Plans plans) {
        this.processes = processes;
        this.cases = cases;
        this.plans = plans;
    }

    /**
     * The open steps for this actor, the first due first.
     *
     * @param after the cursor that the page before gave
     */
    public Page<Item> tasks(Actor actor, TaskFilter filter, Optional<String> after, int limit) {
        Page<OpenTask> page = processes.tasks(capacitiesOf(actor), filter, after.orElse(null), limit);
        Map<CaseId, CaseLabel> labels = labels(actor, page.items().stream().map(OpenTask::caseId).toList());
        return page.map(task -> new Item(task, labels.get(new CaseId(task.caseId()))));
    }

    /** How many steps wait for this actor. */
    public TaskCounts counts(Actor actor) {
        return processes.counts(capacitiesOf(actor));
    }

    /** The open measures of this actor, the first due first; for the coordinator, every overdue one of the cell. */
    public List<Due> measures(Actor actor) {
        List<Plans.DueMeasure> due = actor.isOneOf(Capacity.COORDINATOR)
                ? plans.overdue()
                : plans.dueOf(actor.mandate());
        Map<CaseId, CaseLabel> labels =
                labels(actor, due.stream().map(measure -> measure.caseId().value()).toList());
        return due.stream()
                .map(measure -> new Due(measure, labels.get(measure.caseId())))
                .toList();
    }

    private Map<CaseId, CaseLabel> labels(Actor actor, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return cases.labels(actor, new HashSet<>(ids).stream().map(CaseId::new).toList());
    }

    /**
     * The step of this id, when it waits for this actor.
     *
     * @throws Refusal not found otherwise
     */
    public OpenTask task(Actor actor, UUID id) {
        return processes.task(id, capacitiesOf(actor)).orElseThrow(Refusal::notFound);
    }

    private static Set<String> capacitiesOf(Actor actor) {
        return Set.of(actor.capacity().name());
    }
}
