/**
 * The screen of the log: who did what, when, for which purpose and why, and what proves it.
 *
 * <p>Uses {@code access.LedgerReading}, which decides who sees what, and {@code web.layout}.
 */
@NullMarked
package be.livc.web.ledger;

import org.jspecify.annotations.NullMarked;
