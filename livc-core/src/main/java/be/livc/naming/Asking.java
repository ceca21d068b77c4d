package be.livc.naming;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One search for a name: the words of the vocabulary that may be meant by its words, alone or joined. */
final class Asking {

    /** From this likeness on a word is meant as it stands. */
    private static final float SURE = 0.93f;

    private final PersonName asked;
    private final Vocabulary vocabulary;
    private final Tally tally = new Tally();
    private final List<Map<Word, WordLikeness.Likeness>> alike = new ArrayList<>();

    Asking(PersonName asked, Vocabulary vocabulary) {
        this.asked = asked;
        this.vocabulary = vocabulary;
        boolean[] sure = new boolean[asked.size()];
        boolean findable = !asked.full().isEmpty();
        for (int i = 0; i < asked.size(); i++) {
            Map<Word, WordLikeness.Likeness> words = new IdentityHashMap<>();
            alike.add(words);
            if (findable && asked.words()[i].isFull()) {
                List<Vocabulary.Alike> found = vocabulary.alike(asked.words()[i]);
                for (Vocabulary.Alike one : found) {
                    words.merge(one.entry().word(), one.likeness(), Asking::better);
                    sure[i] |= one.likeness().alike() >= SURE;
                }
                tally.count(found);
                vocabulary.halvesOf(asked.words()[i]).forEach(tally::count);
            }
        }
        for (int from = 0; findable && from < asked.size(); from++) {
            joinsFrom(from, sure);
        }
    }

    private static WordLikeness.Likeness better(WordLikeness.Likeness one, WordLikeness.Likeness other) {
        return other.alike() > one.alike() ? other : one;
    }

    /** Words that are surely meant as they stand are known joined as they stand too, or not at all. */
    private void joinsFrom(int from, boolean[] sure) {
        boolean allSure = sure[from] && !NameIndex.isSmall(asked.words()[from]);
        for (int to = from + 1; to < Math.min(asked.size(), from + NameIndex.LONGEST_JOIN); to++) {
            allSure &= sure[to] && !NameIndex.isSmall(asked.words()[to]);
            Word joined = asked.joined(from, to);
            if (joined.plain().length() <= NameIndex.LONGEST_JOINED) {
                tally.count(allSure ? vocabulary.same(joined) : vocabulary.alike(joined));
            }
        }
    }

    /** What each person has of these words. */
    Tally tally() {
        return tally;
    }

    /** The best of somebody's names. */
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
