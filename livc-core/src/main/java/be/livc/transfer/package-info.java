/**
 * Handing a case over to another cell: what each side keeps of it, what it may do, and how the two ledgers are linked. Each
 * method works within one cell; who carries a hand-over from the one to the other is the workflow.
 *
 * <p>Uses {@code casefile}, {@code rights}, {@code vault}, {@code access}, {@code ledger}, {@code law}, {@code cell} and {@code
 * platform}.
 * Law behind it: art. 458ter §1 Sw., judged by the receiving cell's own bases.
 */
@NullMarked
package be.livc.transfer;

import org.jspecify.annotations.NullMarked;
