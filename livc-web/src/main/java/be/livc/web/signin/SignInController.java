package be.livc.web.signin;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page of the screens. */
@Controller
class SignInController {

    static final String PATH = "/aanmelden";

    static final String VIEW = "signin/sign-in";
    static final String ERROR = "signInError";

    private static final String NOTICE = "signInNotice";

    private final SignIn signIn;
    private final Sessions sessions;
    private final PasskeySites sites;
    private final Sources sources;

    SignInController(SignIn signIn, Sessions sessions, PasskeySites sites, Sources sources) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.sites = sites;
        this.sources = sources;
    }

    @ModelAttribute("passkeys")
    boolean passkeys(HttpServletRequest request) {
        return sites.of(request).isPresent();
    }

    @GetMapping(PATH)
    String show(
            @RequestParam(name = "naar", required = false) @Nullable String back,
            @RequestParam(name = "reden", defaultValue = "") String because,
            @RequestParam(name = "afgemeld", required = false) @Nullable String signedOut,
            @RequestParam(name = "ingesteld", required = false) @Nullable String setUp,
            HttpServletRequest request,
            Model model) {
        if (CurrentActor.of(request).isPresent()) {
            return "redirect:/";
        }
        LocalPath.of(back).ifPresent(path -> model.addAttribute("back", path));
        if (NotSignedIn.Because.of(because) == NotSignedIn.Because.MANDATE_ENDED) {
            model.addAttribute(ERROR, "signin.mandate-ended");
        } else if (NotSignedIn.Because.of(because) == NotSignedIn.Because.SESSION_ENDED) {
            model.addAttribute(NOTICE, "signin.session-ended");
        } else if (signedOut != null) {
            model.addAttribute(NOTICE, "layout.sign-in.signed-out");
        } else if (setUp != null) {
            model.addAttribute(NOTICE, "setup.done");
        }
        return VIEW;
    }

    @PostMapping(PATH)
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> path = LocalPath.of(back);
        path.ifPresent(known -> model.addAttribute("back", known));
        model.addAttribute("username", username);
        if (request.getAttribute(NotSignedIn.FORM_TOO_OLD) != null) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute(NOTICE, "signin.form-too-old");
            return VIEW;
        }
        try {
            Optional<SignIn.Admitted> admitted =
                    signIn.attempt(username, password, Optional.empty(), sources.of(request));
            if (admitted.isPresent()) {
                return enter(admitted.get(), path, request, response);
            }
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute(ERROR, "layout.sign-in.refused");
        } catch (Refusal refusal) {
            SignIn.tellToWait(refusal, response);
            model.addAttribute(ERROR, "layout.sign-in.wait");
        }
        return VIEW;
    }

    private String enter(
            SignIn.Admitted admitted, Optional<String> back, HttpServletRequest request, HttpServletResponse response) {
        return admitted.account().secondFactorSince().isPresent()
                ? sessions.askCode(admitted.account(), back, request, response)
                : sessions.enter(admitted, SignedInBy.PASSWORD, back, request, response);
    }

    /**
     * Who is signed in now and with which token forms are sent, for a page that stayed open while its session ended and its
     * person signed in again elsewhere.
     */
    record Session(UUID mandate, String csrfToken) {}

    @GetMapping("/sessie")
    @ResponseBody
    Session session(Actor actor, CsrfToken token) {
        return new Session(actor.mandate().value(), token.getToken());
    }

    /** Asked by the page when its person goes on after a pause: that it was asked is enough. */
    @PostMapping("/sessie")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }
}
