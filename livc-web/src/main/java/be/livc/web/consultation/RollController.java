package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.RollCall;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Choice;
import be.livc.web.layout.Notice;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is there, who signed the statement of confidentiality, who comes and goes at an item. */
@Controller
@RequestMapping("/overleg/{id}")
class RollController {

    /** What is recorded about somebody. */
    enum Move {
        /** They are there. */
        ARRIVES,
        /** They are there and signed on paper. */
        ARRIVES_AND_SIGNED,
        /** They left. */
        LEAVES
    }

    private final ConsultationPages pages;
    private final RollCall rollCall;
    private final Choices choices;
    private final Reasons reasons;
    private final Clock clock;

    RollController(ConsultationPages pages, RollCall rollCall, Choices choices, Reasons reasons, Clock clock) {
        this.pages = pages;
        this.rollCall = rollCall;
        this.choices = choices;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/aanwezigheid")
    String roll(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        List<UUID> seated = page.seats().stream().map(seat -> seat.id().value()).toList();
        List<Choice> others = choices.peopleOnOneLine().stream()
                .filter(person -> !seated.contains(UUID.fromString(person.value())))
                .toList();
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute("others", others);
        model.addAttribute("discussed", ConsultationPages.discussed(page.view()));
        return "consultation/roll";
    }

    /** At one item when {@code n} is given, else at every item that concerns the person. */
    @PostMapping("/aanwezigheid")
    String record(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID mandate,
            @RequestParam Move move,
            @RequestParam Optional<Integer> n,
            @RequestParam(defaultValue = "aanwezigheid") String terug,
            Locale locale,
            RedirectAttributes then) {
        ConsultationId consultation = new ConsultationId(id);
        MandateId who = new MandateId(mandate);
        Attend asked = attend(move);
        try {
            n.ifPresentOrElse(
                    item -> rollCall.attend(actor, consultation, item, who, asked),
                    () -> rollCall.attendAll(actor, consultation, who, asked));
        } catch (Refusal refusal) {
            refused(refusal, locale, then);
        }
        return "redirect:/overleg/" + id + (terug.equals("live") ? "/live?punt=" + n.orElse(1) : "/aanwezigheid");
    }

    private Attend attend(Move move) {
        return switch (move) {
            case ARRIVES -> new Attend(Optional.empty(), Optional.empty(), Optional.empty());
            case ARRIVES_AND_SIGNED ->
                new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.PAPER));
            case LEAVES -> new Attend(Optional.empty(), Optional.of(clock.instant()), Optional.empty());
        };
    }

    private void refused(Refusal refusal, Locale locale, RedirectAttributes then) {
        if (refusal.kind() != Refusal.Kind.CONFLICT) {
            throw refusal;
        }
        then.addFlashAttribute("refused", reasons.texts(refusal, locale));
        then.addFlashAttribute("helpError", refusal.code());
    }

    @GetMapping("/verklaring")
    String statement(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        ConsultationPage page = pages.open(actor, new ConsultationId(id), locale);
        model.addAttribute("room", page);
        model.addAttribute("consultation", page.view());
        model.addAttribute("reader", actor.name());
        return "consultation/statement";
    }

    @PostMapping("/verklaring")
    String sign(Actor actor, @PathVariable UUID id, Locale locale, RedirectAttributes then) {
        try {
            rollCall.attendAll(
                    actor,
                    new ConsultationId(id),
                    actor.mandate(),
                    new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN)));
            then.addFlashAttribute("notice", Notice.of("consultation.statement.signed"));
        } catch (Refusal refusal) {
            refused(refusal, locale, then);
        }
        return "redirect:/overleg/" + id;
    }
}
