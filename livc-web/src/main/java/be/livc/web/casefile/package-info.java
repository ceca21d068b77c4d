/**
 * The screens of a case: the list, the timeline with the reason next to each piece, the process, who may see what, and
 * what remains of an erased case.
 *
 * <p>Reads through {@code casefile}, {@code rights} and {@code workflow.diagram}. Other screens use its {@link
 * be.livc.web.casefile.Person} to name somebody.
 */
@NullMarked
package be.livc.web.casefile;

import org.jspecify.annotations.NullMarked;
