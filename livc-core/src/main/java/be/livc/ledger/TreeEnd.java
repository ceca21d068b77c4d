package be.livc.ledger;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a ledger ends, and all that its next entry needs to know of the tree before it.
 *
 * <pre>
 *   peaks of 7 entries:     4 leaves      2 leaves   1 leaf
 *                              o             o         o
 *                            /   \          / \        |
 *                          o       o       o   o       |
 *                         / \     / \      4   5       6
 *                        0   1   2   3
 * </pre>
 *
 * @param size the number of entries
 * @param time when the last one was written
 * @param leafHash the hash of the last one
 * @param peaks the roots of the complete subtrees that the entries are made of, the largest first
 */
record TreeEnd(long size, Instant time, byte[] leafHash, List<byte[]> peaks) {

    TreeEnd {
        peaks = List.copyOf(peaks);
    }

    /**
     * An entry that was put behind this end.
     *
     * @param subtrees the roots of the subtrees of 2, 4, 8, ... leaves that end with it, one after the other
     * @param end the end with it
     */
    record Grown(byte[] subtrees, TreeEnd end) {}

    /** Puts an entry behind this end. */
    Grown with(byte[] hash, Instant at) {
        List<byte[]> left = new ArrayList<>(peaks);
        ByteArrayOutputStream subtrees = new ByteArrayOutputStream();
        byte[] root = hash;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            root = Merkle.node(left.remove(left.size() - 1), root);
            subtrees.writeBytes(root);
        }
        left.add(root);
        return new Grown(subtrees.toByteArray(), new TreeEnd(size + 1, at, hash, left));
    }

    /** The spans of the peaks of so many entries, the largest first: what {@link #peaks} are the roots of. */
    static List<Span> peaksOf(long size) {
        List<Span> spans = new ArrayList<>();
        long from = 0;
        for (long leaves = Long.highestOneBit(size); leaves > 0; leaves >>= 1) {
            if ((size & leaves) != 0) {
                spans.add(new Span(from, from + leaves));
                from += leaves;
            }
        }
        return spans;
    }
}
