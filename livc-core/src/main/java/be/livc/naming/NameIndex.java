package be.livc.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
 * @param <K> by what the owner knows a person; equal by value
 */
public final class NameIndex<K> {

    /**
     * Somebody found.
     *
     * @param match of the name, or alias, that is most alike
     */
    public record Found<T>(T key, Match match) {}

    private record Person<T>(T key, PersonName[] names) {}

    /**
     * Those who may be meant, the most alike first.
     *
     * @param isWhole whether comparing with more people would find nobody else
     */
    public record Ranking<T>(List<Found<T>> found, boolean isWhole) {

        /** Keeps its own copy. */
        public Ranking {
            found = List.copyOf(found);
        }
    }

    private record Candidate(int person, float total) {}

    /** How many are compared with care whose words alone do not make them likely: joined words may. */
    private static final int MOST_UNLIKELY = 50;

    /** What one letter that stands for a word adds at most. */
    private static final float OF_AN_INITIAL = 0.5f;

    /** What being preferred weighs beside one word in choosing whom to compare. */
    private static final float OF_PREFERENCE = 0.3f;

    /** From this likeness on a word is meant as it stands. */
    private static final float SURE = 0.93f;

    private static final int LONGEST_JOIN = 3;
    private static final int SHORT = 2;
    private static final int LONGEST_JOINED = 20;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<K, Integer> places = new HashMap<>();
    private final List<Person<K>> people = new ArrayList<>();

    /** How many people it holds. */
    public int size() {
        return reading(places::size);
    }

    /**
     * Lets somebody be found by these names only.
     *
     * @param codes the phonetic codes of their words, as {@link PersonName#phoneticCodes} made them
     */
    public void put(K key, List<String> names, Map<String, int[]> codes) {
        lock.writeLock().lock();
        try {
            take(key);
            int place = people.size();
            PersonName.Words words = (letters, kind, vowelless) -> vocabulary
                    .entry(letters, kind, vowelless, codes.getOrDefault(letters, BeiderMorse.NONE))
                    .word();
            PersonName[] made = new PersonName[names.size()];
            for (int i = 0; i < made.length; i++) {
                made[i] = PersonName.of(names.get(i), words);
            }
            people.add(new Person<>(key, made));
            places.put(key, place);
            for (PersonName name : made) {
                vocabulary.add(name, place);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Lets somebody be found no longer; whoever is not there stays so. */
    public void remove(K key) {
        lock.writeLock().lock();
        try {
            take(key);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The last one takes the place that becomes free. */
    private void take(K key) {
        Integer place = places.remove(key);
        if (place == null) {
            return;
        }
        for (PersonName name : people.get(place).names()) {
            vocabulary.remove(name, place);
        }
        int last = people.size() - 1;
        Person<K> moved = people.remove(last);
        if (place != last) {
            people.set(place, moved);
            places.put(moved.key(), place);
            for (PersonName name : moved.names()) {
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
    public Ranking<K> find(PersonName asked, Predicate<K> may, ToDoubleFunction<K> preferred, int compared) {
        return reading(() -> {
            Asking asking = new Asking(asked);
            List<Candidate> best = asking.best(may, preferred, compared);
            List<Found<K>> found = new ArrayList<>();
            for (Candidate candidate : best) {
                Person<K> person = people.get(candidate.person());
                Match match = asking.compare(person.names());
                if (match.isFound()) {
                    found.add(new Found<>(person.key(), match));
                }
            }
            found.sort(Comparator.comparingDouble((Found<K> one) -> -one.match().score()));
            return new Ranking<>(found, best.size() < compared);
        });
    }

    /**
     * Those whom a running text names, of whom the asker may see: two words of one name near each other, in any order and with
     * the usual errors, or one word of it that the text writes with a capital.
     */
    public List<K> namedIn(String text, Predicate<K> may) {
        return reading(() -> new NamesInText(text, vocabulary)
                .named(place -> may.test(people.get(place).key())).stream()
                        .map(place -> people.get(place).key())
                        .toList());
    }

    private <T> T reading(Supplier<T> look) {
        lock.readLock().lock();
        try {
            return look.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** One search. */
    private final class Asking {

        private final PersonName asked;
        private final float[] totals = new float[people.size()];
        private final float[] ofWord = new float[people.size()];
        private final List<Map<Word, WordLikeness.Likeness>> alike = new ArrayList<>();

        Asking(PersonName asked) {
            this.asked = asked;
            boolean[] sure = new boolean[asked.size()];
            boolean findable = !asked.full().isEmpty();
            for (int i = 0; i < asked.size(); i++) {
                Map<Word, WordLikeness.Likeness> words = new IdentityHashMap<>();
                alike.add(words);
                if (findable && asked.words()[i].isFull()) {
                    List<Vocabulary.Alike> found = vocabulary.alike(asked.words()[i]);
                    for (Vocabulary.Alike one : found) {
                        words.merge(one.entry().word(), one.likeness(), NameIndex::better);
                        sure[i] |= one.likeness().alike() >= SURE;
                    }
                    count(found);
                    vocabulary.halvesOf(asked.words()[i]).forEach(this::count);
                }
            }
            for (int from = 0; findable && from < asked.size(); from++) {
                joinsFrom(from, sure);
            }
        }

        /** Words that are surely meant as they stand are known joined as they stand too, or not at all. */
        private void joinsFrom(int from, boolean[] sure) {
            boolean allSure = sure[from] && !isSmall(asked.words()[from]);
            for (int to = from + 1; to < Math.min(asked.size(), from + LONGEST_JOIN); to++) {
                allSure &= sure[to] && !isSmall(asked.words()[to]);
                Word joined = asked.joined(from, to);
                if (joined.plain().length() <= LONGEST_JOINED) {
                    count(allSure ? vocabulary.same(joined) : vocabulary.alike(joined));
                }
            }
        }

        /** Gives everyone who has one of these words the most alike of them. */
        private void count(List<Vocabulary.Alike> words) {
            for (Vocabulary.Alike word : words) {
                float value = word.likeness().alike();
                Vocabulary.Entry entry = word.entry();
                for (int i = 0; i < entry.count(); i++) {
                    int person = entry.person(i);
                    if (value > ofWord[person]) {
                        totals[person] += value - ofWord[person];
                        ofWord[person] = value;
                    }
                }
            }
            for (Vocabulary.Alike word : words) {
                for (int i = 0; i < word.entry().count(); i++) {
                    ofWord[word.entry().person(i)] = 0;
                }
            }
        }

        /** Those who may be meant by their words, the most alike first; then the best of the others. */
        List<Candidate> best(Predicate<K> may, ToDoubleFunction<K> preferred, int most) {
            List<Candidate> likely = new ArrayList<>();
            PriorityQueue<Candidate> others = new PriorityQueue<>(Comparator.comparingDouble(Candidate::total));
            for (int person = 0; person < totals.length; person++) {
                float total = totals[person];
                if (total > 0 && isLikely(total, people.get(person).names())) {
                    K key = people.get(person).key();
                    if (may.test(key)) {
                        float preference = OF_PREFERENCE * (float) preferred.applyAsDouble(key);
                        likely.add(new Candidate(person, total + preference));
                    }
                } else if (total > leastOf(others)
                        && may.test(people.get(person).key())) {
                    others.add(new Candidate(person, total));
                    if (others.size() > MOST_UNLIKELY) {
                        others.remove();
                    }
                }
            }
            likely.sort(Comparator.comparingDouble(Candidate::total).reversed());
            List<Candidate> best = new ArrayList<>(likely.subList(0, Math.min(most, likely.size())));
            others.stream().limit(most - best.size()).forEach(best::add);
            return best;
        }

        private static float leastOf(PriorityQueue<Candidate> others) {
            return others.size() < MOST_UNLIKELY
                    ? 0
                    : Objects.requireNonNull(others.peek()).total();
        }

        /** Whether the words that are alike may be enough, if every one of the shorter name has its partner. */
        private boolean isLikely(float total, PersonName[] names) {
            for (PersonName name : names) {
                float alike = total + OF_AN_INITIAL * (asked.initials() + name.initials());
                if (alike >= Match.FOUND * Math.min(asked.weight(), name.weight())) {
                    return true;
                }
            }
            return false;
        }

        Match compare(PersonName[] names) {
            Match best = Match.NONE;
            for (PersonName name : names) {
                Match match = NameLikeness.of(asked, name, this::alike);
                best = match.score() > best.score() ? match : best;
            }
            return best;
        }

        private Optional<WordLikeness.Likeness> alike(int at, Word known) {
            return asked.words()[at].isFull() && known.isFull()
                    ? Optional.ofNullable(alike.get(at).get(known))
                    : WordLikeness.of(asked.words()[at], known);
        }
    }

    private static WordLikeness.Likeness better(WordLikeness.Likeness one, WordLikeness.Likeness other) {
        return other.alike() > one.alike() ? other : one;
    }

    /** The spans of a name that somebody may write as one word: those with a particle or a very short word in them. */
    static List<Word> joinable(PersonName name) {
        List<Word> joined = new ArrayList<>();
        for (int from = 0; from < name.size(); from++) {
            boolean small = isSmall(name.words()[from]);
            for (int to = from + 1; to < Math.min(name.size(), from + LONGEST_JOIN); to++) {
                small |= isSmall(name.words()[to]);
                Word span = small ? name.joined(from, to) : name.words()[from];
                if (small && span.plain().length() <= LONGEST_JOINED) {
                    joined.add(span);
                }
            }
        }
        return joined;
    }

    private static boolean isSmall(Word word) {
        return word.isParticle() || word.plain().length() <= SHORT;
    }
}
