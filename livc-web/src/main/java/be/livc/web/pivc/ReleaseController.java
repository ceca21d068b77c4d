package be.livc.web.pivc;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.Detentions;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.exchange.ExchangeReading;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.rights.SubjectRequests;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.web.casefile.CasePages;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.workflow.pivc.ReleaseFlow;
import be.livc.workflow.transfer.TransferFlow;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** The release of one case: its date, and what is done when it comes, changes or surprises. */
@Controller
@RequestMapping("/dossiers/{id}/vrijlating")
class ReleaseController {

    private static final String FORM = "releaseForm";
    private static final String FINDING = "findDestination";
    private static final List<String> BEFORE_RELEASE = List.of("watchRelease", "prepareRelease");
    private static final List<String> BEFORE_RELEASE_OR_AFTER = List.of("watchRelease", "prepareRelease", FINDING);

    /** What the forms of the page hold; each sends only its own fields. */
    record ReleaseForm(String date, String to, String reason) {

        ReleaseForm(@Nullable String date, @Nullable String to, @Nullable String reason) {
            this.date = Typed.text(date);
            this.to = Typed.text(to);
            this.reason = Typed.text(reason);
        }

        Optional<LocalDate> day() {
            Reading reading = new Reading();
            Optional<LocalDate> day = reading.someDay("date", date);
            reading.check();
            return day;
        }
    }

    private final CaseFiles cases;
    private final Detentions detentions;
    private final ReleaseFlow releases;
    private final TransferFlow transfers;
    private final SubjectRequests requests;
    private final ExchangeReading exchanges;
    private final CasePages pages;

    ReleaseController(
            CaseFiles cases,
            Detentions detentions,
            ReleaseFlow releases,
            TransferFlow transfers,
            SubjectRequests requests,
            ExchangeReading exchanges,
            CasePages pages) {
        this.cases = cases;
        this.detentions = detentions;
        this.releases = releases;
        this.transfers = transfers;
        this.requests = requests;
        this.exchanges = exchanges;
        this.pages = pages;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        String date = detentions
                .of(new CaseId(id))
                .releaseOn()
                .map(LocalDate::toString)
                .orElse("");
        return page(actor, id, new ReleaseForm(date, "", ""), locale, model);
    }

    private String page(Actor actor, UUID id, ReleaseForm form, Locale locale, Model model) {
        frame(actor, id, form, locale, model);
        return "pivc/release";
    }

    private void frame(Actor actor, UUID id, ReleaseForm form, Locale locale, Model model) {
        if (actor.cellKind() != CellKind.PIVC) {
            throw Refusal.notFound();
        }
        CaseView view = cases.open(actor, new CaseId(id));
        pages.frame(view, "release", locale, model);
        model.addAttribute(FORM, form);
        model.addAttribute("step", releases.waitingStep(view.id()).orElse(""));
        boolean follows = Act.FOLLOW_RELEASE.isFor(actor.capacity());
        boolean held = view.isHeldFrom(Act.FOLLOW_RELEASE);
        model.addAttribute("may", follows && !held);
        model.addAttribute("held", follows && held);
        model.addAttribute(
                "releaseOn", follows ? detentions.of(view.id()).releaseOn().orElse(null) : null);
        model.addAttribute("canOffer", view.takes(Act.OFFER_TRANSFER) && transfers.canBeOffered(view.id()));
        model.addAttribute("acknowledgeHours", transfers.hoursToAcknowledge());
        model.addAttribute(
                "towns",
                transfers.destinations().stream()
                        .filter(cell -> cell.kind() == CellKind.LIVC_R)
                        .map(cell -> new Choice(cell.id().toString(), cell.name()))
                        .toList());
    }

    /** The page that says what an act does to the case, before it is done. */
    private String check(
            String view, List<String> steps, Actor actor, UUID id, ReleaseForm form, Locale locale, Model model) {
        frame(actor, id, form, locale, model);
        if (!Act.FOLLOW_RELEASE.isFor(actor.capacity())) {
            throw Refusal.forbidden();
        }
        if (!steps.contains(model.getAttribute("step"))) {
            throw Refusal.conflict("wrong-phase");
        }
        return view;
    }

    @PostMapping("/datum")
    String date(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) ReleaseForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            releases.expectRelease(actor, new CaseId(id), form.day());
            next.addFlashAttribute("notice", Notice.of("pivc.release.saved"));
            return "redirect:/dossiers/" + id + "/vrijlating";
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        model.addAllAttributes(errors.getModel());
        return page(actor, id, form, locale, model);
    }

    /** The first time it shows what will go to whom; from there it is done. */
    @PostMapping("/nood")
    String unexpected(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) ReleaseForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Optional<CellId> destination = Typed.id(form.to()).map(CellId::new);
        boolean unreadable = destination.isEmpty() && !form.to().isEmpty();
        if (!confirmed || unreadable) {
            return checkEmergency(actor, id, destination, form, locale, model);
        }
        if (destination.isEmpty()) {
            releases.releasedToUnknown(actor, new CaseId(id));
            next.addFlashAttribute("notice", Notice.of("pivc.emergency.find"));
            return "redirect:/dossiers/" + id + "/vrijlating";
        }
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        try {
            TransferId offered = releases.releasedTo(actor, new CaseId(id), destination.get(), form.reason());
            next.addFlashAttribute("notice", Notice.of("pivc.emergency.done"));
            return "redirect:/overdrachten/" + offered;
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
        }
        model.addAllAttributes(errors.getModel());
        return page(actor, id, form, locale, model);
    }

    private String checkEmergency(
            Actor actor, UUID id, Optional<CellId> destination, ReleaseForm form, Locale locale, Model model) {
        String view = check("pivc/emergency-check", BEFORE_RELEASE_OR_AFTER, actor, id, form, locale, model);
        BindingResult errors = new BeanPropertyBindingResult(form, FORM);
        Reading reading = new Reading();
        if (!form.to().isEmpty() || FINDING.equals(model.getAttribute("step"))) {
            reading.id("to", form.to());
            destination.ifPresent(
                    to -> reading.unless(transfers.fits(TransferKind.EMERGENCY, to), "to", "emergency-to-prison"));
        }
        if (!form.to().isEmpty()) {
            reading.present("reason", form.reason());
        }
        Forms.reject(errors, reading.problems(), Map.of());
        if (errors.hasErrors()) {
            model.addAllAttributes(errors.getModel());
            return "pivc/release";
        }
        model.addAttribute("destination", name(destination));
        model.addAttribute("requests", requests.openOn(new CaseId(id)));
        model.addAttribute("awaitsAnswer", exchanges.awaitsAnswer(new CaseId(id)));
        return view;
    }

    private String name(Optional<CellId> destination) {
        return transfers.destinations().stream()
                .filter(cell -> destination.filter(cell.id()::equals).isPresent())
                .map(Cell::name)
                .findFirst()
                .orElse("");
    }

    /** The first time it shows what that means; from there the case is frozen. */
    @PostMapping("/bevriezen")
    String freeze(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        if (!confirmed) {
            return check("pivc/freeze-check", BEFORE_RELEASE, actor, id, new ReleaseForm("", "", ""), locale, model);
        }
        releases.relocate(actor, new CaseId(id));
        next.addFlashAttribute("notice", Notice.of("pivc.frozen.done"));
        return "redirect:/dossiers/" + id + "/vrijlating";
    }

    @PostMapping("/terug")
    String comeBack(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        releases.comeBack(actor, new CaseId(id));
        next.addFlashAttribute("notice", Notice.of("pivc.thawed"));
        return "redirect:/dossiers/" + id + "/vrijlating";
    }
}
