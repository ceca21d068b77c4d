package be.livc.web.admin;

import be.livc.cell.Actor;
import be.livc.cell.Partner;
import be.livc.cell.PartnerId;
import be.livc.platform.Refusal;
import be.livc.setup.Setup;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One partner of the cell, of which the community can be corrected: it decides which secrets may be told. */
@Controller
@RequestMapping("/beheer/partners/{id}")
class PartnerController {

    private static final String FORM = "communityForm";

    /** Whose rules bind the partner's professional secret. */
    record CommunityForm(String community) {

        CommunityForm {
            community = Typed.text(community);
        }
    }

    private final Setup setup;
    private final Choices choices;

    PartnerController(Setup setup, Choices choices) {
        this.setup = setup;
        this.choices = choices;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        Partner partner = setup.toCorrect(actor, new PartnerId(id));
        return page(partner, new CommunityForm(partner.community()), locale, model);
    }

    private String page(Partner partner, CommunityForm form, Locale locale, Model model) {
        model.addAttribute("partner", partner);
        model.addAttribute("communities", choices.codes("communities", locale));
        model.addAttribute(FORM, form);
        return "admin/partner";
    }

    @PostMapping
    String correct(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(FORM) CommunityForm form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        PartnerId partner = new PartnerId(id);
        try {
            Partner corrected = setup.correctCommunity(actor, partner, form.community());
            next.addFlashAttribute("notice", Notice.of("admin.partner.corrected", corrected.name()));
            return "redirect:/beheer";
        } catch (Refusal refusal) {
            CommunityForm typed = Forms.reject(FORM, form, refusal, model);
            return page(setup.toCorrect(actor, partner), typed, locale, model);
        }
    }
}
