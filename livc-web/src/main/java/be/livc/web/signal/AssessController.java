package be.livc.web.signal;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.signal.Assess;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalView;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.workflow.livcr.SignalFlow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Weighing a signal: what was noticed on one side, the criteria on the other. */
@Controller
@RequestMapping("/aanmeldingen/{id}/toetsing")
class AssessController {

    private static final String FORM = "assessForm";
    private static final String PAGE = "signal/assess";

    private final SignalFlow flow;
    private final SignalReading reading;
    private final SignalPages pages;
    private final Choices choices;

    AssessController(SignalFlow flow, SignalReading reading, SignalPages pages, Choices choices) {
        this.flow = flow;
        this.reading = reading;
        this.pages = pages;
        this.choices = choices;
    }

    @GetMapping
    String blank(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return page(actor, id, AssessForm.EMPTY, locale, model);
    }

    @PostMapping
    String assess(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) AssessForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(), Map.of());
        if (!errors.hasErrors()) {
            try {
                SignalFlow.Assessed assessed = flow.assess(actor, new SignalId(id), form.command());
                next.addFlashAttribute(
                        "notice",
                        Notice.of(assessed.disagreement() ? "signal.assessed.disagreement" : "signal.assessed"));
                return "redirect:/aanmeldingen/" + id;
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal);
            }
        }
        model.addAllAttributes(errors.getModel());
        return page(actor, id, form, locale, model);
    }

    private String page(Actor actor, UUID id, AssessForm form, Locale locale, Model model) {
        SignalView signal = reading.open(actor, new SignalId(id));
        Weighing weighing = Weighing.of(signal, actor);
        if (!weighing.mayAssess()) {
            throw Refusal.forbidden();
        }
        pages.show(signal, actor, locale, model);
        model.addAttribute(FORM, form);
        model.addAttribute("weighing", weighing);
        model.addAttribute("duplicates", pages.possibleDuplicates(signal, actor));
        model.addAttribute("criteriaCodes", choices.codes("assessment-criteria", locale));
        model.addAttribute("referralCodes", choices.codes("referral-kinds", locale));
        model.addAttribute("answers", Assess.Answer.values());
        model.addAttribute(
                "outcomes", List.of(Assess.Outcome.RETAINED, Assess.Outcome.REFERRED, Assess.Outcome.NOT_RETAINED));
        return PAGE;
    }
}
