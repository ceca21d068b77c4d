package be.livc.web.demo;

import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What every account of the demo signs in with. Known to everyone, so that any other start refuses it. */
final class DemoPassword {

    static final String TEXT = "livc-demo";

    private static final PasswordEncoder ARGON2 = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));

    private DemoPassword() {}

    /** A hash that the sign-in takes. */
    static String hash() {
        return Objects.requireNonNull(ARGON2.encode(TEXT));
    }
}
