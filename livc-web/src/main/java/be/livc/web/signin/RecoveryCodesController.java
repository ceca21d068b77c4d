package be.livc.web.signin;

import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody whose codes on paper ran out, or lie where they should not, makes new ones. */
@Controller
@RequestMapping(RecoveryCodesController.PATH)
class RecoveryCodesController {

    static final String PATH = "/profiel/herstelcodes";

    /** The page that shows codes, this once. */
    static final String CODES = "signin/recovery-codes";

    private final SecondStep step;
    private final Accounts accounts;

    RecoveryCodesController(SecondStep step, Accounts accounts) {
        this.step = step;
        this.accounts = accounts;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("form", CurrentPasswordForm.empty());
        return page(actor, model);
    }

    /** Who is asked for nothing after their password has no use for them yet. */
    private String page(Actor actor, Model model) {
        Optional<Integer> left = step.codesLeft(actor.user());
        if (left.isEmpty()) {
            return "redirect:" + SecondFactorController.PATH;
        }
        model.addAttribute("codesLeft", left.get());
        return "signin/new-recovery-codes";
    }

    @PostMapping
    String renew(
            Actor actor,
            @ModelAttribute("form") CurrentPasswordForm form,
            BindingResult errors,
            HttpSession session,
            Model model) {
        try {
            model.addAttribute("codes", step.renew(actor, accounts.require(actor.user()), form, session.getId()));
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return page(actor, model);
        }
        model.addAttribute("done", "signin.recovery.renewed");
        model.addAttribute("back", "/profiel");
        return CODES;
    }
}
