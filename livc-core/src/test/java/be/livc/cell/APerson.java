package be.livc.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Makes a mandate without a database, for tests that judge many of them. */
public final class APerson {

    private APerson() {}

    /** Somebody of a partner of this category and community; ended at a moment, where one is given. */
    public static Mandate with(
            UUID id,
            Capacity capacity,
            UUID partner,
            String category,
            String community,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<Instant> endedAt,
            Optional<LocalDate> clearance) {
        Mandate mandate = new Mandate(
                id,
                new GiveMandate(Optional.empty(), "Iemand", new PartnerId(partner), capacity, from, to, clearance),
                new Partner(partner, "Een partner", category, community, Instant.EPOCH));
        endedAt.ifPresent(mandate::endAt);
        return mandate;
    }
}
