package be.livc.web.embargo;

import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.Embargoes;
import be.livc.cell.Actor;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.workflow.livcr.EmbargoFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
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

/** The embargoes that an information officer or the parket laid, and laying one: on a case by its number, or on part of one. */
@Controller
@RequestMapping("/dossiers")
class EmbargoController {

    private static final String LIST = "redirect:/dossiers/embargos";

    /** What of a timeline can be hidden by itself. */
    private static final Set<ObjectType> PIECES =
            EnumSet.of(ObjectType.FACT, ObjectType.DISCLOSURE, ObjectType.DECISION, ObjectType.PROGRESS);

    private final EmbargoFlow flow;
    private final Embargoes embargoes;
    private final CaseFiles cases;
    private final Choices choices;
    private final MessageSource messages;
    private final Clock clock;

    EmbargoController(
            EmbargoFlow flow,
            Embargoes embargoes,
            CaseFiles cases,
            Choices choices,
            MessageSource messages,
            Clock clock) {
        this.flow = flow;
        this.embargoes = embargoes;
        this.cases = cases;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/embargos")
    String list(Actor actor, Model model) {
        model.addAttribute("form", EmbargoForm.empty(""));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        embargoes.requireReviews(actor, actor.cell().value());
        model.addAttribute("embargoes", embargoes.of(actor));
        model.addAttribute("mayLay", Act.LAY_EMBARGO_ON_CASE.isFor(actor.capacity()));
        days(model);
        return "embargo/list";
    }

    private void days(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("today", today);
        model.addAttribute("tomorrow", today.plusDays(1));
    }

    /** Lays an embargo on a whole case by its number: the parket need not see the case for it. */
    @PostMapping("/embargos")
    String layByNumber(
            Actor actor,
            @ModelAttribute("form") EmbargoForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes then) {
        embargoes.requireReviews(actor, actor.cell().value());
        try {
            CaseFacts found = cases.numbered(form.number())
                    .orElseThrow(
                            () -> Refusal.invalid("number", form.number().isEmpty() ? "required" : "unknown-case"));
            flow.lay(actor, form.on(ObjectType.CASE, found.id().value()));
            then.addFlashAttribute("notice", Notice.of("embargo.laid"));
            return LIST;
        } catch (Refusal refusal) {
            return again(refusal, "number", errors, page(actor, model));
        }
    }

    private static String again(Refusal refusal, String field, BindingResult errors, String view) {
        if (refusal.kind() == Refusal.Kind.CONFLICT) {
            errors.rejectValue(field, "error." + refusal.code());
        } else {
            Forms.reject(errors, refusal);
        }
        return view;
    }

    @GetMapping("/{id}/embargo")
    String onCase(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        requireLays(actor);
        model.addAttribute("form", EmbargoForm.empty(EmbargoForm.whatOf(ObjectType.CASE, id)));
        return casePage(actor, id, locale, model);
    }

    private static void requireLays(Actor actor) {
        if (!Act.LAY_EMBARGO.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
    }

    private String casePage(Actor actor, UUID id, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        List<Choice> whats = new ArrayList<>();
        whats.add(new Choice(EmbargoForm.whatOf(ObjectType.CASE, id), text("embargo.what.CASE", locale)));
        view.timeline().stream()
                .filter(piece -> PIECES.contains(piece.type()))
                .map(piece -> new Choice(
                        EmbargoForm.whatOf(piece.type(), piece.id().value()),
                        text("embargo.what." + piece.type(), locale) + ", "
                                + choices.date(LocalDate.ofInstant(piece.at(), Belgium.TIME), locale) + ", "
                                + piece.byName(),
                        shortened(piece.text())))
                .forEach(whats::add);
        model.addAttribute("number", view.number());
        model.addAttribute("caseId", id);
        model.addAttribute("whats", whats);
        days(model);
        return "embargo/lay";
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 117) + "…";
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }

    @PostMapping("/{id}/embargo")
    String lay(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") EmbargoForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        requireLays(actor);
        try {
            flow.lay(actor, form.command());
            then.addFlashAttribute("notice", Notice.of("embargo.laid"));
            return LIST;
        } catch (Refusal refusal) {
            return again(refusal, "what", errors, casePage(actor, id, locale, model));
        }
    }

    @PostMapping("/embargos/{embargo}/opheffen")
    String lift(Actor actor, @PathVariable UUID embargo, RedirectAttributes then) {
        flow.lift(actor, new EmbargoId(embargo));
        then.addFlashAttribute("notice", Notice.of("embargo.lifted"));
        return LIST;
    }

    @PostMapping("/embargos/{embargo}/verlengen")
    String prolong(
            Actor actor,
            @PathVariable UUID embargo,
            @RequestParam(defaultValue = "") String reviewDate,
            RedirectAttributes then) {
        Reading reading = new Reading();
        LocalDate review = reading.day("reviewDate", reviewDate);
        reading.check();
        flow.prolong(actor, new EmbargoId(embargo), review);
        then.addFlashAttribute("notice", Notice.of("embargo.prolonged"));
        return LIST;
    }
}
