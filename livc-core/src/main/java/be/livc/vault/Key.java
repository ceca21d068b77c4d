package be.livc.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** One AES-256-GCM key in use. Does not show itself. */
final class Key {

    private static final int BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final byte[] FOR_STREAMS = "livc|v1|stream".getBytes(StandardCharsets.US_ASCII);

    private final Aead aead;
    private final byte[] bytes;

    private Key(Aead aead, byte[] bytes) {
        this.aead = aead;
        this.bytes = bytes;
    }

    /** The bytes of a new key. */
    static byte[] fresh() {
        return Random.randBytes(BYTES);
    }

    static Key of(byte[] bytes) {
        try {
            return new Key(new AesGcmJce(bytes), bytes.clone());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("not a key of AES-256-GCM", failure);
        }
    }

    /** Nonce, ciphertext and tag. The nonce is random: right for the few thousand values that one key seals. */
    byte[] seal(byte[] plain, byte[] associatedData) {
        try {
            return aead.encrypt(plain, associatedData);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a value could not be sealed", failure);
        }
    }

    /** Throws a {@link GeneralSecurityException} when a bit was altered or the associated data is another. */
    byte[] open(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(sealed, associatedData);
    }

    /**
     * The same key for streams too long to hold in memory: AES-256-GCM-HKDF in segments of 1 MiB. What goes into it is
     * derived, so that no key of AES-GCM is used for anything else.
     */
    StreamingAead forStreams() {
        try {
            byte[] derived = Hkdf.computeHkdf("HMACSHA256", bytes, new byte[0], FOR_STREAMS, BYTES);
            return new AesGcmHkdfStreaming(derived, "HmacSha256", BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a key for streams could not be derived", failure);
        }
    }
}
