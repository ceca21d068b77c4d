package be.livc.access;

import be.livc.cell.Actor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One protected object as it concerns one reader, and what follows for them: they see what they contributed, what they are
 * entitled to by name or capacity, and what their capacity sees by itself, minus what an embargo hides.
 *
 * @param entitled reasons that were given to the reader or their capacity and have not ended
 * @param elsewhere whether its case is of another town than the reader acts for; then no capacity sees it by itself
 * @param hidden whether an embargo of somebody else lies on it, on what it belongs to, or on its whole case
 */
record Fact(
        UUID id,
        ObjectType type,
        Optional<UUID> caseId,
        Optional<UUID> parent,
        boolean owned,
        Set<Why> entitled,
        boolean elsewhere,
        boolean hidden) {

    /** Whether the reader sees it now. */
    boolean isSeenBy(Actor reader) {
        return !hidden && isSeenDespiteEmbargoBy(reader);
    }

    /** Whether they see it, or would but for an embargo. */
    boolean isSeenDespiteEmbargoBy(Actor reader) {
        return !reasonsDespiteEmbargo(reader).isEmpty();
    }

    /** Why they see it, or would but for an embargo; none, when they do not. */
    Set<Why> reasonsDespiteEmbargo(Actor reader) {
        Set<Why> reasons = EnumSet.noneOf(Why.class);
        if (type == ObjectType.DRAFT && !owned) {
            return reasons;
        }
        reasons.addAll(entitled);
        if (owned) {
            reasons.add(type == ObjectType.EMBARGO ? Why.LAID_EMBARGO : Why.OWN_CONTRIBUTION);
        }
        if (!elsewhere) {
            Standing.of(reader.capacity(), type).ifPresent(reasons::add);
        }
        return reasons;
    }
}
