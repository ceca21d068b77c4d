package be.livc.web.layout;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import java.util.Optional;
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

    ProfileController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/profiel")
    String profile(Actor actor, Model model) {
        Optional<Account> account = accounts.find(actor.user());
        account.flatMap(Account::passwordGivenAt).ifPresent(given -> model.addAttribute("passwordGiven", given));
        model.addAttribute(
                "secondFactor", account.flatMap(Account::secondFactorSince).isPresent());
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
