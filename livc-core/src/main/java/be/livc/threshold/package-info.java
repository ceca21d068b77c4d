/**
 * The numbers that a cell may set within bounds: after how many days or hours something escalates, and from how many criteria
 * on the tables advise a consultation; and the function that a late step also waits for. Versioned: what held when is kept.
 *
 * <p>Uses {@code access}, {@code ledger}, {@code cell}. Settings of the cell, no statutory rules (domain.md, P); the tables
 * that they fill in are those of {@code workflow.decision}.
 */
@NullMarked
package be.livc.threshold;

import org.jspecify.annotations.NullMarked;
