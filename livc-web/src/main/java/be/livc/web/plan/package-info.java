/**
 * The screens of a plan of action: goals, measures, progress, and the closing of a case.
 *
 * <p>Uses the façades of the workflow and {@code web.casefile}, {@code web.choices} and {@code web.layout}. Holds no rules.
 */
@NullMarked
package be.livc.web.plan;

import org.jspecify.annotations.NullMarked;
