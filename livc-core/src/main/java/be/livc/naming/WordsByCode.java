package be.livc.naming;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which words share a phonetic code; a word has some five codes, and a cell very many words. */
final class WordsByCode {

    private static final int FIRST_ROOM = 64;

    private final NumbersByKey places = new NumbersByKey();
    private Vocabulary.@Nullable Entry[] words = new Vocabulary.@Nullable Entry[FIRST_ROOM];

    void add(int code, Vocabulary.Entry word) {
        int place = places.add(code);
        if (place >= words.length) {
            words = Arrays.copyOf(words, 2 * place);
        }
        words[place] = word;
    }

    void remove(int code, Vocabulary.Entry word) {
        int place = places.first(code);
        while (place != NumbersByKey.NONE && words[place] != word) {
            place = places.next(place);
        }
        if (place != NumbersByKey.NONE) {
            places.remove(place);
            words[place] = null;
        }
    }

    void forEach(int code, Consumer<Vocabulary.Entry> each) {
        for (int place = places.first(code); place != NumbersByKey.NONE; place = places.next(place)) {
            Vocabulary.Entry word = words[place];
            if (word != null) {
                each.accept(word);
            }
        }
    }
}
