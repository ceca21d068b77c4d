/**
 * Carries a case from one cell to another: the steps of both sides, each in a transaction of its own cell, and the
 * finishing of what a fault or a stop cut off (docs/decisions/0140).
 *
 * <p>Uses {@code workflow.engine}, {@code workflow.decision} for the terms, and the core's {@code transfer}, {@code casefile},
 * {@code rights}, {@code exchange}, {@code law} and {@code cell}.
 */
@NullMarked
package be.livc.workflow.transfer;

import org.jspecify.annotations.NullMarked;
