package be.livc.web.pivc;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.law.Verdict;
import be.livc.platform.Refusal;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalView;
import be.livc.web.casefile.Person;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.workflow.pivc.CandidateFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** From candidate to case: the basis check, then the direction's decision, looked at once more before it is taken. */
@Controller
@RequestMapping("/aanmeldingen/{id}/opname")
class AdmissionController {

    private static final String FORM = "admissionForm";

    /** The step at which the direction decides. */
    private static final String DECIDE = "decideAdmission";

    /** What the direction can decide. */
    enum Decision {
        ADMIT,
        REFUSE
    }

    /** What the form of that decision holds. */
    record AdmissionForm(String decision, String purpose, String necessity) {

        AdmissionForm(@Nullable String decision, @Nullable String purpose, @Nullable String necessity) {
            this.decision = Typed.text(decision);
            this.purpose = Typed.text(purpose);
            this.necessity = Typed.text(necessity);
        }

        Decision chosen() {
            Reading reading = new Reading();
            Decision chosen = reading.code("decision", decision, Decision.class);
            reading.present("necessity", necessity);
            reading.check();
            return chosen;
        }
    }

    private final SignalReading signals;
    private final CandidateFlow candidates;
    private final Choices choices;
    private final Clock clock;

    AdmissionController(SignalReading signals, CandidateFlow candidates, Choices choices, Clock clock) {
        this.signals = signals;
        this.candidates = candidates;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        page(actor, id, new AdmissionForm("", actor.purpose(), ""), locale, model);
        return "pivc/admission";
    }

    /** Gives the step that waits for the candidate. */
    private String page(Actor actor, UUID id, AdmissionForm form, Locale locale, Model model) {
        if (actor.cellKind() != CellKind.PIVC) {
            throw Refusal.notFound();
        }
        SignalView signal = signals.open(actor, new SignalId(id));
        String step = candidates.waitingStep(signal.id()).orElse("");
        model.addAttribute("signal", signal);
        model.addAttribute(
                "person",
                signal.subject()
                        .map(subject -> Person.of(subject, LocalDate.now(clock)))
                        .orElse(null));
        model.addAttribute("step", step);
        model.addAttribute(FORM, form);
        model.addAttribute("valid", candidates.basisOf(actor) instanceof Verdict.Allowed);
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("purposes", choices.codes("purposes", locale));
        model.addAttribute("purposeLabels", choices.labels("purposes", locale));
        return step;
    }

    @PostMapping("/basistoets")
    String checkBasis(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        candidates.checkBasis(actor, new SignalId(id));
        next.addFlashAttribute("notice", Notice.of("pivc.basis.done"));
        return "redirect:/aanmeldingen/" + id;
    }

    /**
     * The first time it shows the page to check; from there it decides.
     *
     * @param confirmed sent by the page to check
     * @param change sent by its other button, to come back to the form
     */
    @PostMapping
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) AdmissionForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "false") boolean change,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            Decision chosen = form.chosen();
            if (confirmed && !change) {
                return decided(actor, new SignalId(id), chosen, form, next);
            }
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        model.addAllAttributes(errors.getModel());
        String step = page(actor, id, form, locale, model);
        if (errors.hasErrors() || change || !step.equals(DECIDE)) {
            return "pivc/admission";
        }
        Act.LIST.requireFor(actor);
        return "pivc/admission-check";
    }

    private String decided(Actor actor, SignalId id, Decision chosen, AdmissionForm form, RedirectAttributes next) {
        if (chosen == Decision.REFUSE) {
            candidates.refuse(actor, id, form.necessity());
            next.addFlashAttribute("notice", Notice.of("pivc.refused"));
            return "redirect:/aanmeldingen/" + id;
        }
        String number = candidates.admit(actor, id, form.purpose(), form.necessity());
        next.addFlashAttribute("notice", Notice.of("pivc.admitted", number));
        return "redirect:/pivc";
    }
}
