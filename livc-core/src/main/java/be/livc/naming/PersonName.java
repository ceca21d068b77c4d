package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name made ready to compare: its words in Latin letters, each with its part in the name. Shows nothing of itself. */
public final class PersonName {

    /** Where the words of a name come from: made anew, or those that an index has already. */
    interface Words {
        Word of(String letters, Word.Kind kind, boolean vowelless);
    }

    private final Word[] words;
    private final float weight;
    private final int initials;

    /** Joined words by first and last, where they are asked for again and again. */
    private final @Nullable Word @Nullable [][] joined;

    private PersonName(Word[] words, boolean keepsJoined) {
        this.words = words;
        this.joined = keepsJoined ? new Word[words.length][words.length] : null;
        float sum = 0;
        int single = 0;
        for (Word word : words) {
            sum += (float) word.weight();
            single += word.kind() == Word.Kind.INITIAL ? 1 : 0;
        }
        this.weight = sum;
        this.initials = single;
    }

    /** Makes a name ready to ask for; in any script, order and spelling. For one thread. */
    public static PersonName of(String name) {
        return of(Spelt.of(name), Word::asked, true);
    }

    /** The same name, that another thread may ask for meanwhile. */
    PersonName forAnotherThread() {
        return new PersonName(words, true);
    }

    static PersonName of(Spelt name, Words words) {
        return of(name, words, false);
    }

    private static PersonName of(Spelt name, Words words, boolean keepsJoined) {
        Word[] made = new Word[name.words().size()];
        for (int i = 0; i < made.length; i++) {
            Romaniser.Romanised word = name.words().get(i);
            made[i] = words.of(word.letters(), name.kinds()[i], word.vowelless());
        }
        return new PersonName(made, keepsJoined);
    }

    /** The words of a name in Latin letters, each with its part in the name: all that can be told of it by itself. */
    record Spelt(List<Romaniser.Romanised> words, Word.Kind[] kinds) {

        static Spelt of(String name) {
            List<Romaniser.Romanised> words = Romaniser.words(name);
            return new Spelt(words, PersonName.kinds(words));
        }

        /** Shows nothing. */
        @Override
        public String toString() {
            return "•••";
        }
    }

    /**
     * The phonetic codes of the words of these names, which take long to make: to be kept with a name, as secret as it is.
     *
     * @return by word
     */
    public static Map<String, int[]> phoneticCodes(List<String> names) {
        return withCodes(names.stream().map(Spelt::of).toArray(Spelt[]::new), Map.of());
    }

    /** The codes that are known, and those of the words of these names that have none among them. */
    static Map<String, int[]> withCodes(Spelt[] names, Map<String, int[]> known) {
        Map<String, int[]> missing = new LinkedHashMap<>();
        for (Spelt name : names) {
            for (int i = 0; i < name.kinds().length; i++) {
                Romaniser.Romanised word = name.words().get(i);
                String letters = word.letters();
                if (Word.isCoded(name.kinds()[i], word.vowelless())
                        && !known.containsKey(letters)
                        && !missing.containsKey(letters)) {
                    int[] ofWord = BeiderMorse.codes(Sounds.plain(letters));
                    if (ofWord.length > 0) {
                        missing.put(letters, ofWord);
                    }
                }
            }
        }
        if (missing.isEmpty()) {
            return known;
        }
        missing.putAll(known);
        return missing;
    }

    /** A name of small words only has no small words; of two words the first is no "son of", but Ben. */
    private static Word.Kind[] kinds(List<Romaniser.Romanised> read) {
        Word.Kind[] kinds = new Word.Kind[read.size()];
        for (int i = 0; i < kinds.length; i++) {
            String word = Sounds.plain(read.get(i).letters());
            Optional<String> next = i + 1 < kinds.length
                    ? Optional.of(Sounds.plain(read.get(i + 1).letters()))
                    : Optional.empty();
            boolean last = next.isEmpty();
            if (word.length() == 1 || isCutShort(read.get(i), word)) {
                kinds[i] = Word.Kind.INITIAL;
            } else if (!last && Particles.isArticle(word, next, i > 0 || kinds.length > 2)) {
                kinds[i] = Word.Kind.ARTICLE;
            } else if (Particles.isOfDescent(word) && !(last && i == 0) && !(i == 0 && kinds.length == 2)) {
                kinds[i] = Word.Kind.DESCENT;
            } else {
                kinds[i] = Word.Kind.FULL;
            }
        }
        if (Arrays.stream(kinds).noneMatch(kind -> kind == Word.Kind.FULL)) {
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = kinds[i] == Word.Kind.INITIAL ? kinds[i] : Word.Kind.FULL;
            }
        }
        return kinds;
    }

    /** "Chr." and "Ph" are initials; "Moh." is a short form of its own, and "vd." a small word. */
    private static boolean isCutShort(Romaniser.Romanised read, String word) {
        boolean cut = read.cutShort() || (!read.vowelless() && Sounds.ONE_SOUND.contains(word));
        return cut && ShortForms.of(word).length == 0 && !Particles.isSmall(word);
    }

    Word[] words() {
        return words;
    }

    int size() {
        return words.length;
    }

    /** What all words weigh together. */
    float weight() {
        return weight;
    }

    /** How many single letters stand for a word. */
    int initials() {
        return initials;
    }

    /** The words from one place to another, as one word. */
    Word joined(int from, int to) {
        if (from == to) {
            return words[from];
        }
        Word known = joined == null ? null : joined[from][to];
        if (known != null) {
            return known;
        }
        Word made = joined(from, to - 1).joined(words[to]);
        if (joined != null) {
            joined[from][to] = made;
        }
        return made;
    }

    /** Whether the word there says whose child somebody is. */
    boolean isOfDescent(int at) {
        return at > 0 && words[at - 1].kind() == Word.Kind.DESCENT && !Particles.comesAfter(words[at - 1].plain())
                || at + 1 < words.length
                        && words[at + 1].kind() == Word.Kind.DESCENT
                        && Particles.comesAfter(words[at + 1].plain());
    }

    /** The words that say who it is. */
    List<Word> full() {
        List<Word> full = new ArrayList<>();
        for (Word word : words) {
            if (word.isFull()) {
                full.add(word);
            }
        }
        return full;
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "•••";
    }
}
