package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.IntPredicate;
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

    private static final float NEARLY_THE_SAME = 0.85f;
    private static final int SHORTEST_HALVED = 6;
    private static final int SHORTEST_HALF = 3;
    private static final WordLikeness.Likeness HALF = new WordLikeness.Likeness(0.8f, Difference.JOINED);

    private static final Entry[] NOBODY = {};

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Integer, Entry[]> byShortForm = new HashMap<>();
    private final WordsByCode byCode = new WordsByCode();
    private final Sieve sieve;
    private Entry[] list = new Entry[64];
    private int size;

    /** Empty; to be searched under this lock, which lets others read at the same time. */
    Vocabulary(Lock reading) {
        this.sieve = new Sieve(reading);
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
            remove(key(word.letters(), word.kind(), word.isVowelless()), person);
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
     * The words that may be meant by this one; one of them perhaps twice, in two ways.
     *
     * @param may whom the asker may see: what is looked for depends on no word that only others have, so that neither the answer
     *     nor the time tells whether somebody unseen has this one
     */
    List<Alike> alike(Word asked, IntPredicate may) {
        return alike(asked, WordLikeness.LEAST, may);
    }

    /**
     * The same of a word that somebody wrote as more than one.
     *
     * @param joined of some words that were asked
     */
    List<Alike> alikeJoined(Word joined, IntPredicate may) {
        return alike(joined, WordLikeness.LEAST_JOINED, may).stream()
                .filter(one -> one.likeness().alike() >= WordLikeness.LEAST_JOINED)
                .toList();
    }

    private List<Alike> alike(Word asked, float least, IntPredicate may) {
        List<Alike> found = new ArrayList<>();
        BitSet compared = new BitSet(size);
        Entry same = seen(key(asked.letters(), asked.kind(), asked.isVowelless()), may);
        compareCoded(asked, same == null || !asked.mayHaveCodes() ? BeiderMorse.NONE : same.codes, compared, found);
        for (int group : asked.shortForms()) {
            for (Entry entry : byShortForm.getOrDefault(group, NOBODY)) {
                compareOnce(asked, entry, false, compared, found);
            }
        }
        compareBeginnings(asked, compared, found);
        for (int at : sieve.alike(asked, least, size)) {
            if (!compared.get(at)) {
                compare(asked, list[at], false, found);
            }
        }
        // The codes of a word that nobody has take milliseconds to make, and say little where one nearly like it is
        // there.
        if (same == null
                && found.stream()
                        .noneMatch(one -> one.likeness().alike() >= NEARLY_THE_SAME
                                && one.entry().isOfSomebody(may))) {
            compareCoded(asked, asked.codes(), new BitSet(size), found);
        }
        return found;
    }

    private @Nullable Entry seen(String key, IntPredicate may) {
        Entry entry = entries.get(key);
        return entry != null && entry.isOfSomebody(may) ? entry : null;
    }

    private void compareCoded(Word asked, int[] codes, BitSet compared, List<Alike> found) {
        for (int code : codes) {
            byCode.forEach(code, entry -> compareOnce(asked, entry, true, compared, found));
        }
    }

    /** Words that begin the one that is asked have few of its letters: they are looked up, and not sifted. */
    private void compareBeginnings(Word asked, BitSet compared, List<Alike> found) {
        String whole = asked.letters();
        for (int end = WordLikeness.SHORTEST_BEGUN; end < whole.length(); end++) {
            Entry entry = entries.get(key(whole.substring(0, end), Word.Kind.FULL, false));
            if (entry != null) {
                compareOnce(asked, entry, false, compared, found);
            }
        }
    }

    private static void compareOnce(Word asked, Entry entry, boolean coded, BitSet compared, List<Alike> found) {
        if (!compared.get(entry.place)) {
            compared.set(entry.place);
            compare(asked, entry, coded, found);
        }
    }

    private static void compare(Word asked, Entry entry, boolean coded, List<Alike> found) {
        if (entry.word.isFull()) {
            Optional<WordLikeness.Likeness> likeness = WordLikeness.of(asked, entry.word, coded);
            likeness.ifPresent(alike -> found.add(new Alike(entry, alike)));
        }
    }

    /** The very word, where a name has it. */
    List<Alike> same(Word asked) {
        Entry same = entries.get(key(asked.letters(), asked.kind(), asked.isVowelless()));
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
