package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.web.layout.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page after the password, for who has a device that makes codes: nothing else is shown before one is right. */
@Controller
@RequestMapping(SecondStepController.PATH)
class SecondStepController {

    static final String PATH = "/aanmelden/code";

    private static final String VIEW = "signin/code";
    private static final String ERROR = "codeError";

    private final SecondStep step;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final PasskeySites sites;
    private final Sources sources;

    SecondStepController(
            SecondStep step, Accounts accounts, SignIn signIn, Sessions sessions, PasskeySites sites, Sources sources) {
        this.step = step;
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.sites = sites;
        this.sources = sources;
    }

    @ModelAttribute("passkeys")
    boolean passkeys(HttpServletRequest request) {
        return sites.of(request).isPresent();
    }

    @ModelAttribute("byDevice")
    boolean byDevice(@AuthenticationPrincipal SignedIn who) {
        return step.asksForCode(who.user());
    }

    @GetMapping
    String show(
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpServletRequest request,
            Model model) {
        if (!Sessions.waitsForCode(request.getSession())) {
            return "redirect:/";
        }
        LocalPath.of(back).ifPresent(path -> model.addAttribute("back", path));
        return VIEW;
    }

    @PostMapping
    String pass(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        if (!Sessions.waitsForCode(request.getSession())) {
            return "redirect:/";
        }
        Account account = accounts.require(who.user());
        RequestSource source = sources.of(request);
        List<SignIn.Relation> relations = signIn.relations(account, source);
        Optional<CellId> cell =
                relations.size() == 1 ? Optional.of(relations.get(0).cell().id()) : Optional.empty();
        try {
            Optional<SignedInBy> by = step.judge(account, code, cell, source);
            if (by.isPresent()) {
                tellCodesLeft(account, by.get(), then);
                SignIn.Admitted admitted = new SignIn.Admitted(account, relations);
                return sessions.enter(admitted, by.get(), LocalPath.of(back), request, response);
            }
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute(ERROR, "signin.code.refused");
        } catch (Refusal refusal) {
            SignIn.tellToWait(refusal, response);
            model.addAttribute(ERROR, "layout.sign-in.wait");
        }
        LocalPath.of(back).ifPresent(path -> model.addAttribute("back", path));
        return VIEW;
    }

    /** Codes on paper run out: whoever used one is told how many are left. */
    private void tellCodesLeft(Account account, SignedInBy by, RedirectAttributes then) {
        if (by == SignedInBy.PAPER_CODE) {
            step.codesLeft(account.id())
                    .ifPresent(left -> then.addFlashAttribute("notice", Notice.of("signin.code.left", left)));
        }
    }
}
