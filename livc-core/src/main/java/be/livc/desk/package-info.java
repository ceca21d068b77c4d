/**
 * What the VVSG desk does for all cells: questions and answers, articles, coaching with self-scans,
 * reference persons and study days, support offers, trends, action plans. Texts only that name
 * nobody; the {@link be.livc.desk.Guard} sees to it.
 *
 * <p>Uses {@code access}, {@code ledger}, {@code cell} and {@code platform}; reaches neither {@code casefile} nor {@code vault}
 * (domain.md §3). Its rows belong to the desk's own cell.
 */
@NullMarked
package be.livc.desk;

import org.jspecify.annotations.NullMarked;
