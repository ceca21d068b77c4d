package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every word of the names in an index once, with who has it. A word that may be meant is looked for in all of them: their
 * letter pairs lie side by side in memory, so that all of them are sifted quickly and only those that share half their pairs
 * are compared.
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

        private Entry(String key, Word word) {
            this.key = key;
            this.word = word;
        }

        Word word() {
            return word;
        }

        /** Who has it, some perhaps twice. */
        int[] people() {
            return count == people.length ? people : Arrays.copyOf(people, count);
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

    private static final float LEAST_SHARED = 0.5f;
    private static final float LEAST_SHARED_SOUNDS = 0.6f;
    private static final int SHORTEST_HALVED = 6;
    private static final int SHORTEST_HALF = 3;
    private static final WordLikeness.Likeness HALF = new WordLikeness.Likeness(0.8f, Difference.JOINED);

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Integer, List<Entry>> byShortForm = new HashMap<>();
    private Entry[] list = new Entry[64];
    private long[] letters = new long[64];
    private long[] sounds = new long[64];
    private int size;

    /** The entry of a word, made when there is none; gone again with the last name that uses it. */
    Entry entry(String written, Word.Kind kind, boolean vowelless, int[] codes) {
        String key = key(written, kind, vowelless);
        Entry known = entries.get(key);
        return known != null ? known : keep(key, Word.of(written, kind, vowelless, codes));
    }

    private static String key(String written, Word.Kind kind, boolean vowelless) {
        return kind == Word.Kind.FULL && !vowelless ? written : written + kind.ordinal() + vowelless;
    }

    private Entry keep(String key, Word word) {
        Entry made = new Entry(key, word);
        if (size == list.length) {
            int room = size + (size >> 1);
            list = Arrays.copyOf(list, room);
            letters = Arrays.copyOf(letters, room);
            sounds = Arrays.copyOf(sounds, room);
        }
        made.place = size;
        list[size] = made;
        letters[size] = word.letterPattern();
        sounds[size] = word.soundPattern();
        size++;
        entries.put(key, made);
        for (int group : word.shortForms()) {
            byShortForm.computeIfAbsent(group, one -> new ArrayList<>()).add(made);
        }
        return made;
    }

    private void drop(Entry gone) {
        entries.remove(gone.key);
        size--;
        list[gone.place] = list[size];
        letters[gone.place] = letters[size];
        sounds[gone.place] = sounds[size];
        list[gone.place].place = gone.place;
        Arrays.fill(list, size, size + 1, null);
        for (int group : gone.word.shortForms()) {
            byShortForm.getOrDefault(group, new ArrayList<>()).remove(gone);
        }
    }

    /** Notes that a person has the words of a name, and what two of them make as one. */
    void add(PersonName name, int person) {
        for (Word word : name.words()) {
            add(entry(word.letters(), word.kind(), word.isVowelless(), word.codes()), person);
        }
        for (Word joined : NameIndex.joinable(name)) {
            add(entry(joined.letters(), Word.Kind.FULL, joined.isVowelless(), BeiderMorse.NONE), person);
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
            remove(key(word.letters(), word.kind(), word.isVowelless()), person);
        }
        for (Word joined : NameIndex.joinable(name)) {
            remove(key(joined.letters(), Word.Kind.FULL, joined.isVowelless()), person);
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

    /** The words that may be meant by this one. */
    List<Alike> alike(Word asked) {
        List<Alike> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (LetterPairs.shared(letters[i], asked.letterPattern()) >= LEAST_SHARED
                    || LetterPairs.shared(sounds[i], asked.soundPattern()) >= LEAST_SHARED_SOUNDS) {
                compare(asked, list[i], found);
            }
        }
        for (int group : asked.shortForms()) {
            for (Entry entry : byShortForm.getOrDefault(group, List.of())) {
                compare(asked, entry, found);
            }
        }
        return found;
    }

    private static void compare(Word asked, Entry entry, List<Alike> found) {
        if (entry.word.isFull()) {
            Optional<WordLikeness.Likeness> likeness = WordLikeness.of(asked, entry.word);
            likeness.ifPresent(alike -> found.add(new Alike(entry, alike)));
        }
    }

    /** The two halves of a word that may be two, where both are words here. */
    List<List<Alike>> halvesOf(Word asked) {
        List<List<Alike>> halves = new ArrayList<>();
        String whole = asked.letters();
        for (int at = SHORTEST_HALF; whole.length() >= SHORTEST_HALVED && at <= whole.length() - SHORTEST_HALF; at++) {
            Entry first = entries.get(whole.substring(0, at));
            Entry second = entries.get(whole.substring(at));
            if (first != null && second != null) {
                halves.add(List.of(new Alike(first, HALF)));
                halves.add(List.of(new Alike(second, HALF)));
            }
        }
        return halves;
    }
}
