package be.livc.cell;

import be.livc.platform.CellId;
import be.livc.platform.RequestSource;
import java.util.UUID;

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

    /** The program itself in a cell: a timer, the other half of an act between two cells. Sees nothing. */
    public static Actor program(Cell cell) {
        UUID nobody = new UUID(0, 0);
        return new Actor(
                new UserId(nobody),
                "LIVC",
                cell.id(),
                cell.kind(),
                cell.mainPurpose(),
                new MandateId(nobody),
                new PartnerId(nobody),
                Capacity.ADMINISTRATOR,
                RequestSource.PROGRAM);
    }

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
