package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationList;
import be.livc.consultation.ConsultationRow;
import be.livc.consultation.Consultations;
import be.livc.law.LegalBases;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of consultations, and planning one. */
@Controller
@RequestMapping("/overleg")
class PlanningController {

    private static final String FORM = "consultation/planning";

    private final ConsultationList planned;
    private final Consultations consultations;
    private final LegalBases bases;
    private final UsualPeople usual;
    private final PlanFields fields;
    private final Reasons reasons;
    private final Clock clock;

    PlanningController(
            ConsultationList planned,
            Consultations consultations,
            LegalBases bases,
            UsualPeople usual,
            PlanFields fields,
            Reasons reasons,
            Clock clock) {
        this.planned = planned;
        this.consultations = consultations;
        this.bases = bases;
        this.usual = usual;
        this.fields = fields;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, @RequestParam Optional<String> after, Model model) {
        model.addAttribute("consultations", planned.list(actor, after, Page.USUAL));
        model.addAttribute("after", after.orElse(null));
        model.addAttribute("mayPlan", Act.PLAN_CONSULTATION.isFor(actor.capacity()));
        return "consultation/list";
    }

    @GetMapping("/nieuw")
    String empty(Actor actor, @RequestParam(required = false) @Nullable UUID dossier, Locale locale, Model model) {
        Act.PLAN_CONSULTATION.requireFor(actor);
        LocalDate today = LocalDate.now(clock);
        List<UUID> valid = bases.countingIn(actor.cellKind()).stream()
                .filter(basis -> basis.isValidOn(today) && basis.serves(actor.purpose()))
                .map(basis -> basis.id().value())
                .toList();
        model.addAttribute(
                "form", PlanningForm.empty(dossier, valid, usual.chair(actor, Optional.ofNullable(dossier))));
        return form(actor, dossier, locale, model);
    }

    private String form(Actor actor, @Nullable UUID dossier, Locale locale, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("planned", dossier == null ? List.of() : planned(actor, today));
        fields.fill(actor, locale, model);
        return FORM;
    }

    /** The consultations to come, on whose agenda a case can be put as well. */
    private List<ConsultationRow> planned(Actor actor, LocalDate today) {
        return planned.list(actor, Optional.empty(), Page.USUAL).items().stream()
                .filter(one -> one.state().equals("PLANNED") && !one.date().isBefore(today))
                .sorted(Comparator.comparing(ConsultationRow::date))
                .toList();
    }

    @PostMapping("/nieuw")
    String plan(
            Actor actor,
            @ModelAttribute("form") PlanningForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        form.require(errors, LocalDate.now(clock));
        if (form.date() == null || form.chair() == null || errors.hasErrors()) {
            Act.PLAN_CONSULTATION.requireFor(actor);
            return form(actor, form.dossier(), locale, model);
        }
        try {
            ConsultationId id = consultations.plan(actor, form.command(form.date(), form.chair()));
            then.addFlashAttribute("notice", Notice.of("consultation.planned"));
            return form.dossier() == null
                    ? "redirect:/overleg/" + id
                    : "redirect:/overleg/" + id + "/punten/nieuw?dossier=" + form.dossier();
        } catch (Refusal refusal) {
            reasons.reject(errors, refusal, "legalBasis", locale);
            return form(actor, form.dossier(), locale, model);
        }
    }
}
