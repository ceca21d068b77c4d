package be.livc.web.followup;

import be.livc.access.Act;
import be.livc.casefile.Trainings;
import be.livc.casefile.Trainings.RecordTraining;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is trained for which tool, with the proof; kept by the coordinator. */
@Controller
@RequestMapping("/opvolging/opleidingen")
class TrainingController {

    private static final String FORM = "trainingForm";

    /** What the form holds, as typed. */
    record TrainingForm(String assessor, String tool, String proof, String validFrom, String validTo) {

        TrainingForm {
            assessor = Typed.text(assessor);
            tool = Typed.text(tool);
            proof = Typed.text(proof);
            validFrom = Typed.text(validFrom);
            validTo = Typed.text(validTo);
        }
    }

    private final Trainings trainings;
    private final Choices choices;

    TrainingController(Trainings trainings, Choices choices) {
        this.trainings = trainings;
        this.choices = choices;
    }

    @GetMapping
    String list(Actor actor, Locale locale, Model model) {
        return page(actor, new TrainingForm("", "", "", "", ""), locale, model);
    }

    private String page(Actor actor, TrainingForm form, Locale locale, Model model) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity()) || !actor.capacity().takesPart()) {
            throw Refusal.forbidden();
        }
        List<Choice> people = choices.peopleOnOneLine();
        model.addAttribute("trainings", trainings.all());
        model.addAttribute("people", people);
        model.addAttribute("names", people.stream().collect(Collectors.toMap(Choice::value, Choice::label)));
        model.addAttribute("tools", choices.codes("risk-tools", locale));
        model.addAttribute("toolLabels", choices.labels("risk-tools", locale));
        model.addAttribute(FORM, form);
        return "followup/trainings";
    }

    @PostMapping
    String record(
            Actor actor, @ModelAttribute(FORM) TrainingForm form, Locale locale, Model model, RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            record(actor, form);
            next.addFlashAttribute("notice", Notice.of("followup.training.saved"));
            return "redirect:/opvolging/opleidingen";
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        String page = page(actor, form, locale, model);
        model.addAllAttributes(errors.getModel());
        return page;
    }

    private void record(Actor actor, TrainingForm form) {
        Reading reading = new Reading();
        MandateId assessor = new MandateId(reading.id("assessor", form.assessor()));
        reading.present("tool", form.tool());
        reading.present("proof", form.proof());
        LocalDate from = reading.day("validFrom", form.validFrom());
        Optional<LocalDate> to = reading.someDay("validTo", form.validTo());
        reading.check();
        trainings.record(actor, new RecordTraining(assessor, form.tool(), form.proof(), from, to));
    }
}
