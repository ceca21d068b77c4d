/**
 * What sets a cell up: its founding, accounts, partners, mandates and legal bases, each act judged and in the ledger.
 *
 * <p>Uses {@code rights}, {@code vault}, {@code access}, {@code law}, {@code ledger}, {@code cell} and {@code platform}.
 * Configuration only: nothing here opens or seals case content.
 */
@NullMarked
package be.livc.setup;

import org.jspecify.annotations.NullMarked;
