package be.livc.ledger;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which entries to show.
 *
 * @param newestFirst whether to go back in time instead of forward
 * @param after the cursor of the page before, in the direction of the list
 * @param action only this action
 * @param keys only what stands under all of these look-up keys
 * @param from only from this time on
 * @param to only before this time
 */
public record LedgerFilter(
        boolean newestFirst,
        Optional<String> after,
        Optional<Action> action,
        Set<String> keys,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** Everything, the oldest first. */
    public static LedgerFilter all() {
        return new LedgerFilter(
                false, Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** The same, the newest first. */
    public LedgerFilter backwards() {
        return new LedgerFilter(true, after, action, keys, from, to);
    }

    /** The same, from the end of the page with this cursor. */
    public LedgerFilter after(String cursor) {
        return new LedgerFilter(newestFirst, Optional.of(cursor), action, keys, from, to);
    }

    /** The same, of one action only. */
    public LedgerFilter of(Action only) {
        return new LedgerFilter(newestFirst, after, Optional.of(only), keys, from, to);
    }

    /** The same, of one case only. */
    public LedgerFilter inCase(UUID id) {
        return under("case " + id);
    }

    /** The same, of one account's acts only. */
    public LedgerFilter by(UUID user) {
        return under("actor " + user);
    }

    /** The same, of what was done for one partner only. */
    public LedgerFilter byPartner(UUID partner) {
        return under("partner " + partner);
    }

    /** The same, of what was done under one mandate only. */
    public LedgerFilter under(UUID mandate) {
        return under("mandate " + mandate);
    }

    /** The same, of what was done to one thing only. */
    public LedgerFilter on(String objectId) {
        return under("object " + objectId);
    }

    /** The same, of what was disclosed to one mandate only. */
    public LedgerFilter to(UUID mandate) {
        return under("to " + mandate);
    }

    /** The same, of one result only. */
    public LedgerFilter ended(Result only) {
        return under("result " + only.word());
    }

    /** The same, from one time until just before another. */
    public LedgerFilter between(Instant start, Instant end) {
        return new LedgerFilter(newestFirst, after, action, keys, Optional.of(start), Optional.of(end));
    }

    private LedgerFilter under(String key) {
        Set<String> more = new LinkedHashSet<>(keys);
        more.add(key);
        return new LedgerFilter(newestFirst, after, action, more, from, to);
    }
}
