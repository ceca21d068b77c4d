/**
 * The file on one subject in one cell: who it is about, what is known and by whom, and the plan of action.
 *
 * <p>Uses {@code vault}, {@code access}, {@code ledger}, {@code cell} and {@code platform}. Content is sealed under the
 * case's own key and opens only under a grant; the phase is the process's and is only mirrored here for lists.
 */
@NullMarked
package be.livc.casefile;

import org.jspecify.annotations.NullMarked;
