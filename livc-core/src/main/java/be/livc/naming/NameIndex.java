package be.livc.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The names of people in memory, found fast: first the words of all names that may be meant ({@link Vocabulary}), then the
 * people who have most of them, then each of those compared with care ({@link NameLikeness}).
 *
 * <p>Guarantees that what was removed is gone at once, with every word that only it had, and that somebody whom the asker may
 * not see takes no place of somebody whom they may. Does not find a name of which no word is like a word that was asked. Safe
 * for use by several threads.
 *
 * @param <T> what the owner knows of a person
 */
public final class NameIndex<T> {

    /** Somebody in an index, to be taken out of it by. Shows nothing of itself. */
    public static final class Listed<P> {
        private final P who;
        private final PersonName[] names;
        private int place = NOWHERE;

        private Listed(P who, PersonName[] names) {
            this.who = who;
            this.names = names;
        }

        /** What the owner knows of this person. */
        public P who() {
            return who;
        }

        PersonName[] names() {
            return names;
        }

        /** Where it stands now. */
        void moveTo(int now) {
            this.place = now;
        }

        /** Shows nothing. */
        @Override
        public String toString() {
            return "•••";
        }
    }

    /**
     * Somebody found.
     *
     * @param match of the name, or alias, that is most alike
     */
    public record Found<P>(P who, Match match) {}

    /**
     * Those who may be meant, the most alike first.
     *
     * @param compared with how many people the name was compared with care
     * @param isWhole whether comparing with more people would find nobody else
     */
    public record Ranking<P>(List<Found<P>> found, int compared, boolean isWhole) {

        /** Keeps its own copy. */
        public Ranking {
            found = List.copyOf(found);
        }
    }

    /** The names of somebody, read into their words. Shows nothing of itself. */
    public static final class Read {
        private final PersonName.Spelt[] names;
        private final Map<String, int[]> codes;

        private Read(PersonName.Spelt[] names, Map<String, int[]> codes) {
            this.names = names;
            this.codes = codes;
        }

        /** Shows nothing. */
        @Override
        public String toString() {
            return "•••";
        }
    }

    private static final int NOWHERE = -1;

    /** From so many people on it is worth while to call another processor. */
    private static final int MANY = 64;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Vocabulary vocabulary = new Vocabulary(lock.readLock());
    private final People<T> people = new People<>();

    /** How many people it holds. */
    public int size() {
        return reading(people::size);
    }

    /**
     * Reads names, to be put: half of that work, and any thread may do it beside the others.
     *
     * @param codes the phonetic codes of their words, as {@link PersonName#phoneticCodes} made them; those of a word that has none
     *     are made here: another version of the program may have read its letters otherwise
     */
    public static Read read(List<String> names, Map<String, int[]> codes) {
        PersonName.Spelt[] spelt = names.stream().map(PersonName.Spelt::of).toArray(PersonName.Spelt[]::new);
        return new Read(spelt, PersonName.withCodes(spelt, codes));
    }

    /** Lets somebody be found by these names. */
    public Listed<T> add(T who, Read read) {
        return writing(() -> put(who, read));
    }

    /** Lets somebody be found by these names, and no longer by those of before. */
    public Listed<T> replace(Listed<T> before, T who, Read read) {
        return writing(() -> {
            take(before);
            return put(who, read);
        });
    }

    /** Lets somebody be found no longer; whoever is not there stays so. */
    public void remove(Listed<T> gone) {
        writing(() -> {
            take(gone);
            return gone;
        });
    }

    private Listed<T> put(T who, Read read) {
        PersonName.Words words = (letters, kind, vowelless) -> vocabulary
                .entry(letters, kind, vowelless, read.codes.getOrDefault(letters, BeiderMorse.NONE))
                .word();
        PersonName[] names = new PersonName[read.names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = PersonName.of(read.names[i], words);
        }
        Listed<T> listed = new Listed<>(who, names);
        people.add(listed);
        for (PersonName name : names) {
            vocabulary.add(name, listed.place);
        }
        return listed;
    }

    /** The last one takes the place that becomes free. */
    private void take(Listed<T> gone) {
        int place = gone.place;
        if (place == NOWHERE) {
            return;
        }
        for (PersonName name : gone.names) {
            vocabulary.remove(name, place);
        }
        int last = people.remove(place);
        gone.moveTo(NOWHERE);
        if (place != last) {
            for (PersonName name : people.names(place)) {
                vocabulary.add(name, place);
                vocabulary.remove(name, last);
            }
        }
    }

    /**
     * Those whose name, or alias, may be the one that is asked.
     *
     * @param may whom the asker may see; the others are not there
     * @param preferred from 0 to 1, for choosing among very many of one name
     * @param compared with how many of those who have most words in common it is compared with care
     */
    public Ranking<T> find(PersonName asked, Predicate<T> may, ToDoubleFunction<T> preferred, int compared) {
        return reading(() -> {
            IntPredicate mayPlace = place -> may.test(people.who(place));
            Asking asking = new Asking(asked, vocabulary, mayPlace);
            List<Integer> best = new Candidates(people, asked)
                    .best(asking.tally(), mayPlace, place -> preferred.applyAsDouble(people.who(place)), compared);
            List<Found<T>> found = new ArrayList<>(found(best, asking));
            found.sort(Comparator.comparingDouble((Found<T> one) -> -one.match().score()));
            return new Ranking<>(found, best.size(), best.size() < compared);
        });
    }

    private List<Found<T>> found(List<Integer> places, Asking asking) {
        return Portions.<List<Found<T>>>ofRange(places.size(), places.size() >= MANY, () -> {
                    Comparing comparing = asking.comparing();
                    return (begin, end) -> found(places.subList(begin, end), comparing);
                })
                .all(lock.readLock())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Found<T>> found(List<Integer> places, Comparing comparing) {
        List<Found<T>> found = new ArrayList<>();
        for (int place : places) {
            Match match = comparing.best(people.names(place));
            if (match.isFound()) {
                found.add(new Found<>(people.who(place), match));
            }
        }
        return found;
    }

    /**
     * Those whom a running text names, of whom the asker may see: two words of one name near each other, in any order and with
     * the usual errors, or one word of it that the text writes with a capital.
     */
    public List<T> namedIn(String text, Predicate<T> may) {
        return reading(() -> new NamesInText(text, vocabulary)
                .named(place -> may.test(people.who(place))).stream()
                        .map(place -> people.who(place))
                        .toList());
    }

    private <R> R reading(Supplier<R> look) {
        return under(lock.readLock(), look);
    }

    private Listed<T> writing(Supplier<Listed<T>> change) {
        return under(lock.writeLock(), change);
    }

    private static <R> R under(Lock one, Supplier<R> work) {
        one.lock();
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }
}
