package be.livc.web.plan;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.MeasureState;
import be.livc.cell.Actor;
import be.livc.consultation.FeedbackSheets;
import be.livc.platform.Refusal;
import be.livc.rights.RetentionRules;
import be.livc.web.casefile.CasePages;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.workflow.livcr.CaseFlow;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closes a case: the ground is written down, looked at once more, then taken. */
@Controller
@RequestMapping("/dossiers/{id}/afsluiten")
class ClosingController {

    private static final String FORM = "closingForm";

    /** What the form holds. */
    record ClosingForm(String ground, String aftercare) {

        ClosingForm {
            ground = Typed.text(ground);
            aftercare = Typed.text(aftercare);
        }

        void check() {
            Reading reading = new Reading();
            reading.present("ground", ground);
            reading.check();
        }
    }

    private final CaseFiles cases;
    private final CaseFlow flow;
    private final FeedbackSheets sheets;
    private final RetentionRules retention;
    private final CasePages pages;
    private final Choices choices;

    ClosingController(
            CaseFiles cases,
            CaseFlow flow,
            FeedbackSheets sheets,
            RetentionRules retention,
            CasePages pages,
            Choices choices) {
        this.cases = cases;
        this.flow = flow;
        this.sheets = sheets;
        this.retention = retention;
        this.pages = pages;
        this.choices = choices;
    }

    @GetMapping
    String blank(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Act.CLOSE_CASE.requireFor(actor);
        return page("plan/closing", actor, id, new ClosingForm("", ""), locale, model);
    }

    private String page(String view, Actor actor, UUID id, ClosingForm form, Locale locale, Model model) {
        CaseView theCase = cases.open(actor, new CaseId(id));
        theCase.requireNotHeldFrom(Act.CLOSE_CASE);
        pages.frame(theCase, "plan", locale, model);
        model.addAttribute(FORM, form);
        model.addAttribute("openMeasures", openMeasures(theCase));
        model.addAttribute("sheetsInVote", sheets.inVote(actor, theCase.id()));
        model.addAttribute("grounds", choices.codes("closure-grounds", locale));
        model.addAttribute("groundLabels", choices.labels("closure-grounds", locale));
        model.addAttribute(
                "retainUntil",
                retention.startingToday(RetentionRules.Category.CLOSED_CASE).until());
        return view;
    }

    /** Those that this reader sees and that are neither done nor stopped. */
    private static List<CaseView.MeasureView> openMeasures(CaseView theCase) {
        return theCase.plan().stream()
                .flatMap(plan -> plan.measures().stream())
                .filter(measure -> !MeasureState.valueOf(measure.state()).isOver())
                .toList();
    }

    /** The first time it shows the page to check; from there it closes. */
    @PostMapping
    String close(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) ClosingForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Act.CLOSE_CASE.requireFor(actor);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            form.check();
            if (confirmed) {
                flow.close(actor, new CaseId(id), form.ground(), form.aftercare());
                next.addFlashAttribute("notice", Notice.of("plan.closed"));
                return "redirect:/dossiers/" + id;
            }
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        model.addAllAttributes(errors.getModel());
        return page(errors.hasErrors() ? "plan/closing" : "plan/closing-check", actor, id, form, locale, model);
    }
}
