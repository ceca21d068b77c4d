package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every word of the names in an index once, with who has it. A word that may be meant is looked for in all of them by a {@link
 * Sieve}, and only those that it lets pass are compared; those that share a phonetic code, or a short form, are looked up.
 */
final class Vocabulary {

    /** A word, and who has it. */
    static final class Entry {
        private final String key;
        private final Word word;
        private int[] people = {};
        private int count;
        private int uses;
        private int place;
        private int[] codes = BeiderMorse.NONE;

        private Entry(String key, Word word) {
            this.key = key;
            this.word = word;
        }

        Word word() {
            return word;
        }

        /** How many places {@link #person} has. */
        int count() {
            return count;
        }

        /** One of those who have it; some have more than one place. */
        int person(int at) {
            return people[at];
        }

        /** Where it stands in the vocabulary now. */
        int place() {
            return place;
        }

        /** Its phonetic codes; none where no name brought them. */
        int[] codes() {
            return codes;
        }

        /** Whether somebody has it whom the asker may see. */
        boolean isOfSomebody(IntPredicate may) {
            for (int i = 0; i < count; i++) {
                if (may.test(people[i])) {
                    return true;
                }
            }
            return false;
        }

        private void add(int person) {
            if (count == people.length) {
                people = Arrays.copyOf(people, count == 0 ? 1 : count + (count >> 1) + 1);
            }
            people[count++] = person;
        }

        private void remove(int person) {
            for (int i = 0; i < count; i++) {
                if (people[i] == person) {
                    people[i] = people[--count];
                    return;
                }
            }
        }
    }

    /** A word of the vocabulary that may be meant. */
    record Alike(Entry entry, WordLikeness.Likeness likeness) {}

    private static final int SHORTEST_HALVED = 6;
    private static final int SHORTEST_HALF = 3;
    private static final WordLikeness.Likeness HALF = new WordLikeness.Likeness(0.8f, Difference.JOINED);

    /** From so many words on it is worth while to call another processor. */
    private static final int LARGE = 8_192;

    private static final Entry[] NOBODY = {};

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Integer, Entry[]> byShortForm = new HashMap<>();
    private final WordsByCode byCode = new WordsByCode();
    private final Sieve sieve = new Sieve();
    private final Lock reading;
    private Entry[] list = new Entry[64];
    private int size;

    /** Empty; to be searched under this lock, which lets others read at the same time. */
    Vocabulary(Lock reading) {
        this.reading = reading;
    }

    /** The entry of a word, made when there is none; gone again with the last name that uses it. */
    Entry entry(String written, Word.Kind kind, boolean vowelless, int[] codes) {
        String key = key(written, kind, vowelless);
        Entry known = entries.get(key);
        Entry entry = known != null ? known : keep(key, Word.of(written, kind, vowelless, BeiderMorse.NONE));
        if (entry.codes.length == 0 && codes.length > 0) {
            entry.codes = codes;
            for (int code : codes) {
                byCode.add(code, entry);
            }
        }
        return entry;
    }

    private static Entry[] and(Entry[] some, Entry[] more) {
        Entry[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static Entry @Nullable [] without(Entry[] some, Entry gone) {
        Entry[] rest = Arrays.stream(some).filter(one -> one != gone).toArray(Entry[]::new);
        return rest.length == 0 ? null : rest;
    }

    private static String key(Word word) {
        return key(word.letters(), word.kind(), word.isVowelless());
    }

    private static String key(String written, Word.Kind kind, boolean vowelless) {
        return kind == Word.Kind.FULL && !vowelless ? written : written + kind.ordinal() + vowelless;
    }

    private Entry keep(String key, Word word) {
        Entry made = new Entry(key, word);
        if (size == list.length) {
            list = Arrays.copyOf(list, size + (size >> 1));
        }
        made.place = size;
        list[size] = made;
        sieve.put(size, word);
        size++;
        entries.put(key, made);
        for (int group : word.shortForms()) {
            byShortForm.merge(group, new Entry[] {made}, Vocabulary::and);
        }
        return made;
    }

    private void drop(Entry gone) {
        entries.remove(gone.key);
        size--;
        list[gone.place] = list[size];
        sieve.put(gone.place, list[size].word);
        list[gone.place].place = gone.place;
        Arrays.fill(list, size, size + 1, null);
        sieve.clear(size);
        for (int group : gone.word.shortForms()) {
            byShortForm.computeIfPresent(group, (same, those) -> without(those, gone));
        }
        for (int code : gone.codes) {
            byCode.remove(code, gone);
        }
    }

    /** Notes that a person has the words of a name, and what two of them make as one. */
    void add(PersonName name, int person) {
        for (Word word : name.words()) {
            add(entry(word.letters(), word.kind(), word.isVowelless(), BeiderMorse.NONE), person);
        }
        for (WordsAsOne.Span joined : WordsAsOne.kept(name)) {
            add(entry(joined.letters(), Word.Kind.FULL, joined.vowelless(), BeiderMorse.NONE), person);
        }
    }

    private static void add(Entry entry, int person) {
        entry.uses++;
        if (!entry.word.isParticle()) {
            entry.add(person);
        }
    }

    /** Takes back one {@link #add}. */
    void remove(PersonName name, int person) {
        for (Word word : name.words()) {
            remove(key(word), person);
        }
        for (WordsAsOne.Span joined : WordsAsOne.kept(name)) {
            remove(key(joined.letters(), Word.Kind.FULL, joined.vowelless()), person);
        }
    }

    private void remove(String key, int person) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return;
        }
        entry.remove(person);
        if (--entry.uses == 0) {
            drop(entry);
        }
    }

    /**
     * The words that may be meant by each of these, in their order; one of them perhaps twice, in two ways.
     *
     * @param may whom the asker may see: what is looked for depends on no word that only others have, so that neither the answer
     *     nor the time tells whether somebody unseen has this one
     */
    List<List<Alike>> alike(List<Word> asked, IntPredicate may) {
        return alike(asked, WordLikeness.LEAST, may);
    }

    /**
     * The same of words that somebody wrote as more than one.
     *
     * @param joined of some words that were asked
     */
    List<List<Alike>> alikeJoined(List<Word> joined, IntPredicate may) {
        return alike(joined, WordLikeness.LEAST_JOINED, may).stream()
                .map(found -> found.stream()
                        .filter(one -> one.likeness().alike() >= WordLikeness.LEAST_JOINED)
                        .toList())
                .toList();
    }

    private List<List<Alike>> alike(List<Word> asked, float least, IntPredicate may) {
        List<WordLookUp> lookUps = asked.stream()
                .map(word -> new WordLookUp(word, this, seen(key(word), may), sieve.marked(word, least, size)))
                .toList();
        List<WordLookUp.Compared> compared = Portions.<WordLookUp.Compared>ofPieces(
                        lookUps.size(), size >= LARGE, () -> {
                            List<Sieve.Sifting> sifting =
                                    lookUps.stream().map(WordLookUp::sifting).toList();
                            return (word, share, of) -> lookUps.get(word).compared(sifting.get(word), share, of);
                        })
                .all(reading);
        int shares = lookUps.isEmpty() ? 0 : compared.size() / lookUps.size();
        return IntStream.range(0, lookUps.size())
                .mapToObj(word -> lookUps.get(word).found(compared.subList(word * shares, (word + 1) * shares), may))
                .toList();
    }

    /** Those that share a phonetic code. */
    void withCode(int code, Consumer<Entry> each) {
        byCode.forEach(code, each);
    }

    /** Those of a group of short forms. */
    List<Entry> ofShortForm(int group) {
        return List.of(byShortForm.getOrDefault(group, NOBODY));
    }

    /** The full word of these very letters, if there is one. */
    @Nullable
    Entry written(String letters) {
        return entries.get(letters);
    }

    /** The one at a place that the sieve gave. */
    Entry at(int place) {
        return list[place];
    }

    int size() {
        return size;
    }

    private @Nullable Entry seen(String key, IntPredicate may) {
        Entry entry = entries.get(key);
        return entry != null && entry.isOfSomebody(may) ? entry : null;
    }

    /** The very word, where a name has it. */
    List<Alike> same(Word asked) {
        Entry same = entries.get(key(asked));
        return same == null ? List.of() : List.of(new Alike(same, WordLikeness.SAME));
    }

    /** The two halves of a word that may be two, where both are words of somebody whom the asker may see. */
    List<List<Alike>> halvesOf(Word asked, IntPredicate may) {
        List<List<Alike>> halves = new ArrayList<>();
        String whole = asked.letters();
        for (int at = SHORTEST_HALF; whole.length() >= SHORTEST_HALVED && at <= whole.length() - SHORTEST_HALF; at++) {
            Entry first = seen(whole.substring(0, at), may);
            Entry second = first == null ? null : seen(whole.substring(at), may);
            if (first != null && second != null) {
                halves.add(List.of(new Alike(first, HALF)));
                halves.add(List.of(new Alike(second, HALF)));
            }
        }
        return halves;
    }
}
