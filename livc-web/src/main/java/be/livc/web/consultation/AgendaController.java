package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.casefile.CaseRow;
import be.livc.cell.Actor;
import be.livc.consultation.AgendaOrder;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Consultations;
import be.livc.consultation.Urgency;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.workflow.livcr.ConsultationFlow;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Prepares a consultation: its agenda, the invitations and their answers, the conflict check. */
@Controller
@RequestMapping("/overleg/{id}")
class AgendaController {

    private final ConsultationPages pages;
    private final Consultations consultations;
    private final ConsultationFlow flow;
    private final Urgency urgency;
    private final AgendaOrder order;
    private final OrderProposal proposal;
    private final UsualPeople usual;
    private final Choices choices;
    private final Reasons reasons;
    private final Clock clock;

    AgendaController(
            ConsultationPages pages,
            Consultations consultations,
            ConsultationFlow flow,
            Urgency urgency,
            AgendaOrder order,
            OrderProposal proposal,
            UsualPeople usual,
            Choices choices,
            Reasons reasons,
            Clock clock) {
        this.pages = pages;
        this.consultations = consultations;
        this.flow = flow;
        this.urgency = urgency;
        this.order = order;
        this.proposal = proposal;
        this.usual = usual;
        this.choices = choices;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping
    String agenda(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        boolean arranges = page.planned() && Act.PUT_ON_AGENDA.isFor(actor.capacity());
        model.addAttribute("mayPutOnAgenda", arranges);
        model.addAttribute("mayReplan", Act.REPLAN_CONSULTATION.isFor(actor.capacity()));
        model.addAttribute("proposedOrder", arranges ? proposal.unlessSo(page.view()) : List.of());
        model.addAttribute("mayCheck", Act.CHECK_CONFLICT.isFor(actor.capacity()) && !page.closed());
        model.addAttribute("outcome", urgency.outcomeOf(page.view().id()).orElse(null));
        model.addAttribute(
                "toRatify", page.open() && page.leads() && !page.view().urgent() ? urgency.pending() : List.of());
        return "consultation/agenda";
    }

    @GetMapping("/punten/nieuw")
    String newItem(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID dossier,
            Locale locale,
            Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        List<CaseRow> cases = flow.schedulable(actor);
        Optional<CaseRow> chosen =
                cases.stream().filter(row -> row.id().value().equals(dossier)).findFirst();
        List<UUID> invited = usual.invited(
                actor, chosen.map(row -> row.id().value()), page.view().chair());
        model.addAttribute(
                "form", new AgendaForm(chosen.map(CaseRow::number).orElse(null), actor.purpose(), null, invited));
        return itemForm(page, cases, locale, model);
    }

    private String itemForm(ConsultationPage page, List<CaseRow> cases, Locale locale, Model model) {
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute("cases", cases.stream().map(this::choice).toList());
        model.addAttribute("purposes", choices.codes("purposes", locale));
        model.addAttribute("people", choices.people(locale));
        return "consultation/item";
    }

    private Choice choice(CaseRow row) {
        LocalDate today = LocalDate.now(clock);
        String name = row.subject()
                .map(subject -> subject.name()
                        + subject.ageOn(today).map(age -> " (" + age + ")").orElse(""))
                .orElse("");
        return new Choice(row.number(), name.isEmpty() ? row.number() : row.number() + " · " + name);
    }

    @PostMapping("/punten/nieuw")
    String putOnAgenda(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") AgendaForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        ConsultationId consultation = new ConsultationId(id);
        List<CaseRow> cases = flow.schedulable(actor);
        Optional<CaseRow> chosen = cases.stream()
                .filter(row -> row.number().equals(form.dossier()))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("dossier", "consultation.item.case.unknown");
        }
        if (form.invitees() == null && !errors.hasFieldErrors("invitees")) {
            errors.rejectValue("invitees", "error.required");
        }
        if (!errors.hasErrors()) {
            try {
                flow.putOnAgenda(
                        actor, consultation, form.command(chosen.orElseThrow().id()));
                then.addFlashAttribute(
                        "notice",
                        Notice.of(
                                "consultation.item.added", chosen.orElseThrow().number()));
                return "redirect:/overleg/" + id;
            } catch (Refusal refusal) {
                reasons.reject(errors, refusal, "invitees", locale);
            }
        }
        return itemForm(pages.open(actor, consultation, locale), cases, locale, model);
    }

    @PostMapping("/punten/{n}/antwoord")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestParam boolean comes,
            RedirectAttributes then) {
        consultations.answer(actor, new ConsultationId(id), n, comes);
        then.addFlashAttribute(
                "notice",
                Notice.of(
                        comes ? "consultation.answer.comes" : "consultation.answer.declines",
                        order.placeOf(actor, new ConsultationId(id), n)));
        return "redirect:/overleg/" + id;
    }

    @GetMapping("/punten/{n}/conflictcheck")
    String conflictCheck(Actor actor, @PathVariable UUID id, @PathVariable int n, Locale locale, Model model) {
        Act.CHECK_CONFLICT.requireFor(actor);
        model.addAttribute("form", new ConflictForm(null, null, null, ConflictCheck.Scope.CASE));
        return conflictForm(pages.open(actor, new ConsultationId(id), locale), n, model);
    }

    private String conflictForm(ConsultationPage page, int n, Model model) {
        ConsultationView view = page.view();
        model.addAttribute("room", page);
        model.addAttribute("consultation", view);
        model.addAttribute("item", ConsultationPages.item(view, n));
        model.addAttribute("outcomes", ConflictCheck.Outcome.values());
        model.addAttribute("scopes", ConflictCheck.Scope.values());
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        return "consultation/conflict";
    }

    @PostMapping("/punten/{n}/conflictcheck")
    String checkConflict(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @ModelAttribute("form") ConflictForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        ConsultationId consultation = new ConsultationId(id);
        if (form.outcome() == null && !errors.hasFieldErrors("outcome")) {
            errors.rejectValue("outcome", "error.required");
        }
        if (form.outcome() != null && !errors.hasErrors()) {
            try {
                flow.checkConflict(actor, consultation, n, form.command(form.outcome()));
                then.addFlashAttribute(
                        "notice",
                        Notice.of(
                                "consultation.conflict.done." + form.outcome(), order.placeOf(actor, consultation, n)));
                return "redirect:/overleg/" + id;
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal);
            }
        }
        Act.CHECK_CONFLICT.requireFor(actor);
        return conflictForm(pages.open(actor, consultation, locale), n, model);
    }
}
