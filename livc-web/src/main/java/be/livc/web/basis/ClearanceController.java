package be.livc.web.basis;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Refusal;
import be.livc.setup.Setup;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The security clearances of the delegates of the police (wet 30-07-2018 art. 3 §1): until when each was attested. One that has
 * lapsed suspends the role. Only the day is kept, nothing of the clearance itself.
 */
@Controller
@RequestMapping("/beheer/machtigingen")
class ClearanceController {

    /** An attestation. */
    record ClearanceForm(String mandate, String until) {

        ClearanceForm {
            mandate = Typed.text(mandate);
            until = Typed.text(until);
        }
    }

    /** A delegate, and how the clearance stands: NONE, VALID or LAPSED. */
    record Row(Mandate mandate, String capacity, String state) {}

    private final Setup setup;
    private final Mandates mandates;
    private final Choices choices;
    private final Clock clock;

    ClearanceController(Setup setup, Mandates mandates, Choices choices, Clock clock) {
        this.setup = setup;
        this.mandates = mandates;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", new ClearanceForm("", ""));
        return page(actor, locale, model);
    }

    private String page(Actor actor, Locale locale, Model model) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        Instant now = clock.instant();
        List<Row> rows = mandates.all().stream()
                .filter(mandate -> mandate.capacity().needsClearance() && mandate.runsAt(now))
                .map(mandate -> new Row(mandate, choices.capacity(mandate.capacity(), locale), state(mandate, now)))
                .toList();
        model.addAttribute("delegates", rows);
        model.addAttribute("today", LocalDate.now(clock));
        return "basis/clearances";
    }

    private static String state(Mandate mandate, Instant now) {
        if (mandate.clearanceUntil().isEmpty()) {
            return "NONE";
        }
        return mandate.isClearedAt(now) ? "VALID" : "LAPSED";
    }

    @PostMapping
    String attest(
            Actor actor,
            @ModelAttribute("form") ClearanceForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        try {
            Reading reading = new Reading();
            MandateId id = new MandateId(reading.id("mandate", form.mandate()));
            LocalDate until = reading.day("until", form.until());
            reading.unless(!until.isBefore(LocalDate.now(clock)), "until", "in-the-past");
            reading.check();
            setup.attestClearance(actor, id, until);
            then.addFlashAttribute("notice", Notice.of("basis.clearance.attested"));
            return "redirect:/beheer/machtigingen";
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return page(actor, locale, model);
        }
    }
}
