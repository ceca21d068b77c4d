package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Passkey;
import be.livc.platform.Refusal;
import be.livc.web.layout.Forms;
import be.livc.web.layout.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where somebody sees, adds and removes their passkeys. First the password and a name, then the device: one that made a passkey for
 * nothing keeps showing it.
 */
@Controller
@RequestMapping(PasskeyController.PATH)
class PasskeyController {

    static final String PATH = "/profiel/toegangssleutels";

    private static final String VIEW = "signin/passkeys";
    private static final String NEW = "/nieuw";

    /** What the passkey is called that the device is asked for now: its person gave their password. */
    private static final String NAME = "livc.passkey.name";

    private final OwnPasskeys passkeys;
    private final PasskeyProof proof;
    private final PasskeySites sites;
    private final SecondStep step;
    private final Accounts accounts;

    PasskeyController(
            OwnPasskeys passkeys, PasskeyProof proof, PasskeySites sites, SecondStep step, Accounts accounts) {
        this.passkeys = passkeys;
        this.proof = proof;
        this.sites = sites;
        this.step = step;
        this.accounts = accounts;
    }

    @GetMapping
    String list(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("form", PasskeyForm.empty());
        return page(actor, request, model);
    }

    private String page(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("passkeys", passkeys.of(actor));
        model.addAttribute("here", sites.of(request).isPresent());
        return VIEW;
    }

    private Account account(Actor actor) {
        return accounts.require(actor.user());
    }

    @PostMapping
    String begin(
            Actor actor,
            @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        try {
            passkeys.requireNew(actor, account(actor), form);
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return page(actor, request, model);
        }
        request.getSession().setAttribute(NAME, form.name());
        return "redirect:" + PATH + NEW;
    }

    private static Optional<String> name(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(NAME));
    }

    @GetMapping(NEW)
    String askDevice(HttpSession session, Model model) {
        if (name(session).isEmpty()) {
            return "redirect:" + PATH;
        }
        model.addAttribute("name", name(session).get());
        return "signin/new-passkey";
    }

    @GetMapping("/vraag")
    @ResponseBody
    PasskeyQuestion.Creation ask(Actor actor, HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (name(session).isEmpty()) {
            throw Refusal.notFound();
        }
        return PasskeyQuestion.Creation.of(
                sites.require(request), account(actor), passkeys.of(actor), PasskeyChallenge.asked(session));
    }

    private String askAgain(HttpSession session, Model model) {
        model.addAttribute("refused", true);
        return askDevice(session, model);
    }

    @PostMapping(NEW)
    String add(
            Actor actor,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            Model model,
            RedirectAttributes then) {
        HttpSession session = request.getSession();
        Optional<PasskeyProof.Made> made =
                PasskeyChallenge.taken(session).flatMap(asked -> proof.made(answer, sites.require(request), asked));
        Optional<String> name = name(session);
        if (made.isEmpty() || name.isEmpty()) {
            return askAgain(session, model);
        }
        Account account = account(actor);
        boolean missing = step.isMissing(account);
        List<String> codes;
        try {
            codes = passkeys.add(actor, account, name.get(), made.get(), session.getId());
        } catch (Refusal refusal) {
            return askAgain(session, model);
        }
        session.removeAttribute(NAME);
        if (codes.isEmpty()) {
            then.addFlashAttribute("notice", Notice.of("signin.passkeys.added"));
            return "redirect:" + PATH;
        }
        model.addAttribute("done", "signin.passkeys.added");
        model.addAttribute("codes", codes);
        model.addAttribute("back", missing ? "/" : PATH);
        return RecoveryCodesController.CODES;
    }

    @GetMapping("/{id}")
    String showRemoval(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("form", CurrentPasswordForm.empty());
        return removal(actor, id, model);
    }

    private String removal(Actor actor, UUID id, Model model) {
        List<Passkey> all = passkeys.of(actor);
        Passkey passkey =
                all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Refusal::notFound);
        model.addAttribute("passkey", passkey);
        model.addAttribute("last", all.size() == 1 && !step.asksForCode(actor.user()));
        return "signin/removed-passkey";
    }

    @PostMapping("/{id}")
    String remove(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("form") CurrentPasswordForm form,
            BindingResult errors,
            HttpSession session,
            Model model,
            RedirectAttributes then) {
        try {
            passkeys.remove(actor, account(actor), id, form, session.getId());
        } catch (Refusal refusal) {
            Forms.reject(errors, refusal);
            return removal(actor, id, model);
        }
        then.addFlashAttribute("notice", Notice.of("signin.passkeys.removed"));
        return "redirect:" + PATH;
    }
}
