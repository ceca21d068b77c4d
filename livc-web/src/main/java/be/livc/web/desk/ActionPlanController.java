package be.livc.web.desk;

import be.livc.cell.Actor;
import be.livc.desk.ActionPlans;
import be.livc.desk.ActionPlans.Plan;
import be.livc.desk.ActionPlans.Planned;
import be.livc.desk.ActionPlans.Status;
import be.livc.desk.Desk;
import be.livc.insight.Figures;
import be.livc.insight.Quarter;
import be.livc.platform.Refusal;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Forms;
import be.livc.web.layout.MadeOn;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.web.pdf.PdfAnswer;
import be.livc.web.pdf.Press;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The progress report on an action plan: its actions, their state, and the figure that shows how far they are. */
@Controller
@RequestMapping("/actieplan")
class ActionPlanController {

    private static final String FORM = "actionForm";

    /** What can show how far an action is: what is counted of the cells, and the desk's own figures. */
    private static final List<String> INDICATORS = Stream.concat(
                    Figures.INDICATORS.stream(), Figures.OF_THE_DESK.stream())
            .toList();

    /** What the form holds, as typed. */
    record ActionForm(
            String objective,
            String action,
            String coordinator,
            String term,
            String budget,
            String status,
            String affairs,
            String indicator,
            String version)
            implements MadeOn<ActionForm> {

        ActionForm {
            objective = Typed.text(objective);
            action = Typed.text(action);
            coordinator = Typed.text(coordinator);
            term = Typed.text(term);
            budget = Typed.text(budget);
            status = Typed.text(status);
            affairs = Typed.text(affairs);
            indicator = Typed.text(indicator);
            version = Typed.text(version);
        }

        static ActionForm of(Planned planned) {
            Plan plan = planned.plan();
            return new ActionForm(
                    plan.objective(),
                    plan.action(),
                    plan.coordinator(),
                    plan.term().map(Object::toString).orElse(""),
                    plan.budget().map(Object::toString).orElse(""),
                    plan.status().name(),
                    plan.affairs(),
                    plan.indicator().orElse(""),
                    Integer.toString(planned.version()));
        }

        @Override
        public List<Conflict> besides(ActionForm stored) {
            return List.of(
                    new Conflict("desk.action.objective", objective, stored.objective),
                    new Conflict("desk.action", action, stored.action),
                    new Conflict("desk.action.coordinator", coordinator, stored.coordinator),
                    new Conflict("desk.action.term", term, stored.term),
                    new Conflict("desk.action.affairs", affairs, stored.affairs));
        }

        @Override
        public ActionForm onTopOf(ActionForm stored) {
            return new ActionForm(
                    objective, action, coordinator, term, budget, status, affairs, indicator, stored.version);
        }

        Plan command() {
            Reading reading = new Reading();
            Plan plan = new Plan(
                    objective,
                    action,
                    coordinator,
                    reading.someDay("term", term),
                    reading.someNumber("budget", budget),
                    reading.code("status", status, Status.class),
                    affairs,
                    reading.someCode("indicator", indicator, INDICATORS));
            reading.check(plan.problems());
            return plan;
        }
    }

    private final ActionPlans plans;
    private final Figures figures;
    private final ActionPlanPaper paper;
    private final Press press;

    ActionPlanController(ActionPlans plans, Figures figures, ActionPlanPaper paper, Press press) {
        this.plans = plans;
        this.figures = figures;
        this.paper = paper;
        this.press = press;
    }

    @GetMapping
    String report(Actor actor, Model model) {
        List<Planned> actions = plans.all(actor);
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        model.addAttribute("actions", actions);
        model.addAttribute("progress", ActionPlans.progress(actions));
        model.addAttribute("objectives", ActionPlans.byObjective(actions));
        model.addAttribute("figures", lastTotals(actor));
        return "desk/action-plan";
    }

    @GetMapping("/voortgang.pdf")
    ResponseEntity<byte[]> print(Actor actor) {
        return PdfAnswer.of(press.print(paper.of(plans.export(actor), lastTotals(actor))), "voortgang-actieplan");
    }

    /** The newest total of each indicator over all cells, where it may be shown. */
    private Map<String, Integer> lastTotals(Actor actor) {
        Map<String, Integer> totals = new HashMap<>();
        Optional<Quarter> last = figures.quarters().stream().findFirst();
        last.ifPresent(quarter -> figures.of(actor, quarter).stream()
                .filter(figure ->
                        figure.source().equals(Figures.ALL) && figure.category().equals(Figures.ALL))
                .forEach(figure -> figure.value().ifPresent(value -> totals.put(figure.indicator(), value))));
        return totals;
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, Model model) {
        return form(actor, new ActionForm("", "", "", "", "", "TO_START", "", "", ""), "/actieplan/nieuw", model);
    }

    private static String form(Actor actor, ActionForm form, String action, Model model) {
        if (!Desk.isStaffedBy(actor)) {
            throw Refusal.forbidden();
        }
        model.addAttribute(FORM, form);
        model.addAttribute("formAction", action);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("indicators", INDICATORS);
        return "desk/action";
    }

    @PostMapping("/nieuw")
    String add(Actor actor, @ModelAttribute(FORM) ActionForm form, Model model, RedirectAttributes next) {
        try {
            plans.add(actor, form.command());
            return saved(next);
        } catch (Refusal refusal) {
            return form(actor, Forms.reject(FORM, form, refusal, model), "/actieplan/nieuw", model);
        }
    }

    @GetMapping("/{id}")
    String edit(Actor actor, @PathVariable UUID id, Model model) {
        return form(actor, ActionForm.of(plans.find(actor, id)), "/actieplan/" + id, model);
    }

    @PostMapping("/{id}")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) ActionForm form,
            Model model,
            RedirectAttributes next) {
        // Who may not know of it learns that before anything of the form is judged.
        plans.find(actor, id);
        try {
            plans.change(actor, id, Typed.number(form.version()).orElse(0), form.command());
            return saved(next);
        } catch (Refusal refusal) {
            Supplier<ActionForm> stored = () -> ActionForm.of(plans.find(actor, id));
            return form(actor, Forms.reject(FORM, form, refusal, stored, model), "/actieplan/" + id, model);
        }
    }

    private static String saved(RedirectAttributes next) {
        next.addFlashAttribute("notice", Notice.of("desk.action.saved"));
        return "redirect:/actieplan";
    }
}
