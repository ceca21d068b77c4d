package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.ConsultationView;
import be.livc.draft.Drafts;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import be.livc.workflow.livcr.ConsultationFlow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens and closes a consultation, and shows its minutes. */
@Controller
@RequestMapping("/overleg/{id}")
class HoldingController {

    /** The forms of an item, as its page names them. */
    private static final List<String> TYPED_IN_THE_ROOM = List.of("mededeling", "besluit", "taak");

    private final ConsultationPages pages;
    private final ConsultationFlow flow;
    private final Reasons reasons;
    private final ConsultationReading reading;
    private final Drafts drafts;
    private final EndedMandates endedMandates;

    HoldingController(
            ConsultationPages pages,
            ConsultationFlow flow,
            Reasons reasons,
            ConsultationReading reading,
            Drafts drafts,
            EndedMandates endedMandates) {
        this.pages = pages;
        this.flow = flow;
        this.reasons = reasons;
        this.reading = reading;
        this.drafts = drafts;
        this.endedMandates = endedMandates;
    }

    @PostMapping("/openen")
    String open(Actor actor, @PathVariable UUID id, Locale locale, RedirectAttributes then) {
        try {
            flow.open(actor, new ConsultationId(id));
        } catch (Refusal refusal) {
            return backWithReasons(refusal, id, "", locale, then);
        }
        then.addFlashAttribute("notice", Notice.of("consultation.opened"));
        return "redirect:/overleg/" + id + "/live";
    }

    private String backWithReasons(Refusal refusal, UUID id, String to, Locale locale, RedirectAttributes then) {
        if (refusal.kind() != Refusal.Kind.CONFLICT) {
            throw refusal;
        }
        then.addFlashAttribute("refused", reasons.texts(refusal, locale));
        then.addFlashAttribute("helpError", refusal.code());
        return "redirect:/overleg/" + id + to;
    }

    @GetMapping("/sluiten")
    String check(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        if (!page.open() || !page.leads()) {
            return "redirect:/overleg/" + id;
        }
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        List<ConsultationView.Item> discussed = ConsultationPages.discussed(page.view());
        model.addAttribute("discussed", discussed);
        model.addAttribute("unsent", unsent(actor, discussed));
        return "consultation/closing";
    }

    /** The items about which whoever closes typed something that nobody will have heard: after closing it is too late. */
    private List<ConsultationView.Item> unsent(Actor actor, List<ConsultationView.Item> discussed) {
        Set<UUID> typed = drafts.unsent(
                actor,
                TYPED_IN_THE_ROOM,
                discussed.stream().map(ConsultationView.Item::id).toList());
        return discussed.stream().filter(item -> typed.contains(item.id())).toList();
    }

    @PostMapping("/sluiten")
    String close(Actor actor, @PathVariable UUID id, Locale locale, RedirectAttributes then) {
        try {
            flow.close(actor, new ConsultationId(id));
        } catch (Refusal refusal) {
            return backWithReasons(refusal, id, "", locale, then);
        }
        then.addFlashAttribute("notice", Notice.of("consultation.closed"));
        return "redirect:/overleg/" + id + "/verslag";
    }

    @GetMapping("/verslag")
    String minutes(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        return page.planned() ? "redirect:/overleg/" + id : minutes(actor, page, model);
    }

    /** The same for paper: that it is printed stands in the ledger. */
    @GetMapping("/verslag/afdruk")
    String print(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        minutes(actor, pages.print(actor, new ConsultationId(id), locale), model);
        return "consultation/minutes-print";
    }

    private String minutes(Actor actor, ConsultationPage page, Model model) {
        Map<String, String> names = new HashMap<>();
        page.view().names().forEach((mandate, name) -> names.put(mandate.toString(), name));
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute("names", names);
        model.addAttribute("attended", reading.attended(actor, page.view().id()));
        model.addAttribute(
                "ended",
                endedMandates.among(
                        page.view().items().stream()
                                .flatMap(item -> item.approvals().stream())
                                .filter(one -> one.answer().isEmpty())
                                .map(ConsultationView.Approval::mandate)
                                .toList(),
                        actor));
        model.addAttribute(
                "tookPart",
                page.view().items().stream()
                        .filter(item -> item.approvals().stream()
                                .anyMatch(one -> one.mandate().equals(page.me())))
                        .map(ConsultationView.Item::n)
                        .toList());
        return "consultation/minutes";
    }
}
