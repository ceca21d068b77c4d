/**
 * The processes themselves, without any case: how they do, for who sets the cell up, and what each step is, for everybody.
 *
 * <p>Uses {@code workflow.cockpit} and {@code workflow.diagram}; holds no rules.
 */
@NullMarked
package be.livc.web.process;

import org.jspecify.annotations.NullMarked;
