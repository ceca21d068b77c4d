/**
 * How long things are kept, who decides that they go, and the erasure itself with its certificate.
 *
 * <p>Uses {@code casefile}, {@code vault}, {@code access}, {@code ledger}, {@code cell} and {@code platform}. Law behind
 * it: GDPR art. 5(1)(e) and 17; no statutory term of a LIVC R is known, so terms are dated settings of the cell.
 */
@NullMarked
package be.livc.rights;

import org.jspecify.annotations.NullMarked;
