package be.livc.web.exchange;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.exchange.Body;
import be.livc.exchange.ExchangeSettings;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Switches the exchange with OCAD and for the common database on and off; off until the cell names a basis. */
@Controller
@RequestMapping("/beheer/uitwisseling")
class ExchangeSettingController {

    /** What to switch on, on which reference. */
    record SettingForm(String body, String reference, String validFrom) {

        SettingForm {
            body = Typed.text(body);
            reference = Typed.text(reference);
            validFrom = Typed.text(validFrom);
        }
    }

    private final ExchangeSettings settings;
    private final Clock clock;

    ExchangeSettingController(ExchangeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute(
                "settingForm", new SettingForm("", "", LocalDate.now(clock).toString()));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        model.addAttribute("settings", settings.all());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "off",
                Stream.of(Body.values())
                        .filter(body -> settings.of(body).isEmpty())
                        .toList());
        return "exchange/settings";
    }

    @PostMapping
    String switchOn(
            Actor actor,
            @ModelAttribute("settingForm") SettingForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        try {
            Reading reading = new Reading();
            Body body = reading.code("body", form.body(), Body.class);
            LocalDate from = reading.day("validFrom", form.validFrom());
            reading.text("reference", form.reference(), ShortText.SENTENCE);
            reading.check();
            settings.switchOn(actor, body, form.reference(), from);
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return page(actor, model);
        }
        next.addFlashAttribute("notice", Notice.of("exchange.on.done"));
        return "redirect:/beheer/uitwisseling";
    }

    /** Today is its last day. */
    @PostMapping("/{body}/uit")
    String switchOff(Actor actor, @PathVariable String body, RedirectAttributes next) {
        settings.switchOff(actor, Typed.code(Body.class, body).orElseThrow(Refusal::notFound), LocalDate.now(clock));
        next.addFlashAttribute("notice", Notice.of("exchange.off.done"));
        return "redirect:/beheer/uitwisseling";
    }
}
