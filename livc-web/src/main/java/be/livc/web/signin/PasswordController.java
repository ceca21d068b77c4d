package be.livc.web.signin;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody chooses another password. */
@Controller
@RequestMapping("/profiel/wachtwoord")
class PasswordController {

    private static final String VIEW = "signin/password";

    private final PasswordChange passwords;

    PasswordController(PasswordChange passwords) {
        this.passwords = passwords;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", PasswordForm.empty());
        return VIEW;
    }

    @PostMapping
    String change(
            Actor actor,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpSession session,
            RedirectAttributes then) {
        try {
            passwords.change(actor, form, session.getId());
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return VIEW;
        }
        then.addFlashAttribute("notice", Notice.of("signin.password.changed"));
        return "redirect:/profiel";
    }
}
