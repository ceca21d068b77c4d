/**
 * The verifier of a ledger's export: a program of its own, for somebody who trusts neither LIVC nor those who run it.
 *
 * <p>Written from the public specifications (RFC 6962, C2SP signed-note and tlog-checkpoint, RFC 8032, RFC 8785) and
 * from the Java platform alone: no Spring, and nothing of the program whose work it checks, not even its hashing.
 */
@NullMarked
package be.livc.ledger.verify;

import org.jspecify.annotations.NullMarked;
