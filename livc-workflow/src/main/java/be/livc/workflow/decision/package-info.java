/**
 * The decision tables: terms and escalation, and the advice at an assessment. DMN files with Dutch documentation, shipped with
 * the program; a cell adjusts their numbers and functions within bounds ({@code threshold}), not their rules.
 *
 * <p>Run by Operaton's stand-alone DMN engine, which knows no case: it is given codes and counts. Uses {@code calendar},
 * {@code threshold}, {@code signal}, {@code casefile}, {@code cell}, {@code transfer} and {@code workflow.engine}.
 */
@NullMarked
package be.livc.workflow.decision;

import org.jspecify.annotations.NullMarked;
