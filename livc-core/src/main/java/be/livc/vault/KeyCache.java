package be.livc.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys that were unwrapped a short while ago: at most so many, the least used leave first, none stays past its time. */
final class KeyCache<I, V> {

    private record Held<V>(V value, Instant until) {}

    private final int most;
    private final Duration life;
    private final Clock clock;
    private final LinkedHashMap<I, Held<V>> held = new LinkedHashMap<>(64, 0.75f, true);

    KeyCache(int most, Duration life, Clock clock) {
        this.most = most;
        this.life = life;
        this.clock = clock;
    }

    synchronized Optional<V> get(I id) {
        Held<V> found = held.get(id);
        return found == null || clock.instant().isAfter(found.until()) ? Optional.empty() : Optional.of(found.value());
    }

    /** Those of them that are held, in one look. */
    synchronized Map<I, V> getAll(Collection<I> ids) {
        Instant now = clock.instant();
        Map<I, V> found = new HashMap<>(2 * ids.size());
        for (I id : ids) {
            Held<V> one = held.get(id);
            if (one != null && !now.isAfter(one.until())) {
                found.put(id, one.value());
            }
        }
        return found;
    }

    synchronized void put(I id, V value) {
        held.put(id, new Held<>(value, clock.instant().plus(life)));
        if (held.size() > most) {
            held.remove(held.keySet().iterator().next());
        }
    }

    synchronized void drop(I id) {
        held.remove(id);
    }

    synchronized void dropAll() {
        held.clear();
    }

    synchronized void dropExpired() {
        Instant now = clock.instant();
        held.values().removeIf(one -> now.isAfter(one.until()));
    }

    synchronized int size() {
        return held.size();
    }
}
