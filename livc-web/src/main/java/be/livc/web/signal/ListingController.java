package be.livc.web.signal;

import be.livc.access.Act;
import be.livc.casefile.CaseRow;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalView;
import be.livc.web.casefile.CaseNumbers;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import be.livc.workflow.livcr.ListingFlow;
import be.livc.workflow.livcr.ListingFlow.Decision;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** The mayor's decision on the case list: written down, looked at once more, then taken. */
@Controller
@RequestMapping("/aanmeldingen/{id}/lijst")
class ListingController {

    private static final String FORM = "listingForm";
    private static final Map<String, String> FIELDS = Map.of("purposeCode", "purpose");

    private final ListingFlow flow;
    private final SignalReading reading;
    private final SignalPages pages;
    private final CaseNumbers cases;
    private final Choices choices;

    ListingController(ListingFlow flow, SignalReading reading, SignalPages pages, CaseNumbers cases, Choices choices) {
        this.flow = flow;
        this.reading = reading;
        this.pages = pages;
        this.cases = cases;
        this.choices = choices;
    }

    @GetMapping
    String blank(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Act.LIST.requireFor(actor);
        return page("signal/listing", actor, id, ListingForm.empty(actor.purpose()), locale, model);
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
            @ModelAttribute(FORM) ListingForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "false") boolean change,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Act.LIST.requireFor(actor);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Forms.reject(errors, form.problems(), FIELDS);
        Optional<CaseRow> other = form.joins() ? cases.find(actor, form.caseId()) : Optional.empty();
        if (form.joins() && other.isEmpty() && !errors.hasFieldErrors("caseId")) {
            errors.rejectValue("caseId", "error.unknown-case");
        }
        if (!errors.hasErrors() && confirmed && !change) {
            try {
                return decided(flow.decide(actor, new SignalId(id), command(form, other)), id, next);
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal, FIELDS);
            }
        }
        model.addAllAttributes(errors.getModel());
        if (errors.hasErrors() || change) {
            return page("signal/listing", actor, id, form, locale, model);
        }
        model.addAttribute("other", other.orElse(null));
        model.addAttribute("purposeLabels", choices.labels("purposes", locale));
        return page("signal/listing-check", actor, id, form, locale, model);
    }

    private static ListingFlow.Decide command(ListingForm form, Optional<CaseRow> other) {
        return new ListingFlow.Decide(
                Decision.valueOf(form.decision()),
                form.purpose(),
                Typed.some(form.purposeText()),
                form.necessity(),
                other.map(CaseRow::id));
    }

    private static String decided(ListingFlow.Decided decided, UUID id, RedirectAttributes next) {
        if (decided.caseId().isEmpty()) {
            next.addFlashAttribute("notice", Notice.of("signal.listing.refused"));
            return "redirect:/aanmeldingen/" + id;
        }
        next.addFlashAttribute(
                "notice", Notice.of("signal.listing.listed", decided.number().orElse("")));
        return "redirect:/dossiers/" + decided.caseId().get();
    }

    private String page(String view, Actor actor, UUID id, ListingForm form, Locale locale, Model model) {
        SignalView signal = reading.open(actor, new SignalId(id));
        pages.show(signal, actor, locale, model);
        model.addAttribute(FORM, form);
        model.addAttribute("weighing", Weighing.of(signal, actor));
        model.addAttribute("purposes", choices.codes("purposes", locale));
        model.addAttribute("decisions", Decision.values());
        return view;
    }
}
