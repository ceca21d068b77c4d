package be.livc.law;

import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What the {@link Gate} judges the opening of a consultation by.
 *
 * @param number what people call the consultation
 * @param urgent whether it is held because of danger: then it opens without the mandatory functions, with the chair and one
 *     other, and only tasks may be set
 * @param chair who leads it
 * @param items the items that are discussed; those under an embargo are not
 * @param at the moment of opening, by the server's clock
 */
public record ToOpen(
        String number,
        Collection<LegalBasis> bases,
        boolean urgent,
        MandateId chair,
        List<Item> items,
        Composition composition,
        Instant at) {

    /**
     * One item.
     *
     * @param checked whether the conflict check is done
     * @param coming everyone who is invited and did not decline
     */
    public record Item(int n, String purpose, boolean checked, Collection<Mandate> coming) {}
}
