package be.livc.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of the door: makes pseudonyms of addresses, and seals on session cookies. It follows from the password of the
 * keyset, so that it is the same after a restart and on every node, and is not in the database.
 *
 * <p>Derived as slowly as the keyset itself is protected: pseudonyms lie in the ledger, and must not let their reader guess
 * at the password any faster than the keyset would.
 */
@Component
final class DoorKey {

    private static final int ITERATIONS = 210_000;
    private static final int BITS = 256;
    private static final String ALGORITHM = "HmacSHA256";

    private final CompletableFuture<SecretKeySpec> key;

    /** Derives it beside the rest of the start; who needs it first waits for it. */
    DoorKey(@Value("${livc.keyset.password}") String password) {
        this.key = CompletableFuture.supplyAsync(
                () -> derived(password), deriving -> new Thread(deriving, "door-key").start());
    }

    private static SecretKeySpec derived(String password) {
        try {
            PBEKeySpec slow = new PBEKeySpec(password.toCharArray(), bytes("livc door key v1"), ITERATIONS, BITS);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(slow)
                    .getEncoded();
            return new SecretKeySpec(key, ALGORITHM);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("PBKDF2 is not to be had on this Java", missing);
        }
    }

    /** A keyed hash of 43 characters, in base64url; values of different labels cannot be compared. */
    String of(String label, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.join());
            mac.update(bytes(label));
            mac.update((byte) 0);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(value)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had on this Java", missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
