package be.livc.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a PIVC knows of somebody's stay in prison.
 *
 * @param releaseOn when they are expected to leave; empty when that is not known
 * @param frozenSince since when the case is frozen, because they are in a prison without a PIVC
 */
public record Detention(Optional<LocalDate> releaseOn, Optional<LocalDate> frozenSince) {

    /** Nothing is known yet. */
    public static final Detention UNKNOWN = new Detention(Optional.empty(), Optional.empty());

    /** Whether nothing new may be shared. */
    public boolean isFrozen() {
        return frozenSince.isPresent();
    }
}
