package be.livc.access;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Tells which cases are frozen, because the person is in a prison without a PIVC (domain.md §5): asked where acts are judged and
 * where a meeting goes through its agenda, answered by the room that keeps the files.
 */
@FunctionalInterface
public interface FrozenCases {

    /** Of these cases, those that are frozen. */
    Set<UUID> among(Collection<UUID> cases);
}
