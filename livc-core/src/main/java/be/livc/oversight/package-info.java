/**
 * What the data protection officer watches over: the ledger's checkpoints and who else witnesses them, and accesses that no
 * reason explains well. Uses {@code access}, {@code ledger}, {@code cell} and {@code platform}; sees no content.
 *
 * <p>Law: GDPR art. 5(2), 32 and 39(1)(b); NEN 7513 for what a review of logs looks at.
 */
@NullMarked
package be.livc.oversight;

import org.jspecify.annotations.NullMarked;
