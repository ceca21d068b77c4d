package be.livc.web.desk;

import be.livc.desk.ActionPlans;
import be.livc.desk.ActionPlans.Plan;
import be.livc.desk.ActionPlans.Planned;
import be.livc.desk.ActionPlans.Status;
import be.livc.web.pdf.Paper;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The progress report on an action plan, on paper: objective by objective, each with how far it is. */
@Component
class ActionPlanPaper {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);

    private final MessageSource messages;

    ActionPlanPaper(MessageSource messages) {
        this.messages = messages;
    }

    /** @param figures the newest total of each indicator over all cells, where it may be shown */
    Paper of(List<Planned> actions, Map<String, Integer> figures) {
        Paper.Writer paper = Paper.titled(text("desk.action-plan"))
                .marked(text("figures.paper.mark"))
                .text(sentence(actions));
        ActionPlans.byObjective(actions).forEach((objective, found) -> {
            paper.heading(objective).text(sentence(found));
            paper.table(
                    List.of(
                            text("desk.action"),
                            text("desk.action.coordinator"),
                            text("desk.action.term"),
                            text("desk.action.budget"),
                            text("desk.action.status"),
                            text("desk.action.affairs")),
                    found.stream().map(one -> row(one.plan(), figures)).toList());
        });
        return paper.done();
    }

    private String sentence(List<Planned> actions) {
        Map<Status, Long> progress = ActionPlans.progress(actions);
        return text(
                "desk.action.progress",
                progress.getOrDefault(Status.DONE, 0L),
                progress.getOrDefault(Status.RUNNING, 0L),
                progress.getOrDefault(Status.TO_START, 0L));
    }

    private List<String> row(Plan plan, Map<String, Integer> figures) {
        String figure = plan.indicator()
                .filter(figures::containsKey)
                .map(code -> "\n" + text("insight.indicator." + code) + text("layout.colon") + " " + figures.get(code))
                .orElse("");
        return List.of(
                plan.action(),
                plan.coordinator(),
                plan.term().map(day -> day.format(DAY)).orElse(""),
                plan.budget()
                        .map(euro -> String.format(DUTCH, "€\u00a0%,d", euro))
                        .orElse(""),
                text("desk.action.status." + plan.status()),
                plan.affairs() + figure);
    }

    private String text(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, "", DUTCH));
    }
}
