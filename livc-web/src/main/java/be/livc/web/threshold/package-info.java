/**
 * The screen on which a cell sets the numbers of the decision tables: what the tables say, the present version and the
 * versions before it, and the effect of other numbers on open steps before anything is activated.
 *
 * <p>Uses the core's {@code threshold} and {@code workflow.decision}; holds no rules.
 */
@NullMarked
package be.livc.web.threshold;

import org.jspecify.annotations.NullMarked;
