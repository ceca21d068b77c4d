/**
 * Counts for the figures, and their publication when a quarter is over.
 *
 * <p>Counts rows by their codes and dates, in the cell that they belong to; opens nothing. Uses {@code insight}, {@code cell} and
 * {@code platform}.
 */
@NullMarked
package be.livc.workflow.figures;

import org.jspecify.annotations.NullMarked;
