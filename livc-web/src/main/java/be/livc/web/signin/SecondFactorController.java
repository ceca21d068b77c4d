package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.QrCode;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody makes their own device known, whose codes are asked after the password from then on. */
@Controller
@RequestMapping(SecondFactorController.PATH)
class SecondFactorController {

    static final String PATH = "/profiel/tweede-stap";

    private static final String VIEW = "signin/second-factor";

    /** What the secret on the page is made from, until it is proved; it says nothing without the key of the door. */
    private static final String SALT = "livc.second-factor.salt";

    private final SecondStep step;
    private final DeviceCodes device;
    private final Accounts accounts;

    SecondFactorController(SecondStep step, DeviceCodes device, Accounts accounts) {
        this.step = step;
        this.device = device;
        this.accounts = accounts;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpSession session,
            Model model) {
        session.setAttribute(SALT, device.newSalt());
        model.addAttribute("form", SecondFactorForm.empty());
        return page(actor, account(actor), back, session, model);
    }

    private Account account(Actor actor) {
        return accounts.require(actor.user());
    }

    private String page(Actor actor, Account account, @Nullable String back, HttpSession session, Model model) {
        String salt = salt(session);
        byte[] picture = QrCode.png(device.address(account.id(), account.username(), salt));
        model.addAttribute(
                "picture", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture));
        model.addAttribute(
                "key", PaperCode.grouped(device.typed(account.id(), salt)).replace('-', ' '));
        model.addAttribute("missing", step.isMissing(account));
        account.secondFactorSince().ifPresent(since -> model.addAttribute("since", since));
        step.codesLeft(actor.user()).ifPresent(left -> model.addAttribute("codesLeft", left));
        LocalPath.of(back).ifPresent(path -> model.addAttribute("back", path));
        return VIEW;
    }

    /** A page that was left open longer than its session has none: it is shown anew, with another secret. */
    private String salt(HttpSession session) {
        String kept = (String) session.getAttribute(SALT);
        if (kept != null) {
            return kept;
        }
        String made = device.newSalt();
        session.setAttribute(SALT, made);
        return made;
    }

    @PostMapping
    String set(
            Actor actor,
            @ModelAttribute("form") SecondFactorForm form,
            BindingResult errors,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpSession session,
            Model model) {
        Account account = account(actor);
        try {
            model.addAttribute("codes", step.set(actor, account, salt(session), form, session.getId()));
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return page(actor, account, back, session, model);
        }
        session.removeAttribute(SALT);
        model.addAttribute("back", LocalPath.of(back).orElse("/profiel"));
        model.addAttribute("done", "signin.recovery.done");
        return RecoveryCodesController.CODES;
    }
}
