package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody chooses another password. */
@Controller
@RequestMapping(PasswordController.PATH)
class PasswordController {

    static final String PATH = "/profiel/wachtwoord";

    private static final String VIEW = "signin/password";

    private final PasswordChange passwords;
    private final Accounts accounts;

    PasswordController(PasswordChange passwords, Accounts accounts) {
        this.passwords = passwords;
        this.accounts = accounts;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(name = "naar", required = false) @Nullable String back, Model model) {
        model.addAttribute("form", PasswordForm.empty());
        return page(actor, back, model);
    }

    /** Who has a password of an administrator sees that, and goes on afterwards to where they were going. */
    private String page(Actor actor, @Nullable String back, Model model) {
        accounts.find(actor.user())
                .filter(Account::hasPasswordToChoose)
                .flatMap(Account::passwordGivenAt)
                .ifPresent(given -> model.addAttribute("given", given));
        LocalPath.of(back).ifPresent(path -> model.addAttribute("back", path));
        return VIEW;
    }

    @PostMapping
    String change(
            Actor actor,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpSession session,
            Model model,
            RedirectAttributes then) {
        try {
            passwords.change(actor, form, session.getId());
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return page(actor, back, model);
        }
        then.addFlashAttribute("notice", Notice.of("signin.password.changed"));
        return "redirect:" + LocalPath.of(back).orElse("/profiel");
    }
}
