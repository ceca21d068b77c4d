package be.livc.web.consultation;

import be.livc.casefile.ItemId;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.Ballots;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView.Item;
import be.livc.consultation.Decide;
import be.livc.consultation.Disclosed;
import be.livc.consultation.Meeting;
import be.livc.platform.Refusal;
import be.livc.web.consultation.LivePages.Held;
import be.livc.web.layout.Notice;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is told at an item, to whom; who does not share; what is decided. */
@Controller
@RequestMapping("/overleg/{id}/punten/{n}")
class SpeakingController {

    private final LivePages live;
    private final Meeting meeting;
    private final Ballots ballots;
    private final Reasons reasons;

    SpeakingController(LivePages live, Meeting meeting, Ballots ballots, Reasons reasons) {
        this.live = live;
        this.meeting = meeting;
        this.ballots = ballots;
        this.reasons = reasons;
    }

    /** Shows who would hear it; nothing is recorded yet. */
    @PostMapping(path = "/mededeling", params = "!action")
    String check(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @ModelAttribute("disclosure") DisclosureForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        Held held = live.open(actor, new ConsultationId(id), n, locale);
        if (form.text() == null || form.text().isBlank()) {
            errors.rejectValue("text", "error.required");
        }
        if (form.by() == null && !errors.hasFieldErrors("by")) {
            errors.rejectValue("by", "error.required");
        }
        if (form.recipientsOrNone().isEmpty() && !errors.hasFieldErrors("recipients")) {
            errors.rejectValue("recipients", "consultation.disclosure.nobody");
        }
        if (errors.hasErrors()) {
            return live.again(actor, held, model);
        }
        live.state(actor, held, model);
        return "consultation/disclosure-check";
    }

    /** Back to the form, with what was typed. */
    @PostMapping(path = "/mededeling", params = "action=edit")
    String edit(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @ModelAttribute("disclosure") DisclosureForm form,
            Locale locale,
            Model model) {
        return live.again(actor, live.open(actor, new ConsultationId(id), n, locale), model);
    }

    @PostMapping(path = "/mededeling", params = "action=record")
    String disclose(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @ModelAttribute("disclosure") DisclosureForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        ConsultationId consultation = new ConsultationId(id);
        if (form.by() == null) {
            errors.rejectValue("by", "error.required");
        } else if (!errors.hasErrors()) {
            try {
                Disclosed disclosed = meeting.disclose(actor, consultation, n, form.command(form.by()));
                then.addFlashAttribute(
                        "notice",
                        Notice.of(
                                "consultation.disclosure.recorded",
                                disclosed.recipients().size()));
                return onward(id, n);
            } catch (Refusal refusal) {
                reasons.reject(errors, refusal, "recipients", locale);
            }
        }
        return live.again(actor, live.open(actor, consultation, n, locale), model);
    }

    private static String onward(UUID id, int n) {
        return "redirect:/overleg/" + id + "/live?punt=" + n;
    }

    @PostMapping("/deelt-niet")
    String abstain(
            Actor actor, @PathVariable UUID id, @PathVariable int n, @RequestParam UUID by, RedirectAttributes then) {
        meeting.abstain(actor, new ConsultationId(id), n, new MandateId(by));
        then.addFlashAttribute("notice", Notice.of("consultation.abstained"));
        return onward(id, n);
    }

    @PostMapping("/besluit")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @ModelAttribute("decision") DecisionForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        ConsultationId consultation = new ConsultationId(id);
        Held held = live.open(actor, consultation, n, locale);
        if (form.decision() == null || form.decision().isBlank()) {
            errors.rejectValue("decision", "error.required");
        }
        if (form.voting() == null && !errors.hasFieldErrors("voting")) {
            errors.rejectValue("voting", "error.required");
        }
        if (!errors.hasErrors()) {
            try {
                if (form.voting() == DecisionForm.Voting.OWN_DEVICE) {
                    ballots.putToVote(actor, consultation, n, form.text());
                    then.addFlashAttribute("notice", Notice.of("live.ballot.opened"));
                } else {
                    meeting.decide(actor, consultation, n, form.command(hearing(held.item())));
                    then.addFlashAttribute("notice", Notice.of("consultation.decision.recorded"));
                }
                return onward(id, n);
            } catch (Refusal refusal) {
                reasons.reject(errors, refusal, "decision", locale);
            }
        }
        return live.again(actor, held, model);
    }

    @PostMapping("/stem")
    String vote(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestParam UUID decision,
            @RequestParam Decide.Vote vote,
            Locale locale,
            RedirectAttributes then) {
        try {
            ballots.vote(actor, new ConsultationId(id), n, new ItemId(decision), vote);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            then.addFlashAttribute("refused", reasons.texts(refusal, locale));
        }
        return onward(id, n);
    }

    private static List<MandateId> hearing(Item item) {
        return Seat.at(item).stream().filter(Seat::mayHear).map(Seat::id).toList();
    }
}
