package be.livc.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Binds content to an entry without putting it there: SHA-256 over 32 random bytes and the content. The entry keeps
 * the hash; whoever commits keeps the salt beside the content, sealed under the same key, so that erasing that key
 * leaves a hash that nobody can test a guess against.
 *
 * @param salt the 32 random bytes, base64url without padding
 * @param hash SHA-256(salt ‖ content in UTF-8), base64url without padding
 */
public record Commitment(String salt, String hash) {

    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Commits to the content under a new salt. */
    public static Commitment of(String content) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(text(salt), hash(salt, content));
    }

    private static String hash(byte[] salt, String content) {
        return text(Merkle.sha256(salt, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash only: with the salt, a log file could confirm a guess. */
    @Override
    public String toString() {
        return "Commitment[" + hash + "]";
    }
}
