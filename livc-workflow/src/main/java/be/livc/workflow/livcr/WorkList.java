package be.livc.workflow.livcr;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Hold;
import be.livc.access.Towns;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseLabel;
import be.livc.casefile.Measures;
import be.livc.casefile.SealedLabels;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.law.LegalBases;
import be.livc.platform.Page;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.TaskCounts;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.engine.TaskList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits for somebody: the open steps of their capacity, and the measures that they carry out. */
@Component
public class WorkList {

    /**
     * A step that waits.
     *
     * @param label number and, where the reader sees it, subject of its case
     * @param held what keeps it waiting; empty when it can be done now
     */
    public record Item(OpenTask task, CaseLabel label, Optional<HeldStep> held) {}

    /**
     * A measure that waits for its owner.
     *
     * @param needsPermission whether progress on it can be told only once the procureur gives a new permission
     */
    public record Due(Measures.DueMeasure measure, CaseLabel label, boolean needsPermission) {}

    private static final Map<String, Hold> OF_PHASE =
            Map.of("TRANSFER_OFFERED", Hold.ON_OFFER, "RELOCATED", Hold.FROZEN);

    private final TaskList taskList;
    private final CaseFiles cases;
    private final Measures measures;
    private final Access access;
    private final Towns towns;
    private final LegalBases bases;
    private final TransactionTemplate transactions;

    WorkList(
            TaskList taskList,
            CaseFiles cases,
            Measures measures,
            Access access,
            Towns towns,
            LegalBases bases,
            TransactionTemplate transactions) {
        this.taskList = taskList;
        this.cases = cases;
        this.measures = measures;
        this.access = access;
        this.towns = towns;
        this.bases = bases;
        this.transactions = transactions;
    }

    /**
     * The open steps for this actor, the first due first.
     *
     * @param after the cursor that the page before gave
     */
    public Page<Item> tasks(Actor actor, TaskFilter filter, Optional<String> after, int limit) {
        record Loaded(Page<OpenTask> page, Optional<SealedLabels> labels, Permitted permitted) {}
        Loaded loaded = transactions.execute(tx -> {
            Page<OpenTask> page =
                    taskList.tasks(actor.mandate(), capacitiesOf(actor), filter, after.orElse(null), limit);
            return new Loaded(
                    page,
                    sealedLabels(actor, page),
                    permitted(actor, page.items().isEmpty()));
        });
        Map<CaseId, CaseLabel> labels = loaded.labels().map(SealedLabels::open).orElse(Map.of());
        return loaded.page().map(task -> {
            CaseLabel label = labelOf(labels, new CaseId(task.caseId()));
            Optional<HeldStep> held =
                    StepActs.held(task.activityId(), act -> heldBy(task, label, act, loaded.permitted()));
            return new Item(task, label, held);
        });
    }

    /** The phase tells what else holds a case: the list asks for nothing more. */
    private static Optional<Hold> heldBy(OpenTask task, CaseLabel label, Act act, Permitted permitted) {
        return Optional.ofNullable(OF_PHASE.get(task.phase()))
                .filter(hold -> hold.stops(act))
                .or(() -> permitted.stops(act, label) ? Optional.of(Hold.NO_PERMISSION) : Optional.empty());
    }

    /** The purposes for which a permission holds now; every one where a cell needs none. */
    private record Permitted(Optional<Set<String>> purposes, String usual) {

        boolean stops(Act act, CaseLabel label) {
            return Hold.NO_PERMISSION.stops(act)
                    && purposes.filter(
                                    served -> !served.contains(label.purpose().orElse(usual)))
                            .isPresent();
        }
    }

    /** One question for a whole list, and none where there is nothing to ask it for. */
    private Permitted permitted(Actor actor, boolean nothingWaits) {
        boolean asked = actor.cellKind() == CellKind.PIVC && !nothingWaits;
        return new Permitted(
                asked ? Optional.of(bases.purposesServed(CellKind.PIVC)) : Optional.empty(), actor.purpose());
    }

    /** None where nothing waits: a list without rows shows nothing and is not recorded. */
    private Optional<SealedLabels> sealedLabels(Actor actor, Page<OpenTask> page) {
        Set<CaseId> ids =
                page.items().stream().map(task -> new CaseId(task.caseId())).collect(Collectors.toSet());
        return ids.isEmpty() ? Optional.empty() : Optional.of(cases.sealedLabels(actor, ids));
    }

    /** How many steps wait for this actor. */
    public TaskCounts counts(Actor actor) {
        return taskList.counts(actor.mandate(), capacitiesOf(actor));
    }

    /** The open measures of this actor, the first due first; for the coordinator, every overdue one of the cell. */
    public List<Due> measures(Actor actor) {
        List<Measures.DueMeasure> due =
                actor.isOneOf(Capacity.COORDINATOR) ? overdue(actor) : measures.dueOf(actor.mandate());
        Map<CaseId, CaseLabel> labels = labels(
                actor, due.stream().map(measure -> measure.caseId().value()).toList());
        Permitted permitted = permitted(actor, due.isEmpty());
        return due.stream()
                .map(measure -> {
                    CaseLabel label = labelOf(labels, measure.caseId());
                    return new Due(measure, label, permitted.stops(Act.REPORT_PROGRESS, label));
                })
                .toList();
    }

    private List<Measures.DueMeasure> overdue(Actor actor) {
        Set<UUID> elsewhere = towns.elsewhere(actor.mandate());
        return measures.overdue().stream()
                .filter(measure -> !elsewhere.contains(measure.caseId().value()))
                .toList();
    }

    private static CaseLabel labelOf(Map<CaseId, CaseLabel> labels, CaseId id) {
        return labels.getOrDefault(id, CaseLabel.unknown());
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
     * @throws be.livc.platform.Refusal not found otherwise; recorded
     */
    public OpenTask task(Actor actor, UUID id) {
        return taskList.task(id, capacitiesOf(actor))
                .filter(task -> !towns.elsewhere(actor.mandate()).contains(task.caseId()))
                .orElseThrow(() -> access.denied(actor, "task", id));
    }

    private static Set<String> capacitiesOf(Actor actor) {
        return Set.of(actor.capacity().name());
    }
}
