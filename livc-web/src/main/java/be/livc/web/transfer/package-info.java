/**
 * The screens of a hand-over between cells: offering a case, seeing what is offered in summary, taking it over or refusing.
 *
 * <p>Uses {@code workflow.transfer} and the core's {@code transfer}; holds no rules.
 */
@NullMarked
package be.livc.web.transfer;

import org.jspecify.annotations.NullMarked;
