package be.livc.naming;

import java.util.Arrays;

/**
 * How the parts of very many words begin: who begins alike shares a node for each sound of it, so that what is worked out for a
 * node is worked out for all of them. A node is a number below {@link #room}; numbers of those that went are given again.
 *
 * <pre>
 *   "moha", "mona":  ROOT - m - o - h - a
 *                                 \ n - a
 * </pre>
 */
final class SoundTree {

    /** Of no sounds. */
    static final int ROOT = 0;

    private static final int FIRST_ROOM = 256;
    private static final int SOUND = 0xFF;

    /** Each under the sounds before it, as their node, and its last. */
    private final NumbersByKey nodes = new NumbersByKey();

    private int[] uses = new int[FIRST_ROOM];

    /** Of no words. */
    SoundTree() {
        nodes.add(key(ROOT, 0));
    }

    private static int key(int parent, int sound) {
        return parent << Byte.SIZE | sound;
    }

    /** Above the number of every node. */
    int room() {
        return nodes.room();
    }

    /** The node of all sounds of this one but the last; of the root, the root. */
    int parent(int node) {
        return nodes.key(node) >>> Byte.SIZE;
    }

    /** The last sound of a node; none, as zero, of the root. */
    int sound(int node) {
        return nodes.key(node) & SOUND;
    }

    /**
     * The node of the sounds from one place to another, which may be read backwards; it stays until {@link #remove}.
     *
     * @param to not included; before {@code from} when they are read backwards
     */
    int add(byte[] word, int from, int to) {
        int step = from <= to ? 1 : -1;
        int node = ROOT;
        for (int i = from; i != to; i += step) {
            int key = key(node, word[i]);
            int child = nodes.first(key);
            node = child != NumbersByKey.NONE ? child : make(key);
            uses[node]++;
        }
        return node;
    }

    private int make(int key) {
        int node = nodes.add(key);
        if (node >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * node);
        }
        return node;
    }

    /** Takes back one {@link #add}. */
    void remove(int last) {
        for (int node = last; node != ROOT; ) {
            int parent = parent(node);
            if (--uses[node] == 0) {
                nodes.remove(node);
            }
            node = parent;
        }
    }
}
