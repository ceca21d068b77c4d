package be.livc.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it stands in the ledger.
 *
 * @param index its place, from 0
 * @param time when it was written
 * @param state whether it still is what was written
 * @param entry what it says; only of an intact one
 * @param leaf its exact text; not of a pruned one
 * @param leafHash the hash that the tree holds for it, base64
 */
public record LedgerEntryView(
        long index, Instant time, State state, Optional<Entry> entry, Optional<String> leaf, String leafHash) {

    /** What became of an entry. */
    public enum State {
        /** Its text has the hash that the tree holds. */
        INTACT,
        /** Its term is over: the owner took the text away, and the hash remains. */
        PRUNED,
        /** Somebody changed the text in the database. */
        ALTERED
    }
}
