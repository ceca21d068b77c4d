/**
 * The demo: fictional cells, people and cases, made once through the same façades that screens and API use.
 *
 * <p>May use every façade of the core and of the workflow. Nothing here exists unless {@code livc.demo} is true.
 */
@NullMarked
package be.livc.web.demo;

import org.jspecify.annotations.NullMarked;
