package be.livc.workflow.decision;

import be.livc.casefile.CaseId;
import be.livc.casefile.Detention;
import be.livc.casefile.Detentions;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.platform.Belgium;
import be.livc.platform.Page;
import be.livc.threshold.NewThresholds;
import be.livc.threshold.Thresholds;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.engine.TaskList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other thresholds would mean for the cases that are open now: counts per step, no case and no content. */
@Component
public class Preview {

    /**
     * What becomes of the open steps of one kind.
     *
     * @param open how many wait now
     * @param moved how many would have another date
     * @param pastNow how many dates have passed by the version that holds
     * @param pastThen how many would have by the other one
     * @param toNow whom they also wait for once they are late, or come up, by the version that holds
     * @param toThen whom they would also wait for by the other one
     */
    public record Effect(
            String step,
            int open,
            int moved,
            int pastNow,
            int pastThen,
            Optional<Capacity> toNow,
            Optional<Capacity> toThen) {

        /** How many of them would come to another function. */
        public int reassigned() {
            return toNow.equals(toThen) ? 0 : open;
        }
    }

    private final DecisionTables tables;
    private final Thresholds thresholds;
    private final TaskList taskList;
    private final Detentions detentions;
    private final Cells cells;
    private final Clock clock;

    Preview(
            DecisionTables tables,
            Thresholds thresholds,
            TaskList taskList,
            Detentions detentions,
            Cells cells,
            Clock clock) {
        this.tables = tables;
        this.thresholds = thresholds;
        this.taskList = taskList;
        this.detentions = detentions;
        this.cells = cells;
        this.clock = clock;
    }

    /**
     * Shows it, activates nothing.
     *
     * @throws be.livc.platform.Refusal as {@link Thresholds#proposed}
     */
    @Transactional(readOnly = true)
    public List<Effect> of(Actor actor, NewThresholds wanted) {
        Thresholds.Version then = thresholds.proposed(actor, wanted);
        List<OpenTask> open = openTasks();
        List<Effect> effects = new ArrayList<>();
        for (String step : List.of("answerTransfer", "acknowledgeEmergency", "findDestination")) {
            effects.add(effect(step, of(open, step), then, (task, term) -> Optional.of(term.after(task.createdAt()))));
        }
        effects.add(effect("proposeReview", of(open, "followPlan", "followProgress"), then, (task, term) -> task.dueAt()
                .map(review -> term.before(LocalDate.ofInstant(review, Belgium.TIME)))));
        Map<CaseId, Detention> known = detentions.of(
                open.stream().map(task -> new CaseId(task.caseId())).distinct().toList());
        effects.add(effect("prepareRelease", of(open, "watchRelease"), then, (task, term) -> Optional.ofNullable(
                        known.get(new CaseId(task.caseId())))
                .flatMap(Detention::releaseOn)
                .map(term::before)));
        return effects.stream().filter(effect -> effect.open() > 0).toList();
    }

    private List<OpenTask> openTasks() {
        Set<String> everyone =
                EnumSet.allOf(Capacity.class).stream().map(Capacity::name).collect(Collectors.toSet());
        List<OpenTask> all = new ArrayList<>();
        Page<OpenTask> page = taskList.tasks(everyone, TaskFilter.ALL, null, Page.MOST);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = taskList.tasks(everyone, TaskFilter.ALL, page.next().get(), Page.MOST);
            all.addAll(page.items());
        }
        return all;
    }

    private static List<OpenTask> of(List<OpenTask> open, String... steps) {
        Set<String> wanted = Set.of(steps);
        return open.stream().filter(task -> wanted.contains(task.activityId())).toList();
    }

    private Effect effect(
            String step,
            List<OpenTask> open,
            Thresholds.Version then,
            BiFunction<OpenTask, Term, Optional<Instant>> date) {
        if (open.isEmpty()) {
            return new Effect(step, 0, 0, 0, 0, Optional.empty(), Optional.empty());
        }
        CellKind kind = cells.current().kind();
        Term byNow = tables.term(step, kind, thresholds.current());
        Term byThen = tables.term(step, kind, then);
        int moved = 0;
        int pastNow = 0;
        int pastThen = 0;
        for (OpenTask task : open) {
            Optional<Instant> before = date.apply(task, byNow);
            Optional<Instant> after = date.apply(task, byThen);
            moved += before.equals(after) ? 0 : 1;
            pastNow += isPast(before) ? 1 : 0;
            pastThen += isPast(after) ? 1 : 0;
        }
        return new Effect(
                step,
                open.size(),
                moved,
                pastNow,
                pastThen,
                Optional.of(byNow.escalatesTo()),
                Optional.of(byThen.escalatesTo()));
    }

    private boolean isPast(Optional<Instant> date) {
        return date.filter(clock.instant()::isAfter).isPresent();
    }
}
