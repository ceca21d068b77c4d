package be.livc.ledger.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The Ed25519 key of a witness, in a file that only its owner reads: name, private key (PKCS #8), public key. */
final class WitnessKey {

    /** C2SP tlog-cosignature: timestamped Ed25519 witness cosignatures. */
    private static final byte COSIGNATURE_V1 = 4;

    private final String name;
    private final PrivateKey privateKey;
    private final byte[] typedKey;

    private WitnessKey(String name, PrivateKey privateKey, byte[] publicKey) {
        this.name = name;
        this.privateKey = privateKey;
        this.typedKey =
                ByteBuffer.allocate(33).put(COSIGNATURE_V1).put(publicKey).array();
    }

    /** Reads the key in the folder; makes it the first time. */
    static WitnessKey in(Path folder, String name) throws IOException {
        Path file = folder.resolve("witness.key");
        try {
            if (!Files.exists(file)) {
                make(file, name);
            }
            List<String> lines = Files.readAllLines(file);
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
            return new WitnessKey(lines.get(0), key, Base64.getDecoder().decode(lines.get(2)));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new IOException("the key of the witness cannot be read: " + file, unreadable);
        }
    }

    private static void make(Path file, String name) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                file,
                List.of(
                        name,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                        Base64.getEncoder()
                                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))));
    }

    /** What a log is given to know this witness by. */
    String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typedKey);
    }

    /** The signature line under a checkpoint with this body. */
    String cosign(String body, Instant time) {
        long seconds = time.getEpochSecond();
        String message = "cosignature/v1\ntime " + seconds + "\n" + body;
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            byte[] value = ByteBuffer.allocate(4 + 8 + 64)
                    .put(id())
                    .putLong(seconds)
                    .put(signature.sign())
                    .array();
            return "— " + name + " " + Base64.getEncoder().encodeToString(value) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later know Ed25519", e);
        }
    }

    private byte[] id() {
        return Arrays.copyOf(Hashes.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey), 4);
    }
}
