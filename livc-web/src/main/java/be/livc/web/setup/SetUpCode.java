package be.livc.web.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What proves that whoever sets the program up can read its log: 100 random bits, in letters and digits that are not mistaken
 * for one another. Made anew at each start, and kept in memory only.
 */
final class SetUpCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String code;

    SetUpCode() {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            made.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        this.code = made.toString();
    }

    /** As it is printed: in groups. */
    String text() {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** Whether this was typed; groups, spaces and small letters do not matter. */
    boolean is(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(bytes(code), bytes(bare));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
