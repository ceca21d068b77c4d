/**
 * One case of a LIVC R from signal to erasure: the acts of the core, each with the step of the process that it completes,
 * in one transaction.
 *
 * <p>Uses {@code workflow.engine}, {@code workflow.decision}, {@code workflow.transfer} and the core's features. The core says what
 * the law demands; the process says what comes when.
 */
@NullMarked
package be.livc.workflow.livcr;

import org.jspecify.annotations.NullMarked;
