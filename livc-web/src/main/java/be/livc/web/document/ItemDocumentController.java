package be.livc.web.document;

import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.AgendaOrder;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.ConsultationView.Item;
import be.livc.document.Documents;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a document to the people present at an item. */
@Controller
@RequestMapping("/overleg/{id}/punten/{n}/document")
class ItemDocumentController {

    private final ConsultationReading reading;
    private final AgendaOrder order;
    private final Documents documents;
    private final RefusedFiles refusals;

    ItemDocumentController(ConsultationReading reading, AgendaOrder order, Documents documents, RefusedFiles refusals) {
        this.reading = reading;
        this.order = order;
        this.documents = documents;
        this.refusals = refusals;
    }

    @GetMapping
    String form(Actor actor, @PathVariable UUID id, @PathVariable int n, Model model) {
        ConsultationView view = reading.open(actor, new ConsultationId(id));
        Item item = view.items().stream()
                .filter(one -> one.n() == n && !one.suspended())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        model.addAttribute("consultation", view);
        model.addAttribute("item", item);
        model.addAttribute(
                "hearers",
                item.attendance().stream()
                        .filter(one -> one.left().isEmpty() && one.statement().isPresent())
                        .toList());
        return "document/show-at-item";
    }

    @PostMapping
    String show(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        Upload upload = Upload.of(request);
        try {
            List<MandateId> named = upload.all("recipients").stream()
                    .map(ItemDocumentController::mandate)
                    .toList();
            if (named.isEmpty()) {
                throw Refusal.invalid("recipients", "document-nobody");
            }
            documents.addAtItem(
                    actor,
                    new ConsultationId(id),
                    n,
                    actor.mandate(),
                    Optional.of(named),
                    upload.document(upload.ticked("secret")));
        } catch (Refusal refusal) {
            boolean explained = refusal.kind() == Refusal.Kind.INVALID || refusal.kind() == Refusal.Kind.CONFLICT;
            if (!explained) {
                throw refusal;
            }
            refusals.show(refusal, response, locale, model);
            model.addAttribute("ticked", upload.all("recipients"));
            model.addAttribute("secret", upload.ticked("secret"));
            return form(actor, id, n, model);
        }
        then.addFlashAttribute("notice", Notice.of("document.shown", order.placeOf(actor, new ConsultationId(id), n)));
        return "redirect:/overleg/" + id + "/live?punt=" + n;
    }

    private static MandateId mandate(String text) {
        try {
            return new MandateId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw Refusal.invalid("recipients", "unknown-mandate");
        }
    }
}
