package be.livc.law;

import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The functions that a cell cannot do without (wet 30-07-2018 art. 3 §1; for a PIVC those of its permission), and who is
 * there to fill them.
 *
 * @param functions the mandatory ones, as the cell has them on that day
 * @param present everyone who is in the room, or takes part from afar
 */
public record Composition(Set<Capacity> functions, Collection<Mandate> present) {

    /** Keeps its own copies. */
    public Composition {
        functions = functions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(functions));
        present = List.copyOf(present);
    }

    /** The functions that nobody present fills at this moment: without a running mandate, or a clearance, nobody does. */
    public List<Refusal.Reason> missingAt(Instant moment) {
        return functions.stream()
                .filter(function -> present.stream()
                        .noneMatch(person -> person.capacity() == function && person.countsForQuorumAt(moment)))
                .sorted()
                .map(function -> new Refusal.Reason("quorum-missing", function.name()))
                .toList();
    }
}
