package be.livc.web.followup;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.RiskAssessments.Outcome;
import be.livc.casefile.RiskAssessments.RecordOutcome;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import be.livc.web.casefile.CasePages;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The risk assessments of a case: their course as a picture and a table, and a new one. */
@Controller
@RequestMapping("/dossiers/{id}/risicotaxatie")
class RiskController {

    private static final String FORM = "riskForm";

    /** What the form holds, as typed. */
    record RiskForm(String tool, String version, String assessor, String assessedOn, String outcome) {

        RiskForm {
            tool = Typed.text(tool);
            version = Typed.text(version);
            assessor = Typed.text(assessor);
            assessedOn = Typed.text(assessedOn);
            outcome = Typed.text(outcome);
        }

        static RiskForm blank(Actor actor) {
            return new RiskForm(
                    "",
                    "",
                    actor.isOneOf(Capacity.COORDINATOR) ? "" : actor.mandate().toString(),
                    "",
                    "");
        }

        RecordOutcome command() {
            Reading reading = new Reading();
            reading.present("tool", tool);
            reading.present("version", version);
            MandateId by = new MandateId(reading.id("assessor", assessor));
            LocalDate day = reading.day("assessedOn", assessedOn);
            reading.present("outcome", outcome);
            reading.check();
            return new RecordOutcome(tool, version, by, day, outcome);
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    private final CaseFiles cases;
    private final RiskAssessments assessments;
    private final CasePages pages;
    private final Choices choices;

    RiskController(CaseFiles cases, RiskAssessments assessments, CasePages pages, Choices choices) {
        this.cases = cases;
        this.assessments = assessments;
        this.pages = pages;
        this.choices = choices;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return page(actor, id, RiskForm.blank(actor), locale, model);
    }

    private String page(Actor actor, UUID id, RiskForm form, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        List<Outcome> course = assessments.course(view);
        List<Choice> outcomes = choices.codes("risk-outcomes", locale);
        pages.frame(view, "risk", locale, model);
        model.addAttribute("course", course);
        model.addAttribute("drawing", CourseDrawing.of(course, outcomes));
        model.addAttribute("tools", choices.codes("risk-tools", locale));
        model.addAttribute("toolLabels", choices.labels("risk-tools", locale));
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("outcomeLabels", choices.labels("risk-outcomes", locale));
        model.addAttribute(
                "people",
                choices.peopleOnOneLine().stream()
                        .filter(person -> actor.isOneOf(Capacity.COORDINATOR)
                                || person.value().equals(actor.mandate().toString()))
                        .toList());
        model.addAttribute(FORM, form);
        model.addAttribute("mayRecord", view.takes(Act.RECORD_RISK_ASSESSMENT, actor));
        return "followup/risk";
    }

    @PostMapping
    String record(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) RiskForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            assessments.record(actor, new CaseId(id), form.command());
            next.addFlashAttribute("notice", Notice.of("followup.risk.saved"));
            return "redirect:/dossiers/" + id + "/risicotaxatie";
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        String page = page(actor, id, form, locale, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }
}
