package be.livc.naming;

import java.util.Arrays;

/**
 * The sounds of very many words, each in two halves: the first from its beginning on, the second from its end back. Of each half
 * the node of a {@link SoundTree}, and the node of its first few sounds, which more words share; in places of the owner's.
 */
final class HalvedWords {

    /** So many sounds at either end of a word are looked at first. */
    private static final int END = 3;

    /** A word of one sound has no halves. */
    private static final int SHORTEST = 2;

    private static final int FIRST_ROOM = 64;

    /** What is known of a word, side by side since it is looked at together. */
    private static final int WIDTH = 6;

    private static final int BEGINNING = 0;
    private static final int ENDING = 1;
    private static final int NEXT = 2;
    private static final int FIRST = 3;
    private static final int SECOND = 4;
    private static final int LENGTH = 5;

    private static final int SOUND = 0xFF;

    private final SoundTree firsts = new SoundTree();
    private final SoundTree seconds = new SoundTree();
    private int[] nodes = new int[FIRST_ROOM * WIDTH];

    /** By their first sounds, the first halves. */
    SoundTree firsts() {
        return firsts;
    }

    /** By their last sounds, the second halves. */
    SoundTree seconds() {
        return seconds;
    }

    /** Takes the word at a place for another. */
    void put(int place, byte[] sounds) {
        int at = place * WIDTH;
        if (at >= nodes.length) {
            nodes = Arrays.copyOf(nodes, (place + (place >> 1)) * WIDTH);
        }
        clear(place);
        if (sounds.length < SHORTEST) {
            return;
        }
        nodes[at + LENGTH] = sounds.length;
        int middle = (sounds.length + 1) / 2;
        nodes[at + FIRST] = firsts.add(sounds, 0, middle);
        nodes[at + SECOND] = seconds.add(sounds, sounds.length - 1, middle - 1);
        if (hasEnds(place)) {
            nodes[at + BEGINNING] = firstOf(firsts, nodes[at + FIRST], middle);
            nodes[at + ENDING] = firstOf(seconds, nodes[at + SECOND], sounds.length - middle);
            nodes[at + NEXT] = sounds[END] << Byte.SIZE | sounds[sounds.length - 1 - END];
        }
    }

    private static int firstOf(SoundTree tree, int half, int length) {
        int node = half;
        for (int i = length; i > END; i--) {
            node = tree.parent(node);
        }
        return node;
    }

    /** Lets go of the word at a place, where there is one. */
    void clear(int place) {
        int at = place * WIDTH;
        if (at >= nodes.length) {
            return;
        }
        firsts.remove(nodes[at + FIRST]);
        seconds.remove(nodes[at + SECOND]);
        Arrays.fill(nodes, at, at + WIDTH, SoundTree.ROOT);
    }

    /** Whether there is a word at a place that has halves. */
    boolean isHalved(int place) {
        return length(place) > 0;
    }

    /** Of how many sounds the word at a place is that has halves. */
    int length(int place) {
        return nodes[place * WIDTH + LENGTH];
    }

    /** Whether it has two ends, and a sound between them. */
    boolean hasEnds(int place) {
        return length(place) > 2 * END;
    }

    int first(int place) {
        return nodes[place * WIDTH + FIRST];
    }

    int second(int place) {
        return nodes[place * WIDTH + SECOND];
    }

    /** The first sounds of a word that has ends. */
    int beginning(int place) {
        return nodes[place * WIDTH + BEGINNING];
    }

    /** The last sounds of a word that has ends. */
    int ending(int place) {
        return nodes[place * WIDTH + ENDING];
    }

    /** The sound that follows the beginning. */
    int afterBeginning(int place) {
        return nodes[place * WIDTH + NEXT] >> Byte.SIZE;
    }

    /** The sound before the ending. */
    int beforeEnding(int place) {
        return nodes[place * WIDTH + NEXT] & SOUND;
    }
}
