package be.livc.ledger;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A cell's name and key as C2SP signed-note and tlog-checkpoint write them.
 *
 * <pre>
 * livc/0190f1c2-…                     origin
 * 42                                  size
 * qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxB…   root, base64
 *                                     empty line
 * — livc/0190f1c2-… tYrwHzmrdF4Gcs…   key id ‖ signature, base64
 * </pre>
 */
record SignedNote(String origin, byte[] publicKey) {

    private static final byte ED25519 = 1;
    private static final int KEY_ID_BYTES = 4;

    static SignedNote of(CellId cell, LedgerSigner signer) {
        return new SignedNote("livc/" + cell, signer.publicKey(cell));
    }

    /** What is signed: the note up to and including the newline before the empty line. */
    String body(TreeHead head) {
        return origin + "\n" + head.size() + "\n" + head.root() + "\n";
    }

    /** The note with the signature over its body. */
    String with(String body, byte[] signature) {
        return body + "\n— " + origin + " " + base64(join(keyId(), signature)) + "\n";
    }

    /** The first 4 bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key). */
    byte[] keyId() {
        byte[] name = (origin + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Merkle.sha256(name, typedKey()), KEY_ID_BYTES);
    }

    /** What a verifier is given: name, key id and key on one line. */
    String verifierKey() {
        return origin + "+" + HexFormat.of().formatHex(keyId()) + "+" + base64(typedKey());
    }

    private byte[] typedKey() {
        return join(new byte[] {ED25519}, publicKey);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
