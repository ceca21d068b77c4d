/**
 * The screens of a signal: filing it, reading it, weighing it, and the mayor's decision on the case list.
 *
 * <p>Acts go through {@code workflow.livcr}, reading through {@code signal}; no rule is judged here.
 */
@NullMarked
package be.livc.web.signal;

import org.jspecify.annotations.NullMarked;
