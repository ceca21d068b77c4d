package be.livc.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;

/** One AES-256-GCM key in use. Does not show itself. */
final class Key {

    private static final int BYTES = 32;

    private final Aead aead;

    private Key(Aead aead) {
        this.aead = aead;
    }

    /** The bytes of a new key. */
    static byte[] fresh() {
        return Random.randBytes(BYTES);
    }

    static Key of(byte[] bytes) {
        try {
            return new Key(new AesGcmJce(bytes));
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
}
