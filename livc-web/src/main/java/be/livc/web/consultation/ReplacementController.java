package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView.Invited;
import be.livc.consultation.ConsultationView.Item;
import be.livc.consultation.Invitations;
import be.livc.platform.Refusal;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Notice;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who invites lets a colleague come in the place of somebody who was invited. */
@Controller
@RequestMapping("/overleg/{id}/punten/{n}/vervanging")
class ReplacementController {

    /** Somebody invited, and the colleagues who can come instead. */
    record Replaceable(MandateId mandate, String name, String answer, List<Choice> colleagues) {}

    private final ConsultationPages pages;
    private final Invitations invitations;
    private final Reasons reasons;

    ReplacementController(ConsultationPages pages, Invitations invitations, Reasons reasons) {
        this.pages = pages;
        this.invitations = invitations;
        this.reasons = reasons;
    }

    @GetMapping
    String choose(Actor actor, @PathVariable UUID id, @PathVariable int n, Locale locale, Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        if (!page.planned() || !Act.PUT_ON_AGENDA.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        Item item = ConsultationPages.item(page.view(), n);
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute("item", item);
        model.addAttribute(
                "invited",
                item.invited().stream().map(one -> replaceable(item, one)).toList());
        return "consultation/replace";
    }

    /** A colleague who is invited to the item already does not come in somebody's place. */
    private Replaceable replaceable(Item item, Invited one) {
        List<MandateId> there = item.invited().stream().map(Invited::mandate).toList();
        return new Replaceable(
                one.mandate(),
                one.name(),
                one.answer(),
                invitations.colleagues(one.mandate()).stream()
                        .filter(colleague -> !there.contains(colleague.id()))
                        .map(colleague -> new Choice(colleague.id().toString(), colleague.person()))
                        .toList());
    }

    @PostMapping
    String replace(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestParam UUID mandate,
            @RequestParam UUID colleague,
            Locale locale,
            RedirectAttributes then) {
        try {
            invitations.replace(actor, new ConsultationId(id), n, new MandateId(mandate), new MandateId(colleague));
            then.addFlashAttribute("notice", Notice.of("replace.done"));
            return "redirect:/overleg/" + id + "#punt-" + n;
        } catch (Refusal refusal) {
            boolean explained = refusal.kind() == Refusal.Kind.CONFLICT || refusal.kind() == Refusal.Kind.INVALID;
            if (!explained) {
                throw refusal;
            }
            then.addFlashAttribute("refused", reasons.texts(refusal, locale));
            return "redirect:/overleg/" + id + "/punten/" + n + "/vervanging";
        }
    }
}
