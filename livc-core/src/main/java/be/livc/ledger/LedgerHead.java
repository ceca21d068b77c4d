package be.livc.ledger;

import java.time.Instant;
import java.util.Arrays;

/**
 * The end of a locked ledger: all that the next append needs.
 *
 * @param next the place of the next entry, and so the number of entries
 * @param lastTime the time of the last entry; {@link Instant#MIN} before the first
 * @param peaks the roots of the complete subtrees that the next entry merges with, the smallest first, one after the
 *     other: as many as {@code next} ends in binary ones
 */
record LedgerHead(long next, Instant lastTime, byte[] peaks) {

    LedgerHead {
        if (peaks.length != Long.numberOfTrailingZeros(~next) * Merkle.HASH_BYTES) {
            throw new LedgerBroken("entries before " + next + " are missing from the ledger");
        }
    }

    /**
     * The roots of the complete subtrees that end with this leaf as the next entry, from two leaves upwards.
     *
     * <pre>
     *          c            entry 3 ends b (entries 2 and 3) and c (entries 0 to 3): it stores b ‖ c,
     *       /     \         having found entry 2 and a as the peaks before it
     *      a       b
     *     / \     / \
     *    0   1   2   3
     * </pre>
     */
    byte[] subtreesEndingWith(byte[] leafHash) {
        byte[] subtrees = new byte[peaks.length];
        byte[] right = leafHash;
        for (int at = 0; at < peaks.length; at += Merkle.HASH_BYTES) {
            right = Merkle.node(Arrays.copyOfRange(peaks, at, at + Merkle.HASH_BYTES), right);
            System.arraycopy(right, 0, subtrees, at, Merkle.HASH_BYTES);
        }
        return subtrees;
    }
}
