package be.livc.ledger;

import be.livc.platform.CellId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Signs with keys of the Java platform that live as long as the test. */
final class TestSigner implements LedgerSigner {

    private static final int X509_PREFIX_BYTES = 12;

    private final Map<CellId, KeyPair> keys = new ConcurrentHashMap<>();
    private final Map<CellId, List<KeyPair>> earlier = new ConcurrentHashMap<>();

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

    @Override
    public byte[] seal(CellId cell, byte[] message) {
        return hmac(key(cell), message);
    }

    @Override
    public boolean isSeal(CellId cell, byte[] message, byte[] seal) {
        return Stream.concat(Stream.of(key(cell)), earlier.getOrDefault(cell, List.of()).stream())
                .anyMatch(key -> Arrays.equals(hmac(key, message), seal));
    }

    private static byte[] hmac(KeyPair key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPrivate().getEncoded(), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] change(CellId cell) {
        KeyPair next = newKey();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                earlier.computeIfAbsent(cell, each -> new ArrayList<>()).add(key(cell));
                keys.put(cell, next);
            }
        });
        byte[] encoded = next.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, X509_PREFIX_BYTES, encoded.length);
    }

    /** Gives the cell a new key. */
    void rotate(CellId cell) {
        earlier.computeIfAbsent(cell, each -> new ArrayList<>()).add(key(cell));
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
