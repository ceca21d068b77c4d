package be.livc.web.plan;

import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseView;
import be.livc.casefile.Goal;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.web.casefile.CasePages;
import be.livc.web.casefile.Whys;
import be.livc.web.choices.Choices;
import be.livc.web.support.KnownOffers;
import be.livc.workflow.livcr.CaseFlow;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The two pages of a plan of action: as it is, and as it is being changed. */
@Component
class PlanPages {

    /** The name under which a page knows the form. */
    static final String FORM = "planForm";

    /** A measure as its reader sees it, with what was reported on it. */
    record MeasureCard(
            CaseView.MeasureView measure,
            @Nullable String goal,
            boolean ownerGone,
            boolean mayReport,
            List<CaseView.Piece> reports,
            String why) {}

    private final CasePages pages;
    private final Whys whys;
    private final Choices choices;
    private final KnownOffers offers;
    private final Mandates mandates;
    private final Clock clock;

    PlanPages(CasePages pages, Whys whys, Choices choices, KnownOffers offers, Mandates mandates, Clock clock) {
        this.pages = pages;
        this.whys = whys;
        this.choices = choices;
        this.offers = offers;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** The page on which it is read, and reported on. */
    String show(Actor actor, CaseView view, CaseFlow.Possible possible, Locale locale, Model model) {
        pages.frame(view, "plan", locale, model);
        model.addAttribute("plan", view.plan().orElse(null));
        model.addAttribute("domains", choices.labels("life-domains", locale));
        model.addAttribute("goalLabels", choices.labels("goal-states", locale));
        model.addAttribute("states", choices.codes("measure-states", locale));
        model.addAttribute("stateLabels", choices.labels("measure-states", locale));
        model.addAttribute(
                "cards",
                view.plan().map(plan -> cards(actor, view, plan, locale)).orElse(List.of()));
        model.addAttribute("offerNames", offers.names());
        model.addAttribute("mayPlan", possible.changePlan());
        model.addAttribute("mayClose", possible.close());
        return "plan/show";
    }

    private List<MeasureCard> cards(Actor actor, CaseView view, CaseView.PlanView plan, Locale locale) {
        Map<String, String> gone = gone(plan);
        return plan.measures().stream()
                .map(measure -> new MeasureCard(
                        measure,
                        goalOf(plan, measure),
                        gone.containsKey(measure.owner().toString()),
                        view.takes(Act.REPORT_PROGRESS)
                                && (measure.owner().equals(actor.mandate()) || actor.isOneOf(Capacity.COORDINATOR)),
                        view.timeline().stream()
                                .filter(piece -> piece.type() == ObjectType.PROGRESS
                                        && piece.about()
                                                .filter(measure.id().value()::equals)
                                                .isPresent())
                                .toList(),
                        whys.text(measure.why(), locale)))
                .toList();
    }

    /** The names of those who still have a measure though their mandate ended, by its id: they see it no longer. */
    private Map<String, String> gone(CaseView.PlanView plan) {
        Set<MandateId> owners =
                plan.measures().stream().map(CaseView.MeasureView::owner).collect(Collectors.toSet());
        return mandates.findAll(owners).stream()
                .filter(mandate -> !mandate.runsAt(clock.instant()))
                .collect(Collectors.toMap(mandate -> mandate.id().toString(), Mandate::nameWithPartner));
    }

    private static @Nullable String goalOf(CaseView.PlanView plan, CaseView.MeasureView measure) {
        return plan.goals().stream()
                .filter(goal -> measure.goal().filter(goal.id()::equals).isPresent())
                .map(Goal::goal)
                .findFirst()
                .orElse(null);
    }

    /** The page on which it is changed, with this in its fields. */
    String form(CaseView view, PlanForm form, Locale locale, Model model) {
        pages.frame(view, "plan", locale, model);
        model.addAttribute(FORM, form);
        model.addAttribute("domains", choices.codes("life-domains", locale));
        model.addAttribute("goalStates", choices.codes("goal-states", locale));
        model.addAttribute("goalChoices", form.goalChoices());
        model.addAttribute("people", choices.peopleOnOneLine());
        model.addAttribute("gone", view.plan().map(this::gone).orElse(Map.of()));
        model.addAttribute(
                "offers",
                offers.choices(
                        form.measures().stream().map(PlanForm.MeasureRow::offer).toList()));
        return "plan/edit";
    }
}
