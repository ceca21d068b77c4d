package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.AgendaOrder;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Convocations;
import be.livc.consultation.Urgency;
import be.livc.platform.Refusal;
import be.livc.post.Post;
import be.livc.web.layout.Notice;
import be.livc.web.mail.LetterText;
import be.livc.web.mail.Postman;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Convening: the order of the agenda, the letters that invite, and what a meeting makes of an urgent one before it. */
@Controller
@RequestMapping("/overleg/{id}")
class ConveningController {

    /** Somebody who is expected. */
    record Expected(MandateId id, String name, String address, boolean written) {}

    private final ConsultationPages pages;
    private final AgendaOrder order;
    private final Convocations convocations;
    private final Urgency urgency;
    private final OrderProposal proposal;
    private final Mandates mandates;
    private final Post post;
    private final Postman postman;
    private final LetterText letters;
    private final Reasons reasons;

    ConveningController(
            ConsultationPages pages,
            AgendaOrder order,
            Convocations convocations,
            Urgency urgency,
            OrderProposal proposal,
            Mandates mandates,
            Post post,
            Postman postman,
            LetterText letters,
            Reasons reasons) {
        this.pages = pages;
        this.order = order;
        this.convocations = convocations;
        this.urgency = urgency;
        this.proposal = proposal;
        this.mandates = mandates;
        this.post = post;
        this.postman = postman;
        this.letters = letters;
        this.reasons = reasons;
    }

    @PostMapping("/volgorde")
    String move(Actor actor, @PathVariable UUID id, @RequestParam int n, @RequestParam boolean earlier) {
        order.move(actor, new ConsultationId(id), n, earlier);
        return "redirect:/overleg/" + id + "#punt-" + n;
    }

    @PostMapping("/volgorde/voorstel")
    String propose(Actor actor, @PathVariable UUID id, Locale locale, RedirectAttributes then) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        order.arrange(actor, page.view().id(), proposal.of(page.view()));
        then.addFlashAttribute("notice", Notice.of("convening.order.proposed"));
        return "redirect:/overleg/" + id;
    }

    @GetMapping("/uitnodigen")
    String invite(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        Map<MandateId, Boolean> expected =
                convocations.expected(actor, page.view().id());
        Map<MandateId, String> addresses = post.addresses();
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute(
                "expected",
                mandates.findAll(expected.keySet()).stream()
                        .map(one -> expected(one, addresses, expected))
                        .toList());
        model.addAttribute("mayAddress", Act.CONFIGURE_CELL.isFor(actor.capacity()));
        model.addAttribute("mails", postman.isOn());
        model.addAttribute(
                "letter", letters.invitation(page.view().date(), page.view().startsAt(), locale));
        return "consultation/invite";
    }

    private static Expected expected(Mandate one, Map<MandateId, String> addresses, Map<MandateId, Boolean> written) {
        return new Expected(
                one.id(),
                one.nameWithPartner(),
                addresses.getOrDefault(one.id(), ""),
                written.getOrDefault(one.id(), false));
    }

    @PostMapping("/uitnodigen")
    String write(Actor actor, @PathVariable UUID id, RedirectAttributes then) {
        int letters = convocations.write(actor, new ConsultationId(id));
        then.addFlashAttribute("notice", Notice.of("convening.written", letters));
        return "redirect:/overleg/" + id + "/uitnodigen";
    }

    @PostMapping("/uitnodigen/adres")
    String address(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID mandate,
            @RequestParam String address,
            Locale locale,
            RedirectAttributes then) {
        try {
            convocations.addressIs(actor, new MandateId(mandate), address.strip());
            then.addFlashAttribute(
                    "notice", Notice.of(address.isBlank() ? "convening.address.removed" : "convening.address.kept"));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            then.addFlashAttribute("refused", reasons.texts(Refusal.conflict("no-mail-address"), locale));
        }
        return "redirect:/overleg/" + id + "/uitnodigen";
    }

    @PostMapping("/spoed")
    String ratify(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID urgent,
            @RequestParam Urgency.Outcome outcome,
            Locale locale,
            RedirectAttributes then) {
        try {
            urgency.decide(actor, new ConsultationId(id), new ConsultationId(urgent), outcome);
            then.addFlashAttribute("notice", Notice.of("convening.urgent." + outcome));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            then.addFlashAttribute("refused", reasons.texts(refusal, locale));
        }
        return "redirect:/overleg/" + id;
    }
}
