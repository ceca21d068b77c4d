package be.livc.web.signin;

import be.livc.web.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * A person's device that makes a passkey and signs with it, and the browser before it: written from WebAuthn Level 3 (sections 5.8.1,
 * 6.1 and 6.5) and RFC 9052 alone, so that it shares no mistake with what judges its answers.
 */
public final class PasskeyDevice {

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HOLDS_KEY = 0x40;
    private static final int ID_LENGTH = 32;

    private final KeyPair keys;
    private final byte[] id = new byte[ID_LENGTH];
    private boolean knowsHolder = true;
    private String origin = "";
    private String site = "";
    private String handle = "";
    private int uses;

    /** A device with no passkey yet. */
    public PasskeyDevice() {
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From now on it does what it is asked without making sure who holds it. */
    void letAnybodyUseIt() {
        knowsHolder = false;
    }

    /** From now on it answers a page that stands elsewhere. */
    void answerFor(String otherOrigin) {
        origin = otherOrigin;
    }

    /** From now on it signs for another site. */
    void signFor(String otherSite) {
        site = otherSite;
    }

    /** From now on it takes its passkey for somebody else's. */
    void claimToBeOf(String otherHandle) {
        handle = otherHandle;
    }

    /** From now on it forgets how often it signed, as a copy of it would. */
    void beginCountingAnew() {
        uses = 0;
    }

    /** The id of its passkey. */
    String credential() {
        return text(id);
    }

    /** Makes the passkey that it was asked for; the answer as a browser gives it. */
    public String make(Answer question) {
        JsonNode asked = question.json();
        origin = question.response().uri().resolve("/").toString().replaceFirst("/$", "");
        site = asked.get("rp").get("id").asString();
        handle = asked.get("user").get("id").asString();
        byte[] data = join(data(HOLDS_KEY), new byte[16], new byte[] {0, ID_LENGTH}, id, publicKey());
        byte[] attestation = join(
                hex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
                new byte[] {(byte) data.length},
                data);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["internal"]}}"""
                .formatted(text(id), text(id), text(client("create", asked)), text(attestation));
    }

    /** Signs what it was asked to; the answer as a browser gives it. */
    public String sign(Answer question) {
        JsonNode asked = question.json();
        uses++;
        byte[] data = data(0);
        byte[] client = client("get", asked);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":"%s"}}"""
                .formatted(text(id), text(id), text(client), text(data), text(signed(data, client)), handle);
    }

    private byte[] client(String type, JsonNode asked) {
        return "{\"type\":\"webauthn.%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, asked.get("challenge").asString(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int more) {
        int flags = USER_PRESENT | (knowsHolder ? USER_VERIFIED : 0) | more;
        return join(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(Integer.BYTES).putInt(uses).array());
    }

    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return join(
                hex("a5010203262001215820"),
                coordinate(key.getW().getAffineX().toByteArray()),
                hex("225820"),
                coordinate(key.getW().getAffineY().toByteArray()));
    }

    /** As 32 bytes, whatever zero byte Java puts before it or leaves out. */
    private static byte[] coordinate(byte[] number) {
        byte[] coordinate = new byte[32];
        int length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, coordinate, 32 - length, length);
        return coordinate;
    }

    private byte[] signed(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(join(data, sha256(client)));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
