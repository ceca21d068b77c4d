package be.livc.cell;

import be.livc.platform.CellId;
import be.livc.platform.RequestSource;

/**
 * Who acts, in which cell and in what capacity: made afresh from the mandates at every request, so that a mandate that
 * ended works no longer at the next one. One working relation per session (domain.md §10).
 *
 * @param purpose code of the purpose that the cell's work serves where none is named
 * @param mandate the mandate that runs now
 * @param source where the request came from, pseudonymous
 */
public record Actor(
        UserId user,
        String name,
        CellId cell,
        CellKind cellKind,
        String purpose,
        MandateId mandate,
        PartnerId partner,
        Capacity capacity,
        RequestSource source) {

    /** Whether the actor acts in one of these capacities. */
    public boolean isOneOf(Capacity... capacities) {
        for (Capacity one : capacities) {
            if (one == capacity) {
                return true;
            }
        }
        return false;
    }
}
