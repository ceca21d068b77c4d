package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Consultations;
import be.livc.consultation.Invitations;
import be.livc.consultation.MinutesRound;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Notice;
import be.livc.web.mail.CalendarFile;
import be.livc.web.mail.LetterText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is asked of oneself: take part, not take part without a reason, let a colleague come; and approve the minutes. */
@Controller
@RequestMapping("/uitnodigingen")
class InvitationController {

    private final Invitations invitations;
    private final Consultations consultations;
    private final MinutesRound minutes;
    private final LetterText letters;
    private final Choices choices;
    private final Reasons reasons;
    private final Clock clock;

    InvitationController(
            Invitations invitations,
            Consultations consultations,
            MinutesRound minutes,
            LetterText letters,
            Choices choices,
            Reasons reasons,
            Clock clock) {
        this.invitations = invitations;
        this.consultations = consultations;
        this.minutes = minutes;
        this.letters = letters;
        this.choices = choices;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping
    String mine(Actor actor, Locale locale, Model model) {
        model.addAttribute("invitations", invitations.mine(actor));
        model.addAttribute("withdrawn", invitations.withdrawn(actor));
        model.addAttribute("minutes", minutes.waitingFor(actor));
        model.addAttribute(
                "colleagues",
                invitations.colleagues(actor.mandate()).stream()
                        .map(InvitationController::choice)
                        .toList());
        model.addAttribute("purposes", choices.labels("purposes", locale));
        model.addAttribute("today", LocalDate.now(clock));
        return "consultation/invitations";
    }

    private static Choice choice(Mandate mandate) {
        return new Choice(mandate.id().toString(), mandate.person());
    }

    @PostMapping("/{id}/{n}/antwoord")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestParam boolean comes,
            RedirectAttributes then) {
        consultations.answer(actor, new ConsultationId(id), n, comes);
        then.addFlashAttribute("notice", Notice.of(comes ? "convening.answer.comes" : "convening.answer.declines"));
        return "redirect:/uitnodigingen";
    }

    @PostMapping("/{id}/{n}/vervanging")
    String replace(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestParam UUID colleague,
            Locale locale,
            RedirectAttributes then) {
        try {
            invitations.replace(actor, new ConsultationId(id), n, actor.mandate(), new MandateId(colleague));
            then.addFlashAttribute("notice", Notice.of("convening.replaced"));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            then.addFlashAttribute("refused", reasons.texts(refusal, locale));
        }
        return "redirect:/uitnodigingen";
    }

    @GetMapping("/{id}/overleg.ics")
    ResponseEntity<byte[]> calendar(Actor actor, @PathVariable UUID id, Locale locale) {
        Invitations.When when = invitations.when(actor, new ConsultationId(id));
        CalendarFile file = CalendarFile.of(
                new CalendarFile.Appointment(when.id(), actor.mandate(), when.date(), when.startsAt()),
                clock.instant(),
                letters.summary(locale));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"overleg.ics\"")
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }
}
