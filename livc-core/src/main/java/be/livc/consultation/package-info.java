/**
 * Meetings under art. 458ter: agenda, conflict check, attendance, what is disclosed to whom, decisions with votes.
 *
 * <p>Uses {@code casefile}, {@code vault}, {@code access}, {@code law}, {@code ledger}, {@code cell} and {@code platform}.
 * Nothing is convened, opened or disclosed past the gate of {@code law}; recipients are frozen when something is said.
 */
@NullMarked
package be.livc.consultation;

import org.jspecify.annotations.NullMarked;
