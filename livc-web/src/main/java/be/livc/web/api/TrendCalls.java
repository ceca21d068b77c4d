package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.desk.ActionPlans;
import be.livc.desk.ActionPlans.Plan;
import be.livc.desk.ActionPlans.Planned;
import be.livc.desk.ActionPlans.Status;
import be.livc.desk.Trends;
import be.livc.desk.Trends.ReportTrend;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Phenomena that cells report, and how far the action plan is. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Trends and action plan")
class TrendCalls {

    /** Reports a phenomenon, in a text that names nobody; from the desk, with the sector of the reference person. */
    record NewTrend(@Nullable String theme, @Nullable String region, @Nullable String text, @Nullable String sector) {}

    /** How many reports there are of a theme in a region and a quarter, and what the last ones say. */
    record TrendsView(List<BundleView> bundles, List<ReportView> reports) {}

    /** Reports together. */
    record BundleView(String theme, String region, String quarter, long reports) {}

    /** One report, without who made it; the sector is that of a reference person. */
    record ReportView(String theme, String region, String text, Instant at, @Nullable String sector) {}

    /** The action plan: how many actions are done, running and to be started, and each of them. */
    record ActionPlanView(long done, long running, long toStart, List<ActionView> actions) {}

    /** An action; {@code indicator} is the figure that shows how far it is. */
    record ActionView(
            UUID id,
            String objective,
            String action,
            String coordinator,
            @Nullable LocalDate term,
            @Nullable Integer budget,
            String status,
            String affairs,
            @Nullable String indicator) {

        static ActionView of(Planned planned) {
            Plan plan = planned.plan();
            return new ActionView(
                    planned.id(),
                    plan.objective(),
                    plan.action(),
                    plan.coordinator(),
                    plan.term().orElse(null),
                    plan.budget().orElse(null),
                    plan.status().name(),
                    plan.affairs(),
                    plan.indicator().orElse(null));
        }
    }

    private final Trends trends;
    private final ActionPlans plans;

    TrendCalls(Trends trends, ActionPlans plans) {
        this.trends = trends;
        this.plans = plans;
    }

    @PostMapping("/trends")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report a phenomenon; 422 names-somebody when the text may identify a person")
    void report(Actor actor, @RequestBody NewTrend asked) {
        Fields fields = new Fields();
        ReportTrend trend = new ReportTrend(
                fields.text("theme", asked.theme()),
                fields.text("region", asked.region()),
                fields.text("text", asked.text()),
                Fields.maybe(asked.sector()));
        fields.check();
        trends.report(actor, trend);
    }

    @GetMapping("/trends")
    @Operation(
            summary = "What cells report, bundled by theme, region and quarter; for the desk and the Flemish platform")
    TrendsView trends(
            Actor actor,
            @RequestParam Optional<String> theme,
            @RequestParam Optional<String> region,
            @RequestParam Optional<String> quarter) {
        Trends.Choice chosen = new Trends.Choice(theme, region, quarter);
        return new TrendsView(
                trends.bundled(actor, chosen).stream()
                        .map(one -> new BundleView(one.theme(), one.region(), one.quarter(), one.reports()))
                        .toList(),
                trends.last(actor, chosen).stream()
                        .map(one -> new ReportView(
                                one.theme(),
                                one.region(),
                                one.text(),
                                one.at(),
                                one.sector().orElse(null)))
                        .toList());
    }

    @GetMapping("/action-plan")
    @Operation(summary = "How far the action plan is; for the desk and the Flemish platform")
    ActionPlanView actionPlan(Actor actor) {
        List<Planned> actions = plans.all(actor);
        Map<Status, Long> progress = ActionPlans.progress(actions);
        return new ActionPlanView(
                progress.getOrDefault(Status.DONE, 0L),
                progress.getOrDefault(Status.RUNNING, 0L),
                progress.getOrDefault(Status.TO_START, 0L),
                actions.stream().map(ActionView::of).toList());
    }
}
