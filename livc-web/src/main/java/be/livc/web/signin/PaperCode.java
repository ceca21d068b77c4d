package be.livc.web.signin;

import java.security.SecureRandom;
import java.util.Locale;

/** A secret that is read from paper or a log and typed: letters and digits that are not mistaken for one another. */
public final class PaperCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PaperCode() {}

    /** A new one of so many characters, each of five random bits. */
    public static String random(int length) {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < length; at++) {
            made.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return made.toString();
    }

    /** As it is printed: in groups. */
    public static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** What was typed, without groups and spaces, in capitals, and with the letters that are never in a code read as its digits. */
    public static String bare(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
