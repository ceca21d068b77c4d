package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Tasks;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tasks that are set at an item while it is discussed: at an urgent consultation all that can be done at first. */
@Controller
@RequestMapping("/overleg/{id}/punten/{n}/taak")
class ItemTaskController {

    private final LivePages live;
    private final Tasks tasks;
    private final Reasons reasons;
    private final Clock clock;

    ItemTaskController(LivePages live, Tasks tasks, Reasons reasons, Clock clock) {
        this.live = live;
        this.tasks = tasks;
        this.reasons = reasons;
        this.clock = clock;
    }

    @PostMapping
    String set(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int n,
            @ModelAttribute("task") TaskForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes then) {
        String what = form.what() == null ? "" : form.what().strip();
        if (what.isEmpty()) {
            errors.rejectValue("what", "error.required");
        }
        UUID owner = form.owner();
        if (owner == null && !errors.hasFieldErrors("owner")) {
            errors.rejectValue("owner", "error.required");
        }
        LocalDate due = form.due();
        if (due == null && !errors.hasFieldErrors("due")) {
            errors.rejectValue("due", "error.required");
        }
        if (due != null && due.isBefore(LocalDate.now(clock))) {
            errors.rejectValue("due", "error.in-the-past");
        }
        if (!errors.hasErrors() && owner != null && due != null) {
            try {
                tasks.set(actor, new ConsultationId(id), n, new Tasks.Task(what, new MandateId(owner), due));
                then.addFlashAttribute("notice", Notice.of("urgent.task.set"));
                return "redirect:/overleg/" + id + "/live?punt=" + n;
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.CONFLICT) {
                    reasons.texts(refusal, locale).forEach(text -> errors.rejectValue("owner", refusal.code(), text));
                } else {
                    Forms.reject(errors, refusal);
                }
            }
        }
        return live.again(actor, live.open(actor, new ConsultationId(id), n, locale), model);
    }
}
