/**
 * The screens of a PIVC: who leaves prison when, the candidates and their admission, and what is done at a release.
 *
 * <p>Uses {@code workflow.pivc} and the screens of the case; holds no rules.
 */
@NullMarked
package be.livc.web.pivc;

import org.jspecify.annotations.NullMarked;
