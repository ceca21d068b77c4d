package be.livc.web.api;

import be.livc.access.Towns;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.Goal;
import be.livc.casefile.GoalId;
import be.livc.casefile.GoalState;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.cell.Actor;
import be.livc.platform.Ids;
import be.livc.web.support.KnownOffers;
import be.livc.workflow.livcr.CaseFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done to a case after its consultation: plan, progress, closure. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Cases")
class CaseActCalls {

    /** A plan as it is to be. */
    record NewPlan(
            @Nullable List<@Nullable GoalBody> goals,
            @Nullable List<@Nullable MeasureBody> measures,
            @Nullable String reviewDate) {}

    /** One goal; without an id a new one, without a state still to be reached. */
    record GoalBody(@Nullable String id, @Nullable String domain, @Nullable String goal, @Nullable String state) {}

    /** One measure; without an id a new one. {@code goal} is the id of a goal of this body, {@code offer} a support offer. */
    record MeasureBody(
            @Nullable String id,
            @Nullable String what,
            @Nullable String owner,
            @Nullable String due,
            @Nullable String goal,
            @Nullable String offer) {}

    /** A report of progress. */
    record NewProgress(@Nullable String text, @Nullable String state) {}

    /** Closes a case. */
    record NewClosure(@Nullable String ground, @Nullable String aftercare) {}

    /** A case that was closed. */
    record ClosedView(UUID id, String phase, LocalDate retainUntil) {}

    /** The town (NIS code) that a case is of; null for all towns of the cell. */
    record NewTown(@Nullable String municipality) {}

    /** The town that a case is of; null for all towns of the cell. */
    record TownView(UUID id, @Nullable String municipality) {}

    /** Something that has an id. */
    record Made(UUID id) {}

    private final CaseFlow flow;
    private final CaseFiles cases;
    private final Towns towns;
    private final CaseNames caseNames;
    private final CaseTag tag;
    private final KnownOffers offers;

    CaseActCalls(CaseFlow flow, CaseFiles cases, Towns towns, CaseNames caseNames, CaseTag tag, KnownOffers offers) {
        this.flow = flow;
        this.cases = cases;
        this.towns = towns;
        this.caseNames = caseNames;
        this.tag = tag;
        this.offers = offers;
    }

    @PutMapping("/cases/{id}/plan")
    @Operation(summary = "Draw up or change the plan of action; If-Match takes the ETag of the case")
    ResponseEntity<CaseCalls.PlanView> plan(Actor actor, @PathVariable UUID id, @RequestBody NewPlan asked) {
        CaseId caseId = new CaseId(id);
        ChangePlan change = change(asked);
        offers.requireKnown(change);
        flow.changePlan(actor, caseId, change);
        CaseView changed = cases.open(actor, caseId);
        return ResponseEntity.ok()
                .eTag(tag.of(changed))
                .body(changed.plan().map(CaseCalls.PlanView::of).orElseThrow());
    }

    private static ChangePlan change(NewPlan asked) {
        Fields fields = new Fields();
        List<Goal> goals = new ArrayList<>();
        for (GoalBody body : Fields.list(asked.goals())) {
            String field = "goals[" + goals.size() + "].";
            GoalBody given = body == null ? new GoalBody(null, null, null, null) : body;
            goals.add(new Goal(
                    new GoalId(Fields.maybe(given.id())
                            .map(text -> fields.id(field + "id", text, "unknown-goal"))
                            .orElseGet(Ids::next)),
                    fields.text(field + "domain", given.domain()),
                    fields.text(field + "goal", given.goal()),
                    given.state() == null
                            ? GoalState.OPEN
                            : fields.code(field + "state", given.state(), GoalState.class)));
        }
        List<ChangePlan.PlannedMeasure> measures = new ArrayList<>();
        for (MeasureBody body : Fields.list(asked.measures())) {
            String field = "measures[" + measures.size() + "].";
            MeasureBody given = body == null ? new MeasureBody(null, null, null, null, null, null) : body;
            measures.add(new ChangePlan.PlannedMeasure(
                    Fields.maybe(given.id())
                            .map(text -> new MeasureId(fields.id(field + "id", text, "unknown-measure"))),
                    fields.text(field + "what", given.what()),
                    fields.mandate(field + "owner", given.owner()),
                    fields.day(field + "due", given.due()),
                    Fields.maybe(given.goal()).map(text -> new GoalId(fields.id(field + "goal", text, "unknown-goal"))),
                    Fields.maybe(given.offer())));
        }
        LocalDate review = fields.day("reviewDate", asked.reviewDate());
        fields.check();
        return new ChangePlan(goals, measures, review, Optional.empty());
    }

    @PostMapping("/cases/{id}/measures/{measure}/progress")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report progress on a measure, as its owner or the coordinator")
    Made report(Actor actor, @PathVariable UUID id, @PathVariable UUID measure, @RequestBody NewProgress asked) {
        Fields fields = new Fields();
        String text = fields.text("text", asked.text());
        MeasureState state = fields.code("state", asked.state(), MeasureState.class);
        fields.check();
        return new Made(flow.report(actor, new CaseId(id), new MeasureId(measure), text, state)
                .value());
    }

    @PutMapping("/cases/{id}/municipality")
    @Operation(summary = "Say which town of a shared cell a case is of; null for all")
    TownView isOf(Actor actor, @PathVariable UUID id, @RequestBody NewTown asked) {
        towns.caseIsOf(actor, id, Fields.maybe(asked.municipality()));
        return new TownView(id, asked.municipality());
    }

    @PostMapping("/cases/{id}/closure")
    @Operation(summary = "Close a case; its retention starts")
    ClosedView close(Actor actor, @PathVariable UUID id, @RequestBody NewClosure asked) {
        Fields fields = new Fields();
        String ground = fields.text("ground", asked.ground());
        fields.check();
        CaseId caseId = new CaseId(id);
        LocalDate until = flow.close(
                actor, caseId, ground, Fields.maybe(asked.aftercare()).orElse(""));
        return new ClosedView(id, caseNames.phaseOf(caseId), until);
    }
}
