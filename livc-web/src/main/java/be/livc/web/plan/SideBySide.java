package be.livc.web.plan;

import be.livc.casefile.CaseView;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Typed;
import be.livc.web.plan.PlanForm.GoalRow;
import be.livc.web.plan.PlanForm.MeasureRow;
import be.livc.web.support.KnownOffers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Two plans for the same case beside each other, in words. Everything that a form can change is in it: of two people who gave a
 * measure to two others, the second would else be told of a difference and be shown none.
 */
@Component
class SideBySide {

    private final Choices choices;
    private final KnownOffers offers;

    SideBySide(Choices choices, KnownOffers offers) {
        this.choices = choices;
        this.offers = offers;
    }

    /** What this person made of the plan beside what is stored by now, field by field. */
    List<Conflict> of(PlanForm mine, CaseView view, Locale locale) {
        PlanForm stored = PlanForm.of(view);
        Words words = new Words(
                choices.labels("life-domains", locale),
                choices.labels("goal-states", locale),
                people(view),
                offers.names(),
                locale);
        return List.of(
                new Conflict("plan.goals", goals(mine, words), goals(stored, words)),
                new Conflict("plan.measures", measures(mine, words), measures(stored, words)),
                new Conflict("plan.review", day(mine.reviewDate(), locale), day(stored.reviewDate(), locale)));
    }

    private record Words(
            Map<String, String> domains,
            Map<String, String> states,
            Map<String, String> people,
            Map<String, String> offers,
            Locale locale) {}

    /** Everyone who can be chosen, and who has a measure though they no longer can. */
    private Map<String, String> people(CaseView view) {
        Map<String, String> names = new HashMap<>();
        view.plan().ifPresent(plan -> plan.measures()
                .forEach(measure -> names.put(measure.owner().toString(), measure.ownerName())));
        choices.peopleOnOneLine().forEach((Choice one) -> names.put(one.value(), one.label()));
        return names;
    }

    private static String goals(PlanForm plan, Words words) {
        return plan.goals().stream()
                .map((GoalRow row) -> line(
                        words.domains().getOrDefault(row.domain(), row.domain()),
                        row.goal(),
                        words.states().getOrDefault(row.state(), row.state())))
                .collect(Collectors.joining("\n"));
    }

    private String measures(PlanForm plan, Words words) {
        Map<String, String> goals =
                plan.goals().stream().collect(Collectors.toMap(GoalRow::id, GoalRow::goal, (one, other) -> one));
        return plan.measures().stream()
                .map((MeasureRow row) -> line(
                        row.what(),
                        words.people().getOrDefault(row.owner(), ""),
                        day(row.due(), words.locale()),
                        goals.getOrDefault(row.goal(), ""),
                        words.offers().getOrDefault(row.offer(), row.offer())))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" – "));
    }

    /** As one reads it; what is no day as it was typed. */
    private String day(String typed, Locale locale) {
        return Typed.date(typed).map(day -> choices.date(day, locale)).orElse(typed);
    }
}
