package be.livc.workflow.diagram;

import be.livc.workflow.diagram.Diagram.Progress;
import be.livc.workflow.diagram.Diagram.Row;
import be.livc.workflow.engine.Models;
import be.livc.workflow.engine.ProcessStep;
import be.livc.workflow.engine.ProcessView;
import be.livc.workflow.engine.ProcessView.Passage;
import be.livc.workflow.engine.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the picture of a process, with or without a case in it. */
@Component
@Transactional
public class Diagrams {

    private final Processes processes;
    private final Models models;
    private final Clock clock;

    Diagrams(Processes processes, Models models, Clock clock) {
        this.processes = processes;
        this.models = models;
        this.clock = clock;
    }

    /** The newest version of a process, with no case in it. */
    public Diagram of(String definitionKey) {
        List<Row> rows = models.steps(definitionKey).stream()
                .map(step -> row(step, Progress.NOT_REACHED, Optional.empty(), Duration.ZERO))
                .toList();
        return new Diagram(definitionKey, models.diagramXml(definitionKey), List.of(), List.of(), rows);
    }

    /**
     * The process of a case of the current cell, with where it is and what it passed. Whether the caller may see the
     * case was decided before.
     *
     * @throws be.livc.platform.Refusal not found where this cell has no such process
     */
    public Diagram of(UUID caseId) {
        ProcessView view = processes.where(caseId);
        List<Row> rows = models.steps(caseId).stream()
                .map(step -> row(step, view.history()))
                .sorted(Comparator.comparing(row -> row.at().orElse(Instant.MAX)))
                .toList();
        return new Diagram(view.definition(), models.diagramXml(caseId), view.active(), view.completed(), rows);
    }

    private Row row(ProcessStep step, List<Passage> history) {
        Optional<Passage> last = history.stream()
                .filter(passage -> passage.activityId().equals(step.id()))
                .reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            return row(step, Progress.NOT_REACHED, Optional.empty(), Duration.ZERO);
        }
        Progress progress = last.get().until().isPresent() ? Progress.PASSED : Progress.WAITING;
        return row(step, progress, last, spentAt(step, history));
    }

    /** Every pass counts: a case that came back has been there longer. */
    private Duration spentAt(ProcessStep step, List<Passage> history) {
        return history.stream()
                .filter(passage -> passage.activityId().equals(step.id()))
                .map(passage -> Duration.between(passage.from(), passage.until().orElseGet(clock::instant)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Row row(ProcessStep step, Progress progress, Optional<Passage> last, Duration spent) {
        return new Row(
                step.id(),
                step.name(),
                step.documentation(),
                step.capacities(),
                progress,
                last.map(passage -> passage.until().orElse(passage.from())),
                spent);
    }
}
