package be.livc.naming;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

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
    private static final int NOBODY = -1;

    private final Map<Long, Integer> children = new HashMap<>();
    private int[] parents = new int[FIRST_ROOM];
    private byte[] sounds = new byte[FIRST_ROOM];
    private int[] uses = new int[FIRST_ROOM];
    private int used = 1;

    /** A chain, through their parents, of nodes that went. */
    private int free = NOBODY;

    /** Above the number of every node. */
    int room() {
        return used;
    }

    /** The node of all sounds of this one but the last; of the root, the root. */
    int parent(int node) {
        return parents[node];
    }

    /** The last sound of a node; none, as zero, of the root. */
    int sound(int node) {
        return sounds[node];
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
            int parent = node;
            byte sound = word[i];
            node = children.computeIfAbsent(key(parent, sound), absent -> make(parent, sound));
            uses[node]++;
        }
        return node;
    }

    /** Takes back one {@link #add}. */
    void remove(int last) {
        for (int node = last; node != ROOT; ) {
            int parent = parents[node];
            if (--uses[node] == 0) {
                children.remove(key(parent, sounds[node]));
                sounds[node] = 0;
                parents[node] = free;
                free = node;
            }
            node = parent;
        }
    }

    private static long key(int parent, byte sound) {
        return (long) parent << Byte.SIZE | sound;
    }

    private int make(int parent, byte sound) {
        int node = free;
        if (node != NOBODY) {
            free = parents[node];
        } else {
            node = used++;
            if (node == parents.length) {
                parents = Arrays.copyOf(parents, 2 * node);
                sounds = Arrays.copyOf(sounds, 2 * node);
                uses = Arrays.copyOf(uses, 2 * node);
            }
        }
        parents[node] = parent;
        sounds[node] = sound;
        return node;
    }
}
