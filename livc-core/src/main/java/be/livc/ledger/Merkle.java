package be.livc.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962 §2.1: leaves and inner nodes start with different bytes, so that neither passes as the other. */
final class Merkle {

    /** The length of every hash, in bytes. */
    static final int HASH_BYTES = 32;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    /** The hash of an entry's bytes. */
    static byte[] leaf(byte[] bytes) {
        return sha256(LEAF, bytes);
    }

    /** The hash over two subtrees. */
    static byte[] node(byte[] left, byte[] right) {
        return sha256(NODE, left, right);
    }

    /** The root of the tree without entries. */
    static byte[] empty() {
        return sha256();
    }

    /** SHA-256 over the parts, one after the other. */
    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
