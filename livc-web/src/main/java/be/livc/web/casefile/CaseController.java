package be.livc.web.casefile;

import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.platform.Page;
import be.livc.rights.Certificates;
import be.livc.rights.ErasedCase;
import be.livc.web.rights.CertificatePage;
import be.livc.workflow.diagram.Diagram;
import be.livc.workflow.diagram.Diagrams;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases, and one case as its reader sees it. */
@Controller
@RequestMapping("/dossiers")
class CaseController {

    private final CaseFiles cases;
    private final Certificates certificates;
    private final Diagrams diagrams;
    private final StepNames stepNames;
    private final CasePages pages;
    private final TransferFlow transfers;
    private final CertificatePage certificate;
    private final WhoSees whoSees;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CaseController(
            CaseFiles cases,
            Certificates certificates,
            Diagrams diagrams,
            StepNames stepNames,
            CasePages pages,
            TransferFlow transfers,
            CertificatePage certificate,
            WhoSees whoSees,
            TransactionTemplate transactions,
            Clock clock) {
        this.cases = cases;
        this.certificates = certificates;
        this.diagrams = diagrams;
        this.stepNames = stepNames;
        this.pages = pages;
        this.transfers = transfers;
        this.certificate = certificate;
        this.whoSees = whoSees;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One row of the list. */
    record Row(
            CaseId id,
            String number,
            String phase,
            Optional<Person> person,
            LocalDate openedOn,
            Optional<LocalDate> nextReview,
            boolean suspended,
            boolean reviewLate) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(name = "fase", defaultValue = "") String asked,
            @RequestParam Optional<String> after,
            Model model) {
        PhaseFilter filter = PhaseFilter.of(asked, actor.cellKind());
        LocalDate today = LocalDate.now(clock);
        Page<Row> page = cases.list(actor, filter.phase(), after, Page.USUAL).map(row -> row(row, today));
        model.addAttribute("cases", page.items());
        model.addAttribute("filter", filter);
        model.addAttribute("filters", PhaseFilter.in(actor.cellKind()));
        model.addAttribute("first", after.isPresent() ? filter.href() : null);
        model.addAttribute("next", page.next().map(filter::hrefAfter).orElse(null));
        model.addAttribute("runsTheCell", actor.isOneOf(Capacity.COORDINATOR, Capacity.MAYOR));
        return "casefile/list";
    }

    private static Row row(CaseRow row, LocalDate today) {
        return new Row(
                row.id(),
                row.number(),
                row.phase(),
                row.subject().map(subject -> Person.of(subject, today)),
                row.openedOn(),
                row.nextReview(),
                row.suspended(),
                row.nextReview().filter(review -> review.isBefore(today)).isPresent());
    }

    /** The timeline; of an erased case, the certificate. */
    @GetMapping("/{id}")
    String timeline(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Optional<ErasedCase> erased = certificates.erased(actor, new CaseId(id));
        if (erased.isPresent()) {
            return certificate.of(erased.get(), locale, model);
        }
        CaseView view = cases.open(actor, new CaseId(id));
        pages.frame(view, "timeline", locale, model);
        model.addAttribute("timeline", pages.timeline(view, locale));
        List<CasePages.Waiting> waiting = pages.waiting(view, actor);
        model.addAttribute("waiting", waiting);
        model.addAttribute("needsPermission", waiting.stream().anyMatch(CasePages.Waiting::needsPermission));
        model.addAttribute("cameBy", pages.cameBy(view, actor).orElse(null));
        model.addAttribute("mayCorrect", !view.isHeldFrom(Act.CORRECT));
        model.addAttribute("mayLayEmbargo", Act.LAY_EMBARGO.isFor(actor.capacity()));
        model.addAttribute("mayHandOver", view.takes(Act.OFFER_TRANSFER, actor) && transfers.canBeOffered(view.id()));
        return "casefile/timeline";
    }

    @GetMapping("/{id}/toegang")
    String access(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        pages.frame(view, "access", locale, model);
        List<CasePages.Entry> all = pages.timeline(view, locale);
        model.addAttribute("timeline", all);
        model.addAttribute(
                "disclosures",
                all.stream()
                        .filter(entry -> entry.type() == ObjectType.DISCLOSURE)
                        .toList());
        model.addAttribute("coordinates", actor.isOneOf(Capacity.COORDINATOR));
        return "casefile/access";
    }

    @GetMapping("/{id}/proces")
    String process(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        pages.frame(view, "process", locale, model);
        Diagram diagram = diagrams.of(id);
        model.addAttribute("diagram", diagram);
        model.addAttribute("stepNames", stepNames.of(diagram, locale));
        model.addAttribute("stepHelp", stepNames.help(diagram, locale));
        return "casefile/process";
    }

    /**
     * The picture for the process page. Its text is that of every case of this version: where this case stands is on the
     * page. To reach it one must see the case all the same.
     */
    @GetMapping("/{id}/proces.bpmn")
    ResponseEntity<String> picture(Actor actor, @PathVariable UUID id) {
        transactions.executeWithoutResult(tx -> whoSees.requireShown(actor, ObjectType.CASE, id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(diagrams.of(id).xml());
    }
}
