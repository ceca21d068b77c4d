package be.livc.law;

import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * What the {@link Gate} judges a disclosure by.
 *
 * @param item the number of the item at which it is told
 * @param open whether the consultation is open
 * @param underEmbargo whether an embargo of anybody lies on the item or its case
 * @param urgent whether the consultation is held because of danger: then nothing is told while a mandatory function lacks
 * @param speaker whose information it is
 * @param secret whether it is a professional secret
 * @param recipients who is to hear it
 * @param inTheRoom who is present at the item
 * @param mayHear who of them signed the statement of confidentiality
 * @param knownRegimes the communities whose own rules on secrets are known to the cell
 * @param at the moment of telling, by the server's clock
 */
public record ToDisclose(
        String item,
        Collection<LegalBasis> bases,
        String purpose,
        boolean open,
        boolean underEmbargo,
        boolean urgent,
        Composition composition,
        Mandate speaker,
        boolean secret,
        Collection<Mandate> recipients,
        Set<MandateId> inTheRoom,
        Set<MandateId> mayHear,
        Set<String> knownRegimes,
        Instant at) {}
