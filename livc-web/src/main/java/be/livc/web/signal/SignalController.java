package be.livc.web.signal;

import be.livc.access.Act;
import be.livc.casefile.Subject;
import be.livc.cell.Actor;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.signal.Filed;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalView;
import be.livc.web.casefile.Person;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Submissions;
import be.livc.web.layout.Typed;
import be.livc.workflow.livcr.SignalFlow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

/** Filing a signal, the list of signals, and one signal as its reader sees it. */
@Controller
@RequestMapping("/aanmeldingen")
class SignalController {

    private static final String FORM = "signalForm";
    private static final String NEW = "signal/new";
    private static final String REMOVE = "remove-fact-";

    private final SignalFlow flow;
    private final SignalReading reading;
    private final SignalPages pages;
    private final Submissions submissions;
    private final Choices choices;
    private final Clock clock;

    SignalController(
            SignalFlow flow,
            SignalReading reading,
            SignalPages pages,
            Submissions submissions,
            Choices choices,
            Clock clock) {
        this.flow = flow;
        this.reading = reading;
        this.pages = pages;
        this.submissions = submissions;
        this.choices = choices;
        this.clock = clock;
    }

    /** One row of the list. */
    record Row(SignalId id, String number, String state, String urgency, Instant filedAt, Optional<Person> person) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String status,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        StateFilter filter = StateFilter.of(status);
        Page<Row> page = reading.list(actor, filter.state(), after, Page.USUAL)
                .map(row -> new Row(
                        row.id(),
                        row.number(),
                        row.state(),
                        row.urgency(),
                        row.filedAt(),
                        row.subject().map(this::person)));
        model.addAttribute("signals", page.items());
        model.addAttribute("filters", StateFilter.values());
        model.addAttribute("filter", filter);
        model.addAttribute("urgencies", choices.labels("urgencies", locale));
        model.addAttribute("first", after.isPresent() ? filter.href() : null);
        model.addAttribute("next", page.next().map(filter::hrefAfter).orElse(null));
        model.addAttribute("mayFile", Act.FILE_SIGNAL.isFor(actor.capacity()));
        return "signal/list";
    }

    private Person person(Subject subject) {
        return Person.of(subject, LocalDate.now(clock));
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, Locale locale, Model model) {
        Act.FILE_SIGNAL.requireFor(actor);
        return form(actor, SignalForm.empty(UUID.randomUUID().toString()), locale, model);
    }

    /** Adds or takes away a row where there is no script, and files the signal. */
    @PostMapping
    String file(
            Actor actor,
            @ModelAttribute(FORM) SignalForm sent,
            @RequestParam(defaultValue = "") String action,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Act.FILE_SIGNAL.requireFor(actor);
        if (action.equals("add-fact")) {
            return form(actor, sent.withOneMoreFact(), locale, model);
        }
        if (action.startsWith(REMOVE)) {
            return form(
                    actor,
                    Typed.number(action.substring(REMOVE.length()))
                            .map(sent::withoutFact)
                            .orElse(sent),
                    locale,
                    model);
        }
        SignalForm form = sent.filledIn();
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        LocalDate today = LocalDate.now(clock);
        Forms.reject(errors, form.problems(today), SignalForm.FIELDS);
        if (!errors.hasErrors()) {
            try {
                Filed filed = submissions.once(
                        Typed.id(form.submission()).orElseGet(UUID::randomUUID),
                        () -> flow.file(actor, form.command(today)));
                next.addFlashAttribute("justFiled", true);
                return "redirect:/aanmeldingen/" + filed.id();
            } catch (Refusal refusal) {
                Forms.reject(errors, refusal, SignalForm.FIELDS);
            }
        }
        model.addAllAttributes(errors.getModel());
        return form(actor, form, locale, model);
    }

    private String form(Actor actor, SignalForm form, Locale locale, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("reporters", choices.codes("reporter-kinds", locale));
        model.addAttribute("factKinds", choices.codes("fact-kinds", locale));
        model.addAttribute("urgencies", choices.codes("urgencies", locale));
        model.addAttribute("grounds", choices.codes("secret-grounds", locale));
        model.addAttribute("answers", List.of("yes", "no"));
        model.addAttribute("today", LocalDate.now(clock));
        return NEW;
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        SignalView signal = reading.open(actor, new SignalId(id));
        pages.show(signal, actor, locale, model);
        model.addAttribute("weighing", Weighing.of(signal, actor));
        model.addAttribute("duplicates", pages.possibleDuplicates(signal, actor));
        return "signal/show";
    }
}
