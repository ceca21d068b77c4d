package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Replanning;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import be.livc.workflow.livcr.ConsultationFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes a planned consultation, takes a case off its agenda, or calls it off: each with a page that says what follows. */
@Controller
@RequestMapping("/overleg/{id}")
class ReplanningController {

    private final ConsultationPages pages;
    private final Replanning replanning;
    private final ConsultationFlow flow;
    private final PlanFields fields;
    private final Reasons reasons;
    private final Clock clock;

    ReplanningController(
            ConsultationPages pages,
            Replanning replanning,
            ConsultationFlow flow,
            PlanFields fields,
            Reasons reasons,
            Clock clock) {
        this.pages = pages;
        this.replanning = replanning;
        this.flow = flow;
        this.fields = fields;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/wijzigen")
    String change(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ConsultationPage page = planned(actor, id, locale, model);
        model.addAttribute("form", PlanningForm.of(page.view()));
        return form(actor, locale, model);
    }

    /** Lays the consultation in the model, while it is planned; nothing else is changed. */
    private ConsultationPage planned(Actor actor, UUID id, Locale locale, Model model) {
        Act.REPLAN_CONSULTATION.requireFor(actor);
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        if (!page.planned()) {
            throw Refusal.conflict("not-planned");
        }
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        return page;
    }

    private String form(Actor actor, Locale locale, Model model) {
        fields.fill(actor, locale, model);
        return "consultation/change";
    }

    @PostMapping("/wijzigen")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") PlanningForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        form.require(errors, LocalDate.now(clock));
        if (form.date() != null && form.chair() != null && !errors.hasErrors()) {
            try {
                replanning.change(actor, new ConsultationId(id), form.command(form.date(), form.chair()));
                then.addFlashAttribute("notice", Notice.of("replanning.changed"));
                return "redirect:/overleg/" + id;
            } catch (Refusal refusal) {
                reasons.reject(errors, refusal, "legalBasis", locale);
            }
        }
        planned(actor, id, locale, model);
        return form(actor, locale, model);
    }

    @GetMapping("/afgelasten")
    String callOff(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        planned(actor, id, locale, model);
        return "consultation/call-off";
    }

    @PostMapping("/afgelasten")
    String callOff(Actor actor, @PathVariable UUID id, RedirectAttributes then) {
        flow.callOff(actor, new ConsultationId(id));
        then.addFlashAttribute("notice", Notice.of("replanning.called-off"));
        return "redirect:/overleg/" + id;
    }

    @GetMapping("/punten/{n}/van-de-agenda")
    String takeOff(Actor actor, @PathVariable UUID id, @PathVariable int n, Locale locale, Model model) {
        ConsultationPage page = planned(actor, id, locale, model);
        model.addAttribute("item", ConsultationPages.item(page.view(), n));
        return "consultation/take-off";
    }

    @PostMapping("/punten/{n}/van-de-agenda")
    String takeOff(Actor actor, @PathVariable UUID id, @PathVariable int n, RedirectAttributes then) {
        flow.takeOff(actor, new ConsultationId(id), n);
        then.addFlashAttribute("notice", Notice.of("replanning.taken-off"));
        return "redirect:/overleg/" + id;
    }
}
