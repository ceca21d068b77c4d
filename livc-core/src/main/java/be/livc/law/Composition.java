package be.livc.law;

import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions that a cell cannot do without (wet 30-07-2018 art. 3 §1; for a PIVC those of its permission), and who is
 * there to fill them.
 *
 * @param functions the mandatory ones, as the cell has them on that day
 * @param present everyone who is in the room, or takes part from afar
 */
public record Composition(Set<Capacity> functions, Collection<Mandate> present) {

    private static final int FEWEST_IN_DANGER = 2;

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

    /**
     * What lacks of the fewest with whom a consultation opens that danger does not let wait: the chair and one other, in the
     * room or from afar, whose mandates run (domain.md §5; a setting of this project).
     */
    List<Refusal.Reason> missingInDangerAt(MandateId chair, Instant moment) {
        Set<MandateId> acting = present.stream()
                .filter(person -> person.actsAt(moment))
                .map(Mandate::id)
                .collect(Collectors.toSet());
        List<Refusal.Reason> missing = new ArrayList<>();
        if (!acting.contains(chair)) {
            missing.add(new Refusal.Reason("urgent-chair-missing", chair.toString()));
        }
        if (acting.size() < FEWEST_IN_DANGER) {
            missing.add(new Refusal.Reason("urgent-quorum-missing", Integer.toString(FEWEST_IN_DANGER)));
        }
        return missing;
    }
}
