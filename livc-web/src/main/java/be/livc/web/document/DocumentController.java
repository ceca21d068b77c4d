package be.livc.web.document;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.document.DocumentId;
import be.livc.document.DocumentReading;
import be.livc.document.DocumentState;
import be.livc.document.DocumentView;
import be.livc.document.Documents;
import be.livc.platform.Refusal;
import be.livc.web.casefile.CasePages;
import be.livc.web.layout.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab Documenten of a case. */
@Controller
@RequestMapping("/dossiers/{id}/documenten")
class DocumentController {

    private final CaseFiles cases;
    private final CasePages pages;
    private final Documents documents;
    private final DocumentReading reading;
    private final Mandates mandates;
    private final RefusedFiles refusals;

    DocumentController(
            CaseFiles cases,
            CasePages pages,
            Documents documents,
            DocumentReading reading,
            Mandates mandates,
            RefusedFiles refusals) {
        this.cases = cases;
        this.pages = pages;
        this.documents = documents;
        this.reading = reading;
        this.mandates = mandates;
        this.refusals = refusals;
    }

    @GetMapping
    String list(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        CaseView view = cases.open(actor, new CaseId(id));
        List<DocumentView> found = reading.of(actor, view.id());
        pages.frame(view, "documents", locale, model);
        model.addAttribute("documents", found);
        model.addAttribute("names", names(found));
        model.addAttribute("mayAdd", view.takes(Act.ADD_DOCUMENT, actor));
        return "document/list";
    }

    private Map<String, String> names(List<DocumentView> found) {
        Set<MandateId> all =
                found.stream().flatMap(one -> one.recipients().stream()).collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        for (Mandate mandate : mandates.findAll(all)) {
            names.put(mandate.id().toString(), mandate.nameWithPartner());
        }
        return names;
    }

    @PostMapping
    String add(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        try {
            documents.add(actor, new CaseId(id), Upload.of(request).document(false));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            refusals.show(refusal, response, locale, model);
            return list(actor, id, locale, model);
        }
        then.addFlashAttribute("notice", Notice.of("document.added"));
        return "redirect:/dossiers/" + id + "/documenten";
    }

    @GetMapping("/{document}")
    void download(Actor actor, @PathVariable UUID document, HttpServletResponse response) {
        Downloads.send(reading.open(actor, new DocumentId(document)), response);
    }

    @PostMapping("/{document}/scan")
    String scan(Actor actor, @PathVariable UUID id, @PathVariable UUID document, RedirectAttributes then) {
        DocumentState state = reading.scanAgain(actor, new DocumentId(document));
        then.addFlashAttribute("notice", Notice.of("document.scanned." + state));
        return "redirect:/dossiers/" + id + "/documenten";
    }
}
