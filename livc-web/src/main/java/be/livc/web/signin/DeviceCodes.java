package be.livc.web.signin;

import be.livc.cell.UserId;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * The six digits that a person's own device and the program both make of a secret they share and the half minute it is (RFC
 * 6238, as all apps for it do: HMAC-SHA-1, thirty seconds). The secret is kept nowhere: it follows from the salt of the account
 * and the key of the door.
 */
@Component
class DeviceCodes {

    /** As long as the hash that RFC 4226 §4 recommends for a secret: 160 bits. */
    private static final int SECRET_BYTES = 20;

    /** Clocks differ, and typing takes time: the half minute before and the next one are taken too (RFC 6238 §5.2). */
    private static final long AROUND = 1;

    private static final int SALT_LENGTH = 20;
    private static final String ISSUER = "LIVC";

    private final DoorKey key;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator codes;

    DeviceCodes(DoorKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.codes = new TimeBasedOneTimePasswordGenerator();
    }

    /** Something to make a new secret from. */
    String newSalt() {
        return PaperCode.random(SALT_LENGTH);
    }

    private byte[] secret(UserId user, String salt) {
        String hash = key.of("device code", user + "\n" + salt);
        return Arrays.copyOf(Base64.getUrlDecoder().decode(hash), SECRET_BYTES);
    }

    /** The secret as apps take it when it is typed: 32 letters and digits. */
    String typed(UserId user, String salt) {
        return new Base32().encodeAsString(secret(user, salt));
    }

    /** The secret as apps scan it. */
    String address(UserId user, String username, String salt) {
        return String.format(
                Locale.ROOT,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s",
                ISSUER,
                UriUtils.encode(username, StandardCharsets.UTF_8),
                typed(user, salt),
                ISSUER);
    }

    /** Of which half minute, counted since 1970, this is the code; empty when it is of none that is taken now. */
    OptionalLong stepOf(UserId user, String salt, String typed) {
        SecretKeySpec secret = new SecretKeySpec(secret(user, salt), codes.getAlgorithm());
        String bare = typed.replaceAll("\\s", "");
        long length = codes.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / length;
        return LongStream.rangeClosed(now - AROUND, now + AROUND)
                .filter(step ->
                        code(secret, Instant.ofEpochSecond(step * length)).equals(bare))
                .findFirst();
    }

    private String code(SecretKeySpec secret, Instant moment) {
        try {
            return codes.generateOneTimePasswordString(secret, moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC-SHA-1 takes any key", impossible);
        }
    }
}
