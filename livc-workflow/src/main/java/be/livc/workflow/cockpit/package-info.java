/**
 * What the administrator of a cell sees and does of its processes: counts, failures, retries, and the move of running cases
 * to a new version. No case is named and no content is shown.
 *
 * <p>Uses {@code workflow.engine} and the core's {@code access} and {@code ledger}.
 */
@NullMarked
package be.livc.workflow.cockpit;

import org.jspecify.annotations.NullMarked;
