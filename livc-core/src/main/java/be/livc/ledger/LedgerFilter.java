package be.livc.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries to show.
 *
 * @param newestFirst whether to go back in time instead of forward
 * @param after the cursor of the page before, in the direction of the list
 * @param action only this action
 * @param caseId only this case
 * @param actorUser only what this account did
 * @param result only what ended so
 * @param from only from this time on
 * @param to only before this time
 */
public record LedgerFilter(
        boolean newestFirst,
        Optional<String> after,
        Optional<Action> action,
        Optional<UUID> caseId,
        Optional<UUID> actorUser,
        Optional<Result> result,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** Everything, the oldest first. */
    public static LedgerFilter all() {
        return new LedgerFilter(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, the newest first. */
    public LedgerFilter backwards() {
        return new LedgerFilter(true, after, action, caseId, actorUser, result, from, to);
    }

    /** The same, from the end of the page with this cursor. */
    public LedgerFilter after(String cursor) {
        return new LedgerFilter(newestFirst, Optional.of(cursor), action, caseId, actorUser, result, from, to);
    }

    /** The same, of one action only. */
    public LedgerFilter of(Action only) {
        return new LedgerFilter(newestFirst, after, Optional.of(only), caseId, actorUser, result, from, to);
    }

    /** The same, of one case only. */
    public LedgerFilter inCase(UUID id) {
        return new LedgerFilter(newestFirst, after, action, Optional.of(id), actorUser, result, from, to);
    }

    /** The same, of one account's acts only. */
    public LedgerFilter by(UUID user) {
        return new LedgerFilter(newestFirst, after, action, caseId, Optional.of(user), result, from, to);
    }

    /** The same, of one result only. */
    public LedgerFilter ended(Result only) {
        return new LedgerFilter(newestFirst, after, action, caseId, actorUser, Optional.of(only), from, to);
    }

    /** The same, from one time until just before another. */
    public LedgerFilter between(Instant start, Instant end) {
        return new LedgerFilter(
                newestFirst, after, action, caseId, actorUser, result, Optional.of(start), Optional.of(end));
    }
}
