/**
 * Keys, {@link be.livc.vault.Sealed} values and their end: what a cell keeps secret is sealed here before it reaches the
 * database, and opens only with a {@link be.livc.access.Grant}.
 *
 * <p>Uses {@code naming} (how names are compared), {@code access}, {@code ledger} (it holds its signing keys), {@code cell} and {@code platform}. AES-256-GCM
 * (NIST SP 800-38D) through Google Tink; the keyset file is protected by Jasypt.
 */
@NullMarked
package be.livc.vault;

import org.jspecify.annotations.NullMarked;
