package be.livc.ledger;

import be.livc.platform.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The verifier key of a witness (C2SP tlog-cosignature): {@code name+key id+base64(0x04 ‖ key)}.
 *
 * @param name how the witness signs
 * @param typedKey 0x04 and the 32 bytes of its Ed25519 key
 */
record WitnessKeyLine(String name, byte[] typedKey) {

    private static final byte COSIGNATURE_V1 = 4;
    private static final int TYPED_BYTES = 33;
    private static final int VALUE_BYTES = 4 + 8 + 64;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Throws a {@link Refusal} on {@code vkey} where this is no such line. */
    static WitnessKeyLine read(String line) {
        String[] parts = line.strip().split("\\+", 3);
        try {
            if (parts.length == 3 && parts[0].matches("[^ +]{1,80}")) {
                WitnessKeyLine key =
                        new WitnessKeyLine(parts[0], Base64.getDecoder().decode(parts[2]));
                if (key.typedKey.length == TYPED_BYTES
                        && key.typedKey[0] == COSIGNATURE_V1
                        && Arrays.equals(key.id(), HexFormat.of().parseHex(parts[1]))) {
                    return key;
                }
            }
        } catch (IllegalArgumentException otherAlphabet) {
            // falls through: it is no key, for whatever reason
        }
        throw Refusal.invalid("vkey", "not-a-witness-key");
    }

    /** Whether the line is this witness's co-signature over a checkpoint with this body. */
    boolean cosigned(String body, String line) {
        String[] parts = line.strip().split(" ", 3);
        if (parts.length != 3 || !parts[0].equals("—") || !parts[1].equals(name)) {
            return false;
        }
        try {
            byte[] value = Base64.getDecoder().decode(parts[2]);
            if (value.length != VALUE_BYTES || !Arrays.equals(Arrays.copyOf(value, 4), id())) {
                return false;
            }
            long seconds = ByteBuffer.wrap(value).getLong(4);
            Signature signature = Signature.getInstance("Ed25519");
            byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + TYPED_BYTES - 1);
            System.arraycopy(typedKey, 1, encoded, X509_PREFIX.length, TYPED_BYTES - 1);
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(("cosignature/v1\ntime " + seconds + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return signature.verify(value, 12, 64);
        } catch (IllegalArgumentException | GeneralSecurityException notASignature) {
            return false;
        }
    }

    private byte[] id() {
        return Arrays.copyOf(Merkle.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey), 4);
    }
}
