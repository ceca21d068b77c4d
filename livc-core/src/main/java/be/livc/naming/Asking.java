package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** One search for a name: the words of the vocabulary that may be meant by its words, alone or joined. */
final class Asking {

    /** From this likeness on a word is meant as it stands. */
    private static final float SURE = 0.93f;

    /** Words that are asked joined; as they stand when each of them surely is meant so, or is found by what it is joined of. */
    private record Joined(Word word, boolean asItStands) {}

    private final PersonName asked;
    private final Vocabulary vocabulary;
    private final Tally tally = new Tally();
    private final List<Map<Word, WordLikeness.Likeness>> alike = new ArrayList<>();

    /** Looks; {@code may} says whom the asker may see. */
    Asking(PersonName asked, Vocabulary vocabulary, IntPredicate may) {
        this.asked = asked;
        this.vocabulary = vocabulary;
        if (asked.full().isEmpty()) {
            Arrays.stream(asked.words()).forEach(word -> alike.add(Map.of()));
            return;
        }
        boolean[] sure = new boolean[asked.size()];
        Iterator<List<Vocabulary.Alike>> looked =
                vocabulary.alike(asked.full(), may).iterator();
        for (int i = 0; i < asked.size(); i++) {
            Map<Word, WordLikeness.Likeness> words = new IdentityHashMap<>();
            alike.add(words);
            if (asked.words()[i].isFull()) {
                List<Vocabulary.Alike> found = looked.next();
                for (Vocabulary.Alike one : found) {
                    words.merge(one.entry().word(), one.likeness(), Asking::better);
                    sure[i] |= one.likeness().alike() >= SURE && one.entry().isOfSomebody(may);
                }
                tally.count(found);
                vocabulary.halvesOf(asked.words()[i], may).forEach(tally::count);
            }
        }
        countJoined(joined(sure), may);
    }

    private void countJoined(List<Joined> joined, IntPredicate may) {
        List<Word> unsure = joined.stream()
                .filter(one -> !one.asItStands())
                .map(Joined::word)
                .toList();
        Iterator<List<Vocabulary.Alike>> looked =
                vocabulary.alikeJoined(unsure, may).iterator();
        for (Joined one : joined) {
            tally.count(one.asItStands() ? vocabulary.same(one.word()) : looked.next());
        }
    }

    private static WordLikeness.Likeness better(WordLikeness.Likeness one, WordLikeness.Likeness other) {
        return other.alike() > one.alike() ? other : one;
    }

    /** Words that are surely meant as they stand are known joined as they stand too, or not at all. */
    private List<Joined> joined(boolean[] sure) {
        List<Joined> joined = new ArrayList<>();
        for (int from = 0; from < asked.size(); from++) {
            boolean allSure = sure[from] && !asked.words()[from].isSmall();
            for (int to = from + 1; to < WordsAsOne.end(asked, from); to++) {
                allSure &= sure[to] && !asked.words()[to].isSmall();
                if (WordsAsOne.mayBeAsked(asked, from, to)) {
                    boolean asItStands = allSure || WordsAsOne.isFoundWithoutArticle(asked, from, to);
                    joined.add(new Joined(asked.joined(from, to), asItStands));
                }
            }
        }
        return joined;
    }

    /** What each person has of these words. */
    Tally tally() {
        return tally;
    }

    /** Compares with care, for one thread; several do so at a time. */
    Comparing comparing() {
        return new Comparing(asked.forAnotherThread(), alike);
    }
}
