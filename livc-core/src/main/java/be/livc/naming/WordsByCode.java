package be.livc.naming;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which words share a phonetic code: a hash table in arrays, since a word has some five codes and a cell very many words. */
final class WordsByCode {

    private static final int NONE = -1;
    private static final int FIRST_ROOM = 64;

    /** By the last bits of a code, the place where its chain begins. */
    private int[] first = emptyChains(FIRST_ROOM);

    private int[] codes = new int[FIRST_ROOM];
    private int[] next = new int[FIRST_ROOM];
    private Vocabulary.@Nullable Entry[] words = new Vocabulary.@Nullable Entry[FIRST_ROOM];
    private int used;
    private int free = NONE;

    private static int[] emptyChains(int count) {
        int[] chains = new int[count];
        Arrays.fill(chains, NONE);
        return chains;
    }

    void add(int code, Vocabulary.Entry word) {
        int place = free;
        if (place == NONE) {
            makeRoom();
            place = used++;
        } else {
            free = next[place];
        }
        codes[place] = code;
        words[place] = word;
        link(place);
    }

    private void link(int place) {
        int chain = codes[place] & first.length - 1;
        next[place] = first[chain];
        first[chain] = place;
    }

    /** All places are taken when it has to: so every one of them is linked anew. */
    private void makeRoom() {
        if (used < codes.length) {
            return;
        }
        codes = Arrays.copyOf(codes, 2 * used);
        next = Arrays.copyOf(next, 2 * used);
        words = Arrays.copyOf(words, 2 * used);
        first = emptyChains(2 * used);
        for (int place = 0; place < used; place++) {
            link(place);
        }
    }

    void remove(int code, Vocabulary.Entry word) {
        int chain = code & first.length - 1;
        int before = NONE;
        for (int place = first[chain]; place != NONE; place = next[place]) {
            if (codes[place] == code && words[place] == word) {
                if (before == NONE) {
                    first[chain] = next[place];
                } else {
                    next[before] = next[place];
                }
                words[place] = null;
                next[place] = free;
                free = place;
                return;
            }
            before = place;
        }
    }

    void forEach(int code, Consumer<Vocabulary.Entry> each) {
        for (int place = first[code & first.length - 1]; place != NONE; place = next[place]) {
            Vocabulary.Entry word = words[place];
            if (codes[place] == code && word != null) {
                each.accept(word);
            }
        }
    }
}
