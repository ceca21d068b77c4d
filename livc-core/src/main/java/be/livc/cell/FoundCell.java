package be.livc.cell;

import java.util.List;
import java.util.Optional;

/**
 * Asks for a new cell.
 *
 * @param name how people know it; unique
 * @param municipalities NIS codes that exist today; at least one for a LIVC R
 * @param mainPurpose a code of the list {@code purposes}
 * @param founding reference of the founding decision, if any
 */
public record FoundCell(
        CellKind kind, String name, List<String> municipalities, String mainPurpose, Optional<String> founding) {

    /** Keeps its own copy of the list. */
    public FoundCell {
        municipalities = List.copyOf(municipalities);
    }
}
