package be.livc.web.signin;

import com.webauthn4j.util.Base64UrlUtil;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Optional;

/** What a passkey must sign, kept in the session until it is answered: an answer that somebody saw is worth nothing a second time. */
final class PasskeyChallenge {

    private static final String NAME = "livc.passkey.challenge";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasskeyChallenge() {}

    /** A new one, in place of any before; in base64url. */
    static String asked(HttpSession session) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String challenge = Base64UrlUtil.encodeToString(bytes);
        session.setAttribute(NAME, challenge);
        return challenge;
    }

    /** The one that was asked; none is left afterwards. */
    static Optional<String> taken(HttpSession session) {
        Optional<String> asked = Optional.ofNullable((String) session.getAttribute(NAME));
        session.removeAttribute(NAME);
        return asked;
    }
}
