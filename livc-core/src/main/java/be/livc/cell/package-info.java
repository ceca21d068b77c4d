/**
 * Who takes part: cells, partners, mandates, accounts, and the code lists that a cell sets for itself.
 *
 * <p>Uses {@code platform} only. Law behind it: wet 30-07-2018 art. 2 and 3 (the cell and its mandatory functions).
 */
@NullMarked
package be.livc.cell;

import org.jspecify.annotations.NullMarked;
