/**
 * Figures about the work of the cells, for coordinator, mayor, VVSG and government (domain.md §9): published once for each
 * closed quarter, after disclosure control.
 *
 * <p>Uses {@code desk}, {@code access}, {@code ledger}, {@code cell} and {@code platform}; reaches neither {@code casefile} nor
 * {@code vault}. Who knows the counts implements {@link be.livc.insight.CellCounts}. No statistic by ideology or origin.
 */
@NullMarked
package be.livc.insight;

import org.jspecify.annotations.NullMarked;
