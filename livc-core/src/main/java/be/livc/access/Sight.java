package be.livc.access;

import be.livc.cell.Actor;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one reader sees of one thing: the grant, and for every part the reasons.
 *
 * <p>A suspended thing shows that it is there and suspended, and nothing else.
 */
public final class Sight {

    private final Grant grant;
    private final Map<UUID, Set<Why>> whys;
    private final Map<UUID, ObjectType> types;
    private final Set<UUID> suspended;

    private Sight(Grant grant, Map<UUID, Set<Why>> whys, Map<UUID, ObjectType> types, Set<UUID> suspended) {
        this.grant = grant;
        this.whys = whys;
        this.types = types;
        this.suspended = suspended;
    }

    /** Judges these parts for the reader; to be recorded by who asked, in the same transaction. */
    static Sight of(Actor reader, Collection<Fact> parts, Clock clock) {
        Map<UUID, Set<Why>> whys = new HashMap<>();
        Map<UUID, ObjectType> types = new HashMap<>();
        Set<UUID> suspended = new HashSet<>();
        for (Fact part : parts) {
            Set<Why> reasons = part.reasonsDespiteEmbargo(reader);
            if (reasons.isEmpty()) {
                continue;
            }
            if (part.hidden()) {
                suspended.add(part.id());
            } else {
                whys.put(part.id(), reasons);
                types.put(part.id(), part.type());
            }
        }
        return new Sight(Grant.toRead(reader, whys.keySet(), clock), whys, types, suspended);
    }

    /** What opens the parts that are seen. */
    public Grant grant() {
        return grant;
    }

    /** Whether this part is seen. */
    public boolean sees(UUID object) {
        return whys.containsKey(object);
    }

    /** Why this part is seen, the strongest reason first; empty when it is not. */
    public List<Why> why(UUID object) {
        return whys.getOrDefault(object, Set.of()).stream()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The ids of the parts of a type that are seen. */
    public List<UUID> all(ObjectType type) {
        return whys.keySet().stream().filter(id -> types.get(id) == type).toList();
    }

    /** Whether an embargo hides this part, which the reader would see without it. */
    public boolean isSuspended(UUID object) {
        return suspended.contains(object);
    }

    /** Whether an embargo hides any part that the reader would see without it. */
    public boolean hasSuspended() {
        return !suspended.isEmpty();
    }
}
