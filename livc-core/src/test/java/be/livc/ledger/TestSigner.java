package be.livc.ledger;

import be.livc.platform.CellId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs with keys of the Java platform that live as long as the test. */
final class TestSigner implements LedgerSigner {

    private static final int X509_PREFIX_BYTES = 12;

    private final Map<CellId, KeyPair> keys = new ConcurrentHashMap<>();

    @Override
    public byte[] sign(CellId cell, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key(cell).getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] publicKey(CellId cell) {
        byte[] encoded = key(cell).getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, X509_PREFIX_BYTES, encoded.length);
    }

    /** Gives the cell a new key. */
    void rotate(CellId cell) {
        keys.put(cell, newKey());
    }

    private KeyPair key(CellId cell) {
        return keys.computeIfAbsent(cell, each -> newKey());
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
