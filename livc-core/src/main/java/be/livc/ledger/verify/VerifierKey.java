package be.livc.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key with its name, as C2SP signed-note writes it: {@code name+key id+base64(0x01 ‖ key)}; with 0x04 in the place of
 * 0x01, that of a witness.
 *
 * @param text the line itself
 * @param name whose key it is
 * @param id the 4 bytes by which a signature says which key it needs
 * @param key the 32 bytes of RFC 8032
 */
record VerifierKey(String text, String name, byte[] id, byte[] key) {

    private static final byte ED25519 = 1;

    /** C2SP tlog-cosignature: of a witness, who signs with the time. */
    private static final byte COSIGNATURE_V1 = 4;

    private static final int KEY_LENGTH = 33;

    /** What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The key of a ledger. */
    static VerifierKey read(String line) throws Failure {
        return read(line, ED25519, "key.unreadable");
    }

    /** The key of a witness. */
    static VerifierKey ofWitness(String line) throws Failure {
        return read(line, COSIGNATURE_V1, "witness.unreadable");
    }

    private static VerifierKey read(String line, byte type, String otherwise) throws Failure {
        String text = line.strip();
        String[] parts = text.split("\\+", 3);
        try {
            if (parts.length == 3) {
                byte[] typed = Base64.getDecoder().decode(parts[2]);
                byte[] id = HexFormat.of().parseHex(parts[1]);
                if (typed.length == KEY_LENGTH && typed[0] == type && Arrays.equals(id, id(parts[0], typed))) {
                    return new VerifierKey(text, parts[0], id, Arrays.copyOfRange(typed, 1, KEY_LENGTH));
                }
            }
        } catch (IllegalArgumentException notInTheRightAlphabet) {
            // falls through: it is no key, for whatever reason
        }
        throw Failure.of(Verdict.Outcome.WRONG_KEY, otherwise);
    }

    boolean signed(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException notASignature) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later know Ed25519", e);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + key.length);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, key.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] id(String name, byte[] typed) {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hashes.sha256(named, typed), 4);
    }
}
