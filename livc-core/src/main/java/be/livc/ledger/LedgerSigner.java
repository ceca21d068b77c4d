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
}
