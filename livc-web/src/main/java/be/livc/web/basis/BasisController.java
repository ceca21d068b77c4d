package be.livc.web.basis;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.setup.BasisDocuments;
import be.livc.setup.Expiries;
import be.livc.setup.Setup;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The legal bases of the own cell: what each covers, adding one, ending or withdrawing one; and the procureur's permission. */
@Controller
@RequestMapping("/beheer/grondslagen")
class BasisController {

    private static final String BASIS = "legal-basis";
    private static final String HOME = "redirect:/beheer/grondslagen";

    private final Access access;
    private final Setup setup;
    private final LegalBases bases;
    private final Articles articles;
    private final BasisDocuments documents;
    private final Expiries expiries;
    private final BasisPages pages;
    private final Choices choices;
    private final Clock clock;

    BasisController(
            Access access,
            Setup setup,
            LegalBases bases,
            Articles articles,
            BasisDocuments documents,
            Expiries expiries,
            BasisPages pages,
            Choices choices,
            Clock clock) {
        this.access = access;
        this.setup = setup;
        this.bases = bases;
        this.articles = articles;
        this.documents = documents;
        this.expiries = expiries;
        this.pages = pages;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Locale locale, Model model) {
        requireReads(actor, actor.cell().value());
        frame(actor, model);
        model.addAttribute("bases", pages.all(bases.all(), locale));
        return "basis/list";
    }

    /** Whoever speaks under a basis may know what it says; the DPO watches over it. */
    private void requireReads(Actor actor, UUID asked) {
        boolean reads = actor.capacity().takesPart()
                || actor.isOneOf(Capacity.DPO)
                || Act.CONFIGURE_CELL.isFor(actor.capacity());
        if (!reads) {
            throw access.denied(actor, BASIS, asked);
        }
    }

    private void frame(Actor actor, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("mayChange", Act.CONFIGURE_CELL.isFor(actor.capacity()));
        model.addAttribute("procureur", actor.isOneOf(Capacity.PROSECUTOR));
        model.addAttribute("today", today);
        model.addAttribute(
                "article", articles.citation(Article.CASE_CONSULTATION, today).orElse(""));
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        requireReads(actor, id);
        LegalBasis basis = bases.find(new LegalBasisId(id)).orElseThrow(() -> access.denied(actor, BASIS, id));
        frame(actor, model);
        model.addAttribute("shown", pages.all(List.of(basis), locale).get(0));
        model.addAttribute("notices", expiries.noticesOf(id));
        model.addAttribute("document", documents.of(basis.id()).orElse(null));
        model.addAttribute("mayOpenDocument", documents.isThereFor(actor, basis.id()));
        model.addAttribute(
                "references",
                articles.all().stream()
                        .filter(reference -> reference.article() == Article.CASE_CONSULTATION)
                        .toList());
        return "basis/show";
    }

    @GetMapping("/nieuw")
    String empty(Actor actor, Locale locale, Model model) {
        requireChanges(actor);
        model.addAttribute("form", BasisForm.empty(actor.purpose(), LocalDate.now(clock), ""));
        return form(actor, "basis/new", locale, model);
    }

    /** The form of the procureur: a permission for one prison, with its reasons. */
    @GetMapping("/toestemming")
    String emptyPermission(Actor actor, Locale locale, Model model) {
        requireChanges(actor);
        String magistrate = actor.isOneOf(Capacity.PROSECUTOR) ? actor.name() : "";
        BasisForm empty = BasisForm.empty(actor.purpose(), LocalDate.now(clock), magistrate);
        Optional<LegalBasis> before = bases.all().stream()
                .filter(basis -> basis.kind() == BasisKind.PROSECUTOR_PERMISSION)
                .findFirst();
        model.addAttribute("form", before.map(empty::like).orElse(empty));
        model.addAttribute("before", before.map(LegalBasis::reference).orElse(null));
        return form(actor, "basis/permission", locale, model);
    }

    private void requireChanges(Actor actor) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw access.denied(actor, BASIS, actor.cell().value());
        }
    }

    private String form(Actor actor, String view, Locale locale, Model model) {
        frame(actor, model);
        model.addAttribute(
                "kinds",
                choices.codes("basis-kinds", locale).stream()
                        .filter(kind -> !kind.value().equals(BasisKind.PROSECUTOR_PERMISSION.name()))
                        .toList());
        model.addAttribute("categories", choices.codes("partner-categories", locale));
        model.addAttribute("purposes", choices.codes("purposes", locale));
        model.addAttribute("nameable", pages.nameable());
        model.addAttribute("prisons", pages.prisons());
        return view;
    }

    @PostMapping
    String record(
            Actor actor,
            @ModelAttribute("form") BasisForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        return record(actor, form::basis, "basis/new", errors, locale, model, then);
    }

    @PostMapping("/toestemming")
    String permit(
            Actor actor,
            @ModelAttribute("form") BasisForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        return record(actor, form::permission, "basis/permission", errors, locale, model, then);
    }

    private String record(
            Actor actor,
            Supplier<RecordBasis> asked,
            String view,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        requireChanges(actor);
        try {
            LegalBasis basis = setup.recordBasis(actor, asked.get());
            then.addFlashAttribute("notice", Notice.of("basis.recorded"));
            return HOME + "/" + basis.id();
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return form(actor, view, locale, model);
        }
    }

    /** Keeps the signed document of a basis. */
    @PostMapping("/{id}/document")
    String attach(Actor actor, @PathVariable UUID id, @RequestParam MultipartFile document, RedirectAttributes then)
            throws IOException {
        if (document.isEmpty()) {
            throw Refusal.invalid("document", "required");
        }
        documents.attach(actor, new LegalBasisId(id), document.getBytes());
        then.addFlashAttribute("notice", Notice.of("basis.document.kept"));
        return HOME + "/" + id;
    }

    /** The signed document, to be saved: never shown inside a page. */
    @GetMapping("/{id}/document")
    ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"grondslag.pdf\"")
                .body(documents.open(actor, new LegalBasisId(id)));
    }

    /** Ends a basis with a day: it is valid up to and including that one. */
    @PostMapping("/{id}/einde")
    String end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String lastDay,
            RedirectAttributes then) {
        LocalDate last = Typed.someDate("lastDay", lastDay).orElseGet(() -> LocalDate.now(clock));
        setup.endBasis(actor, new LegalBasisId(id), last);
        then.addFlashAttribute("notice", Notice.of("basis.ended"));
        return HOME + "/" + id;
    }

    /** Withdraws a basis at once: an open consultation can tell nothing more on it. */
    @PostMapping("/{id}/intrekken")
    String withdraw(Actor actor, @PathVariable UUID id, RedirectAttributes then) {
        setup.withdrawBasis(actor, new LegalBasisId(id));
        then.addFlashAttribute("notice", Notice.of("basis.withdrawn"));
        return HOME + "/" + id;
    }
}
