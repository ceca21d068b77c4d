package be.livc.web.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * A person's device with an app for codes. A code is taken once, and each later one only: a test asks for the code before, for the
 * one of now and for the next one, in this order.
 */
public final class Device {

    private static final Pattern KEY = Pattern.compile("livc-qr__key\">([A-Z2-7 ]+)<");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final String key;
    private final SecretKeySpec secret;
    private final Instant begun = Instant.now();

    private Device(String key) {
        this.key = key.replace(" ", "");
        this.secret = new SecretKeySpec(new Base32().decode(this.key), "HmacSHA1");
    }

    /** One that learned the key from the page where it is set. */
    public static Device of(String page) {
        Matcher key = KEY.matcher(page);
        if (!key.find()) {
            throw new AssertionError("no key on this page: " + page);
        }
        return new Device(key.group(1));
    }

    /** The secret, as it is typed into an app. */
    String key() {
        return key;
    }

    /** The code of the half minute before. */
    public String before() {
        return at(begun.minus(STEP));
    }

    /** The code it shows. */
    public String now() {
        return at(begun);
    }

    /** The code of the half minute after. */
    public String next() {
        return at(begun.plus(STEP));
    }

    /** A code of long ago. */
    String old() {
        return at(begun.minus(Duration.ofMinutes(10)));
    }

    private String at(Instant moment) {
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(secret, moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
