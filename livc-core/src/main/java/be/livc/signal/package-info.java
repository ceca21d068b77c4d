/**
 * What partners notice about a person, and the joint weighing of it by coordinator and information officer.
 *
 * <p>Uses {@code casefile}, {@code vault}, {@code access}, {@code ledger}, {@code cell} and {@code platform}. A signal
 * carries no professional secret by default: secrets wait for the consultation.
 */
@NullMarked
package be.livc.signal;

import org.jspecify.annotations.NullMarked;
