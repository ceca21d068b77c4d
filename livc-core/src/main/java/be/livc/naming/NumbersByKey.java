package be.livc.naming;

import java.util.Arrays;

/**
 * Numbers, each under a key that others may share: a hash table in arrays, since there are very many. What a number stands for lies
 * in arrays of the owner, at the place of that number.
 */
final class NumbersByKey {

    static final int NONE = -1;

    private static final int FIRST_ROOM = 64;
    private static final int MIX = 0x9E3779B9;

    /** By a mixture of the key, the number with which its chain begins. */
    private int[] first = emptyChains(FIRST_ROOM);

    private int[] next = new int[FIRST_ROOM];
    private int[] keys = new int[FIRST_ROOM];
    private int used;

    /** A chain of numbers that went, to be given again. */
    private int free = NONE;

    private static int[] emptyChains(int count) {
        int[] chains = new int[count];
        Arrays.fill(chains, NONE);
        return chains;
    }

    /** Above every number. */
    int room() {
        return used;
    }

    /** The key of a number; zero when it went. */
    int key(int number) {
        return keys[number];
    }

    /** The number that was put under this key last, or none. */
    int first(int key) {
        return within(first[chain(key)], key);
    }

    /** The one that was put under the same key before this one, or none. */
    int next(int number) {
        return within(next[number], keys[number]);
    }

    private int within(int chain, int key) {
        int number = chain;
        while (number != NONE && keys[number] != key) {
            number = next[number];
        }
        return number;
    }

    private int chain(int key) {
        return key * MIX >>> Integer.numberOfLeadingZeros(first.length - 1);
    }

    /** A number under this key: the smallest that was never given, unless one went. */
    int add(int key) {
        int number = free;
        if (number != NONE) {
            free = next[number];
        } else {
            makeRoom();
            number = used++;
        }
        keys[number] = key;
        link(number);
        return number;
    }

    private void link(int number) {
        int chain = chain(keys[number]);
        next[number] = first[chain];
        first[chain] = number;
    }

    /** Where there is none left, for twice as many; none went then, so that every number is linked anew. */
    private void makeRoom() {
        if (used < keys.length) {
            return;
        }
        keys = Arrays.copyOf(keys, 2 * used);
        next = Arrays.copyOf(next, 2 * used);
        first = emptyChains(2 * used);
        for (int number = 0; number < used; number++) {
            link(number);
        }
    }

    /** Lets go of a number that is there. */
    void remove(int number) {
        int chain = chain(keys[number]);
        if (first[chain] == number) {
            first[chain] = next[number];
        } else {
            int before = first[chain];
            while (next[before] != number) {
                before = next[before];
            }
            next[before] = next[number];
        }
        keys[number] = 0;
        next[number] = free;
        free = number;
    }
}
