package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.setup.Readmissions;
import be.livc.web.layout.Notice;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator confirms that somebody who was let in again by another cell is who works in this one. */
@Controller
@RequestMapping("/beheer/mandaten/{id}/toegang")
class ConfirmedAccessController {

    private final Readmissions readmissions;

    ConfirmedAccessController(Readmissions readmissions) {
        this.readmissions = readmissions;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Model model) {
        Account account = readmissions.whoWaits(actor, new MandateId(id));
        model.addAttribute("mandate", id);
        model.addAttribute("person", account.displayName());
        model.addAttribute("username", account.username());
        return "signin/confirmed-access";
    }

    @PostMapping
    String confirm(Actor actor, @PathVariable UUID id, RedirectAttributes then) {
        readmissions.confirm(actor, new MandateId(id));
        then.addFlashAttribute("notice", Notice.of("signin.confirmed.done"));
        return "redirect:/beheer";
    }
}
