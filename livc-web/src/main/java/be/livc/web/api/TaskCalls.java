package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.engine.TaskFilter;
import be.livc.workflow.livcr.WorkList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open steps of the flow that wait for the caller. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskCalls {

    private static final Map<String, TaskFilter> FILTERS = Map.of(
            "all", TaskFilter.ALL,
            "alle", TaskFilter.ALL,
            "overdue", TaskFilter.OVERDUE,
            "te-laat", TaskFilter.OVERDUE,
            "this-week", TaskFilter.THIS_WEEK,
            "deze-week", TaskFilter.THIS_WEEK);

    /** For each step of the process, the call that does it. */
    private static final Map<String, String> DONE_BY = Map.ofEntries(
            Map.entry("assessAsCoordinator", "POST /signals/{id}/assessments"),
            Map.entry("assessAsInformationOfficer", "POST /signals/{id}/assessments"),
            Map.entry("assessJointly", "POST /signals/{id}/assessments"),
            Map.entry("decideListing", "POST /signals/{id}/listing"),
            Map.entry("planConsultation", "POST /consultations/{id}/items"),
            Map.entry("checkConflict", "POST /consultations/{id}/items/{n}/conflict-check"),
            Map.entry("reviewEmbargo", "POST /consultations/{id}/items/{n}/conflict-check"),
            Map.entry("openConsultation", "POST /consultations/{id}/open"),
            Map.entry("closeConsultation", "POST /consultations/{id}/close"),
            Map.entry("followPlan", "PUT /cases/{id}/plan"),
            Map.entry("followProgress", "PUT /cases/{id}/plan"),
            Map.entry("proposeReview", "POST /cases/{id}/review-proposal"),
            Map.entry("review", "PUT /cases/{id}/plan"),
            Map.entry("keep", "POST /cases/{id}/erasure-proposal"),
            Map.entry("decideErasure", "POST /cases/{id}/erasure-decision"),
            Map.entry("carryOutErasure", "POST /cases/{id}/erasure"));

    /** One open step. */
    record TaskView(
            UUID id,
            String step,
            UUID caseId,
            @Nullable String number,
            @Nullable SubjectView subject,
            String phase,
            @Nullable Instant due,
            Instant since,
            String doneBy) {

        static TaskView of(WorkList.Item item) {
            OpenTask task = item.task();
            return new TaskView(
                    task.id(),
                    task.activityId(),
                    task.caseId(),
                    item.label().number().orElse(null),
                    item.label().subject().map(SubjectView::of).orElse(null),
                    task.phase(),
                    task.dueAt().orElse(null),
                    task.createdAt(),
                    DONE_BY.getOrDefault(task.activityId(), ""));
        }
    }

    private final WorkList workList;

    TaskCalls(WorkList workList) {
        this.workList = workList;
    }

    @GetMapping
    @Operation(summary = "Open steps for the caller, the first due first; filter all, overdue or this-week")
    Slice<TaskView> list(Actor actor, @RequestParam(defaultValue = "all") String filter, Paging paging) {
        TaskFilter wanted = FILTERS.get(filter);
        if (wanted == null) {
            throw Refusal.invalid("filter", "unknown-code");
        }
        return Slice.of(workList.tasks(actor, wanted, paging.cursor(), paging.length()), TaskView::of);
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "A step is done by its act; the answer names the call")
    void complete(Actor actor, @PathVariable UUID id) {
        OpenTask task = workList.task(actor, id);
        throw Refusal.conflict(List.of(new Refusal.Reason(
                "done-by-its-act",
                Optional.ofNullable(DONE_BY.get(task.activityId())).orElse(task.activityId()))));
    }
}
