package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import be.livc.setup.Readmissions;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator gives somebody of the cell another password: a page that says first what follows from it. */
@Controller
@RequestMapping("/beheer/mandaten/{id}/wachtwoord")
class GivenPasswordController {

    private static final String VIEW = "signin/given-password";

    private final Readmissions readmissions;
    private final BackIn backIn;

    GivenPasswordController(Readmissions readmissions, BackIn backIn) {
        this.readmissions = readmissions;
        this.backIn = backIn;
    }

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("form", GivenPasswordForm.empty());
        return page(actor, id, model);
    }

    private String page(Actor actor, UUID id, Model model) {
        Account account = readmissions.whoForgot(actor, new MandateId(id));
        model.addAttribute("mandate", id);
        model.addAttribute("person", account.displayName());
        model.addAttribute("username", account.username());
        model.addAttribute("elsewhere", !readmissions.elsewhere(actor, account).isEmpty());
        model.addAttribute("secondFactor", account.secondFactorSince().isPresent());
        return VIEW;
    }

    @PostMapping
    String give(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") GivenPasswordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes then) {
        try {
            backIn.withPassword(actor, new MandateId(id), form);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            Forms.reject(errors, refusal);
            return page(actor, id, model);
        }
        then.addFlashAttribute("notice", Notice.of("signin.given.done"));
        return "redirect:/beheer";
    }
}
