package be.livc.web.signin;

import be.livc.platform.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, 2 passes, 1 lane: OWASP's password storage cheat sheet), and says which ones are
 * taken. Each hash is stored with the name of its algorithm, so that another can follow.
 */
@Component
public final class Passwords {

    /** The shortest password that is taken, in characters. */
    public static final int SHORTEST = 12;

    /** What everybody signs in with in the demo, and nobody anywhere else. */
    public static final String OF_THE_DEMO = "livc-demo";

    private static final int LONGEST = 128;

    /** A name of two or three letters is part of many words. */
    private static final int SHORTEST_NAME_TO_AVOID = 4;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int FEWEST_DIFFERENT = 5;

    /** No password has this hash; checking against it costs what checking a real one costs. */
    private static final String OF_NOBODY =
            "{argon2}$argon2id$v=19$m=" + MEMORY_KIB + ",t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private final PasswordEncoder encoder = encoder();

    /** One hash needs 19 MiB: many at once would take the memory of the program. */
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final boolean demo;

    Passwords(@Value("${livc.demo:false}") boolean demo) {
        this.demo = demo;
    }

    private static PasswordEncoder encoder() {
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2)));
        encoder.setDefaultPasswordEncoderForMatches(new NoOther());
        return encoder;
    }

    /** For a hash of another algorithm: no password is right. */
    private static final class NoOther implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            throw new IllegalStateException("only Argon2 makes new hashes");
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return false;
        }
    }

    /**
     * The hash of a password that somebody chose, as an account keeps it.
     *
     * @param field what the refusal names
     * @param username whose password it is to be
     * @throws Refusal as invalid, when it is too short, too long, too simple, or known to everybody
     */
    public String chosen(String field, String username, String password) {
        if (!(demo && password.equals(OF_THE_DEMO))) {
            requireStrong(field, username, password);
        }
        return inTurn(() -> hash(password));
    }

    private String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password without a hash");
        }
        return hash;
    }

    /** Refuses what {@link #chosen} refuses, without the work of hashing. */
    public void requireStrong(String field, String username, String password) {
        if (password.length() < SHORTEST) {
            throw Refusal.invalid(field, "password-too-short");
        }
        if (password.length() > LONGEST) {
            throw Refusal.invalid(field, "password-too-long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean holdsName =
                username.length() >= SHORTEST_NAME_TO_AVOID && lower.contains(username.toLowerCase(Locale.ROOT));
        if (holdsName || lower.contains(OF_THE_DEMO) || lower.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw Refusal.invalid(field, "password-too-simple");
        }
    }

    /** Whether the password is right for this hash; without a hash it is not, after the same work. */
    boolean matches(String password, Optional<String> hash) {
        boolean right = inTurn(() -> encoder.matches(password, hash.orElse(OF_NOBODY)));
        return right && hash.isPresent() && (demo || !password.equals(OF_THE_DEMO));
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
