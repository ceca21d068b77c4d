package be.livc.web.signin;

import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in with a passkey: a script asks what is to be signed, and a form brings the signature. */
@Controller
@RequestMapping(PasskeySignInController.PATH)
class PasskeySignInController {

    static final String PATH = "/aanmelden/toegangssleutel";

    private final PasskeySignIn signIn;
    private final PasskeySites sites;
    private final Sessions sessions;
    private final Sources sources;

    PasskeySignInController(PasskeySignIn signIn, PasskeySites sites, Sessions sessions, Sources sources) {
        this.signIn = signIn;
        this.sites = sites;
        this.sessions = sessions;
        this.sources = sources;
    }

    @ModelAttribute("passkeys")
    boolean passkeys() {
        return true;
    }

    @GetMapping
    @ResponseBody
    PasskeyQuestion.Proof ask(HttpServletRequest request) {
        return PasskeyQuestion.Proof.of(sites.require(request), PasskeyChallenge.asked(request.getSession()));
    }

    @PostMapping
    String signIn(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> path = LocalPath.of(back);
        Optional<String> challenge = PasskeyChallenge.taken(request.getSession());
        try {
            Optional<SignIn.Admitted> admitted =
                    signIn.attempt(answer, sites.require(request), challenge, sources.of(request));
            if (admitted.isPresent()) {
                return sessions.enter(admitted.get(), SignedInBy.PASSKEY, path, request, response);
            }
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute(SignInController.ERROR, "signin.passkey.refused");
        } catch (Refusal refusal) {
            SignIn.tellToWait(refusal, response);
            model.addAttribute(SignInController.ERROR, "layout.sign-in.wait");
        }
        path.ifPresent(known -> model.addAttribute("back", known));
        return SignInController.VIEW;
    }
}
