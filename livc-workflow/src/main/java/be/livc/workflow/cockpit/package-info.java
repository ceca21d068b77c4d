/**
 * What the administrator of a cell sees and does of its processes: counts, failures, retries, hand-overs that are held
 * up, and the move of running cases to a new version. No case is named and no content is shown.
 *
 * <p>Uses {@code workflow.engine}, {@code workflow.transfer} and the core's {@code cell}, {@code access} and {@code ledger}.
 */
@NullMarked
package be.livc.workflow.cockpit;

import org.jspecify.annotations.NullMarked;
