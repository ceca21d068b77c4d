/**
 * Embargoes on screen, for the information officer and the parket: laying one, and reviewing those one laid.
 *
 * <p>Uses {@code workflow.livcr}, {@code casefile} and {@code web.layout}. What is hidden is decided in {@code access}, nowhere
 * here.
 */
@NullMarked
package be.livc.web.embargo;

import org.jspecify.annotations.NullMarked;
