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

/** Where an administrator helps somebody of the cell who lost their device and their codes on paper: it says first what follows. */
@Controller
@RequestMapping("/beheer/mandaten/{id}/tweede-stap")
class ClearedFactorController {

    private final Readmissions readmissions;
    private final BackIn backIn;

    ClearedFactorController(Readmissions readmissions, BackIn backIn) {
        this.readmissions = readmissions;
        this.backIn = backIn;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Model model) {
        Account account = readmissions.whoForgot(actor, new MandateId(id));
        model.addAttribute("mandate", id);
        model.addAttribute("person", account.displayName());
        model.addAttribute("username", account.username());
        model.addAttribute("elsewhere", !readmissions.elsewhere(actor, account).isEmpty());
        return "signin/cleared-factor";
    }

    @PostMapping
    String clear(Actor actor, @PathVariable UUID id, RedirectAttributes then) {
        backIn.withoutDevice(actor, new MandateId(id));
        then.addFlashAttribute("notice", Notice.of("signin.cleared.done"));
        return "redirect:/beheer";
    }
}
