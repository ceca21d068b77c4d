/**
 * One append-only log per cell that an outsider can check and an insider cannot rewrite: entries, their Merkle tree
 * (RFC 6962), signed checkpoints (C2SP signed-note and tlog-checkpoint), proofs and the export.
 *
 * <p>Uses {@code platform} only. Every feature appends here in the transaction of its own change: no change without
 * its entry, no entry without its change. The verifier beside it is a program of its own and shares no code with it.
 */
@NullMarked
package be.livc.ledger;

import org.jspecify.annotations.NullMarked;
