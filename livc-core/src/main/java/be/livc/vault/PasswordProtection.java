package be.livc.vault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jasypt.encryption.pbe.StandardPBEByteEncryptor;
import org.jasypt.exceptions.EncryptionInitializationException;
import org.jasypt.exceptions.EncryptionOperationNotPossibleException;
import org.jasypt.iv.RandomIvGenerator;
import org.jasypt.salt.RandomSaltGenerator;

/**
 * Protects a few bytes with a password: one line that says how, one line of Base64.
 *
 * <p>Slow on purpose, so that a stolen file costs a guesser a quarter of a second a guess; that is why it guards the
 * keyset and nothing else. The cipher of this Jasypt algorithm (PBES2, RFC 8018) does not authenticate; a digest inside
 * tells a wrong password and a damaged file for certain.
 */
final class PasswordProtection {

    /** The least that OWASP advises for PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet, 2023). */
    private static final int LEAST_ITERATIONS = 210_000;

    private static final int ITERATIONS = 250_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int DIGEST_BYTES = 32;
    private static final String ALGORITHM = "PBEWITHHMACSHA512ANDAES_256";
    private static final Pattern FILE =
            Pattern.compile("livc-keyset v1 " + ALGORITHM + " iterations=(\\d{1,9})\n([A-Za-z0-9+/=]+)\n?");

    private PasswordProtection() {}

    /** Throws a {@link KeysetProblem} when there is no password, or one that the algorithm cannot take. */
    static String protect(byte[] secret, String password) throws GeneralSecurityException {
        byte[] content = Arrays.copyOf(secret, secret.length + DIGEST_BYTES);
        System.arraycopy(digest(secret), 0, content, secret.length, DIGEST_BYTES);
        byte[] sealed = encryptor(password, ITERATIONS).encrypt(content);
        return "livc-keyset v1 " + ALGORITHM + " iterations=" + ITERATIONS + "\n"
                + Base64.getEncoder().encodeToString(sealed) + "\n";
    }

    /** Throws a {@link GeneralSecurityException} when the password is wrong or the text damaged. */
    static byte[] open(String text, String password) throws GeneralSecurityException {
        Matcher parts = FILE.matcher(text);
        if (!parts.matches()) {
            throw new GeneralSecurityException("not a keyset");
        }
        int iterations = Integer.parseInt(parts.group(1));
        if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new GeneralSecurityException("a number of iterations that no keyset is made with");
        }
        byte[] content = decrypt(parts.group(2), encryptor(password, iterations));
        byte[] secret = Arrays.copyOf(content, Math.max(0, content.length - DIGEST_BYTES));
        byte[] expected = Arrays.copyOfRange(content, secret.length, content.length);
        if (!MessageDigest.isEqual(digest(secret), expected)) {
            throw new GeneralSecurityException("the digest does not match");
        }
        return secret;
    }

    private static byte[] decrypt(String base64, StandardPBEByteEncryptor encryptor) throws GeneralSecurityException {
        try {
            return encryptor.decrypt(Base64.getDecoder().decode(base64));
        } catch (EncryptionOperationNotPossibleException | IllegalArgumentException failure) {
            throw new GeneralSecurityException("wrong password, or damaged");
        }
    }

    private static StandardPBEByteEncryptor encryptor(String password, int iterations) {
        requireUsable(password);
        StandardPBEByteEncryptor encryptor = new StandardPBEByteEncryptor();
        encryptor.setAlgorithm(ALGORITHM);
        encryptor.setKeyObtentionIterations(iterations);
        encryptor.setSaltGenerator(new RandomSaltGenerator());
        encryptor.setIvGenerator(new RandomIvGenerator());
        encryptor.setPassword(password);
        try {
            encryptor.initialize();
        } catch (EncryptionInitializationException failure) {
            throw new IllegalStateException(ALGORITHM + " is not to be had on this Java", failure);
        }
        return encryptor;
    }

    private static void requireUsable(String password) {
        if (password.isBlank()) {
            throw new KeysetProblem(
                    "no password for the keyset was given", "set livc.keyset.password or LIVC_KEYSET_PASSWORD");
        }
        // Java's PBE takes printable ASCII only and would say so with a stack trace.
        if (!password.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new KeysetProblem(
                    "the password of the keyset has a character that the algorithm cannot take",
                    "use letters without accents, digits, spaces and the usual signs");
        }
    }

    private static byte[] digest(byte[] secret) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(secret);
    }
}
