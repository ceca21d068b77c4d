package be.livc.ledger;

import be.livc.platform.CellId;

/**
 * Signs for a cell's ledger with a key that the database cannot read. Guarantees nothing about what it signs: only
 * the ledger calls it, with a checkpoint that it found to continue the last one.
 */
public interface LedgerSigner {

    /** The Ed25519 signature (RFC 8032), 64 bytes, over the message with the cell's present key. */
    byte[] sign(CellId cell, byte[] message);

    /** The cell's present public key: the 32 bytes of RFC 8032 §5.1.5, without any wrapping. */
    byte[] publicKey(CellId cell);

    /** HMAC-SHA-256 over the message, 32 bytes, under a secret that goes with the cell's present key. */
    byte[] seal(CellId cell, byte[] message);

    /** Whether the seal over the message was made so, with the cell's present key or an earlier one. */
    boolean isSeal(CellId cell, byte[] message, byte[] seal);

    /** Gives the cell a new key, which signs from the commit of the present transaction on; its public half. */
    byte[] change(CellId cell);
}
