package be.livc.web.support;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.desk.Desk;
import be.livc.desk.SupportOffers;
import be.livc.desk.SupportOffers.About;
import be.livc.desk.SupportOffers.Offer;
import be.livc.platform.Refusal;
import be.livc.web.layout.Conflict;
import be.livc.web.layout.Forms;
import be.livc.web.layout.MadeOn;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Typed;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory of support offers: read by everyone, kept by the desk. */
@Controller
@RequestMapping("/ondersteuning")
class SupportOfferController {

    private static final String FORM = "offerForm";

    private static final List<String> ENDINGS = List.of("NO", "YES");

    /** What the form holds, as typed. */
    record OfferForm(
            String kind,
            String name,
            String organisation,
            String region,
            String text,
            String contact,
            String ended,
            String version)
            implements MadeOn<OfferForm> {

        OfferForm {
            kind = Typed.text(kind);
            name = Typed.text(name);
            organisation = Typed.text(organisation);
            region = Typed.text(region);
            text = text == null ? "" : text.replace("\r\n", "\n");
            contact = Typed.text(contact);
            ended = Typed.text(ended);
            version = Typed.text(version);
        }

        static OfferForm of(Offer offer) {
            About about = offer.about();
            return new OfferForm(
                    about.kind(),
                    about.name(),
                    about.organisation(),
                    about.region(),
                    about.text(),
                    about.contact(),
                    offer.endedOn().isPresent() ? "YES" : "NO",
                    Integer.toString(offer.version()));
        }

        @Override
        public List<Conflict> besides(OfferForm stored) {
            return List.of(
                    new Conflict("support.name", name, stored.name),
                    new Conflict("support.organisation", organisation, stored.organisation),
                    new Conflict("support.text", text, stored.text),
                    new Conflict("support.contact", contact, stored.contact));
        }

        @Override
        public OfferForm onTopOf(OfferForm stored) {
            return new OfferForm(kind, name, organisation, region, text, contact, ended, stored.version);
        }

        About about() {
            return new About(kind, name, organisation, region, text, contact);
        }

        /** Whether the offer is over. */
        boolean isOver() {
            if (!ENDINGS.contains(ended)) {
                throw Refusal.invalid("ended", "unknown-code");
            }
            return ended.equals("YES");
        }
    }

    private final SupportOffers offers;

    SupportOfferController(SupportOffers offers) {
        this.offers = offers;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String soort,
            @RequestParam(defaultValue = "") String regio,
            Model model) {
        model.addAttribute(
                "offers",
                offers.all(Typed.some(soort), Typed.some(regio)).stream()
                        .filter(offer -> offer.endedOn().isEmpty() || Desk.isStaffedBy(actor))
                        .toList());
        model.addAttribute("kind", soort);
        model.addAttribute("region", regio);
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        return lists(model, "support/list");
    }

    private static String lists(Model model, String page) {
        model.addAttribute("kinds", SupportOffers.KINDS);
        model.addAttribute("regions", SupportOffers.REGIONS);
        return page;
    }

    @GetMapping("/{code}")
    String open(Actor actor, @PathVariable String code, Model model) {
        model.addAttribute("offer", found(code));
        model.addAttribute("isDesk", Desk.isStaffedBy(actor));
        return "support/offer";
    }

    private Offer found(String code) {
        return offers.find(code).orElseThrow(Refusal::notFound);
    }

    @GetMapping("/nieuw")
    String blank(Actor actor, Model model) {
        Act.WORK_AT_DESK.requireFor(actor);
        return form(new OfferForm("", "", "", "", "", "", "NO", ""), "/ondersteuning/nieuw", model);
    }

    private static String form(OfferForm form, String action, Model model) {
        model.addAttribute(FORM, form);
        model.addAttribute("formAction", action);
        model.addAttribute("endings", ENDINGS);
        return lists(model, "support/write");
    }

    @PostMapping("/nieuw")
    String add(Actor actor, @ModelAttribute(FORM) OfferForm form, Model model, RedirectAttributes next) {
        Act.WORK_AT_DESK.requireFor(actor);
        try {
            String code = offers.add(actor, form.about());
            next.addFlashAttribute("notice", Notice.of("support.saved"));
            return "redirect:/ondersteuning/" + code;
        } catch (Refusal refusal) {
            return form(Forms.reject(FORM, form, refusal, model), "/ondersteuning/nieuw", model);
        }
    }

    @GetMapping("/{code}/wijzigen")
    String edit(Actor actor, @PathVariable String code, Model model) {
        Act.WORK_AT_DESK.requireFor(actor);
        return form(OfferForm.of(found(code)), "/ondersteuning/" + code + "/wijzigen", model);
    }

    @PostMapping("/{code}/wijzigen")
    String change(
            Actor actor,
            @PathVariable String code,
            @ModelAttribute(FORM) OfferForm form,
            Model model,
            RedirectAttributes next) {
        Act.WORK_AT_DESK.requireFor(actor);
        try {
            offers.change(actor, code, Typed.number(form.version()).orElse(0), form.about(), form.isOver());
            next.addFlashAttribute("notice", Notice.of("support.saved"));
            return "redirect:/ondersteuning/" + code;
        } catch (Refusal refusal) {
            Supplier<OfferForm> stored = () -> OfferForm.of(found(code));
            String action = "/ondersteuning/" + code + "/wijzigen";
            return form(Forms.reject(FORM, form, refusal, stored, model), action, model);
        }
    }
}
