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
    private static final int NOBODY = -1;

    private static final int MIX = 0x9E3779B9;

    /** By a mixture of parent and sound, the node where its chain begins: a hash table in arrays, since there are very many nodes. */
    private int[] first = emptyChains(FIRST_ROOM);

    private int[] next = new int[FIRST_ROOM];
    private int[] parents = new int[FIRST_ROOM];
    private byte[] sounds = new byte[FIRST_ROOM];
    private int[] uses = new int[FIRST_ROOM];
    private int used = 1;

    /** A chain of nodes that went. */
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
            int child = child(node, word[i]);
            node = child != NOBODY ? child : make(node, word[i]);
            uses[node]++;
        }
        return node;
    }

    private int child(int parent, byte sound) {
        int node = first[chain(parent, sound)];
        while (node != NOBODY && (parents[node] != parent || sounds[node] != sound)) {
            node = next[node];
        }
        return node;
    }

    private int chain(int parent, byte sound) {
        return (parent << Byte.SIZE | sound) * MIX >>> Integer.numberOfLeadingZeros(first.length - 1);
    }

    /** Takes back one {@link #add}. */
    void remove(int last) {
        for (int node = last; node != ROOT; ) {
            int parent = parents[node];
            if (--uses[node] == 0) {
                unlink(node);
                sounds[node] = 0;
                next[node] = free;
                free = node;
            }
            node = parent;
        }
    }

    private int make(int parent, byte sound) {
        int node = free;
        if (node != NOBODY) {
            free = next[node];
        } else {
            makeRoom();
            node = used++;
        }
        parents[node] = parent;
        sounds[node] = sound;
        link(node);
        return node;
    }

    /** Where there is none left, for twice as many; every node is linked anew. */
    private void makeRoom() {
        if (used < parents.length) {
            return;
        }
        parents = Arrays.copyOf(parents, 2 * used);
        sounds = Arrays.copyOf(sounds, 2 * used);
        uses = Arrays.copyOf(uses, 2 * used);
        next = Arrays.copyOf(next, 2 * used);
        first = emptyChains(2 * used);
        for (int node = ROOT + 1; node < used; node++) {
            link(node);
        }
    }

    private static int[] emptyChains(int count) {
        int[] chains = new int[count];
        Arrays.fill(chains, NOBODY);
        return chains;
    }

    private void link(int node) {
        int chain = chain(parents[node], sounds[node]);
        next[node] = first[chain];
        first[chain] = node;
    }

    private void unlink(int node) {
        int chain = chain(parents[node], sounds[node]);
        if (first[chain] == node) {
            first[chain] = next[node];
            return;
        }
        int before = first[chain];
        while (next[before] != node) {
            before = next[before];
        }
        next[before] = next[node];
    }
}
