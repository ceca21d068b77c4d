package be.livc.law;

import be.livc.cell.Mandate;
import java.time.Instant;
import java.util.Collection;

/**
 * What the {@link Gate} judges a decision, or a task, by.
 *
 * @param item the number of the item at which it is taken
 * @param open whether the consultation is open
 * @param underEmbargo whether an embargo of anybody lies on the item or its case
 * @param urgent whether the consultation is held because of danger: then nothing is decided while a mandatory function lacks
 * @param learning who learns it: those present, or whoever gets the task
 * @param at the moment of deciding, by the server's clock
 */
public record ToDecide(
        String item,
        Collection<LegalBasis> bases,
        String purpose,
        boolean open,
        boolean underEmbargo,
        boolean urgent,
        Composition composition,
        Collection<Mandate> learning,
        Instant at) {}
