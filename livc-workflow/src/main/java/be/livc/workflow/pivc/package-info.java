/**
 * What a PIVC does beside its consultations: candidates and their basis, admission, the release that is expected, the one
 * that nobody expected, and relocation. Consultation, plan, closing and erasure are those of {@code workflow.livcr}: the two
 * processes share the ids of these steps.
 *
 * <p>Uses {@code workflow.engine}, {@code workflow.decision}, {@code workflow.transfer} and the core's features.
 */
@NullMarked
package be.livc.workflow.pivc;

import org.jspecify.annotations.NullMarked;
