package be.livc.ledger;

/**
 * A complete subtree: the one of 2^level leaves that starts at leaf index · 2^level.
 *
 * <pre>
 *   level 2              0
 *                    /       \
 *   level 1         0         1
 *                 /   \     /   \
 *   level 0      0     1   2     3      the leaves
 * </pre>
 */
record NodeId(int level, long index) {

    /** The last leaf of the subtree: the entry that completed it, and so the row that keeps its root. */
    long lastEntry() {
        return ((index + 1) << level) - 1;
    }
}
