package be.livc.web.process;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Notice;
import be.livc.workflow.cockpit.Cockpit;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the processes of the cell do: counts, failures, retries, and the move to a new version. Shows no case. */
@Controller
@RequestMapping("/beheer/processen")
class CockpitController {

    private static final String BACK = "redirect:/beheer/processen";

    private final Cockpit cockpit;

    CockpitController(Cockpit cockpit) {
        this.cockpit = cockpit;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        if (!Act.CONFIGURE_CELL.isFor(actor.capacity())) {
            throw Refusal.notFound();
        }
        model.addAttribute("view", cockpit.look(actor));
        return "process/cockpit";
    }

    @PostMapping("/taken/{job}/opnieuw")
    String retry(Actor actor, @PathVariable UUID job, RedirectAttributes next) {
        cockpit.retry(actor, job);
        next.addFlashAttribute("notice", Notice.of("process.retried"));
        return BACK;
    }

    @PostMapping("/verhuizen")
    String migrate(Actor actor, RedirectAttributes next) {
        next.addFlashAttribute("notice", Notice.of("process.migrated", cockpit.migrate(actor)));
        return BACK;
    }
}
