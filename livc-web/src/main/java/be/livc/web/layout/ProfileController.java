package be.livc.web.layout;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Mandates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the program knows of the signed-in person, and what they choose for their own screens. */
@Controller
class ProfileController {

    private final Accounts accounts;
    private final Mandates mandates;

    ProfileController(Accounts accounts, Mandates mandates) {
        this.accounts = accounts;
        this.mandates = mandates;
    }

    @GetMapping("/profiel")
    String profile(Actor actor, Model model) {
        Account account = accounts.require(actor.user());
        account.passwordGivenAt().ifPresent(given -> model.addAttribute("passwordGiven", given));
        model.addAttribute("secondFactor", account.secondFactorSince().isPresent());
        model.addAttribute("waits", mandates.whereWaits(account));
        return "layout/profile";
    }

    @PostMapping("/profiel/sneltoetsen")
    String useSingleKeys(Actor actor, @RequestParam("use") boolean use, RedirectAttributes then) {
        accounts.useSingleKeys(actor.user(), use);
        then.addFlashAttribute(
                "notice", Notice.of(use ? "layout.profile.shortcuts.now-on" : "layout.profile.shortcuts.now-off"));
        return "redirect:/profiel";
    }
}
