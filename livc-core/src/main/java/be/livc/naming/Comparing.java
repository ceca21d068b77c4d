package be.livc.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a name that is asked with those of people, with care: what was found of a word stands for everybody who has it, and
 * what is worked out beside that is kept for the next. For one thread.
 */
final class Comparing implements NameLikeness.Words {

    /** Of longer words enough is left for the sieve, with an error in them too. */
    private static final int LONGEST_SHORT = 8;

    private final PersonName asked;
    private final List<Map<Word, WordLikeness.Likeness>> alike;

    /** What the sieve let go of, of those who have another word that is alike: short words with an error have few pairs left. */
    private final List<Map<Word, Optional<WordLikeness.Likeness>>> notSifted = new ArrayList<>();

    private final @Nullable Slips[] slips;

    private final Map<Word, Map<Word, Word>> joined = new IdentityHashMap<>();
    private final Map<Word, Map<Word, Optional<WordLikeness.Likeness>>> alikeJoined = new IdentityHashMap<>();

    /**
     * Ready to compare.
     *
     * @param alike of each word that is asked, those that passed the sieve and are alike; only read
     */
    Comparing(PersonName asked, List<Map<Word, WordLikeness.Likeness>> alike) {
        this.asked = asked;
        this.alike = alike;
        Arrays.stream(asked.words()).forEach(word -> notSifted.add(new IdentityHashMap<>()));
        this.slips = new Slips[asked.size()];
    }

    /** The best of somebody's names. */
    Match best(PersonName[] names) {
        Match best = Match.NONE;
        for (PersonName name : names) {
            Match match = NameLikeness.of(asked, name, this);
            best = match.score() > best.score() ? match : best;
        }
        return best;
    }

    @Override
    public Optional<WordLikeness.Likeness> alike(int at, Word known) {
        if (!asked.words()[at].isFull() || !known.isFull()) {
            return WordLikeness.of(asked.words()[at], known);
        }
        WordLikeness.Likeness sifted = alike.get(at).get(known);
        if (sifted != null) {
            return Optional.of(sifted);
        }
        return Math.min(asked.words()[at].plain().length(), known.plain().length()) > LONGEST_SHORT
                ? Optional.empty()
                : notSifted.get(at).computeIfAbsent(known, one -> WordLikeness.of(asked.words()[at], one, false)
                        .or(() -> slips(at).alike(one)));
    }

    private Slips slips(int at) {
        Slips made = slips[at];
        if (made == null) {
            made = new Slips(asked.words()[at]);
            slips[at] = made;
        }
        return made;
    }

    /** Once for all of one name. */
    @Override
    public Word joined(Word first, Word next) {
        return joined.computeIfAbsent(first, one -> new IdentityHashMap<>()).computeIfAbsent(next, first::joined);
    }

    @Override
    public Optional<WordLikeness.Likeness> alikeJoined(Word joined, Word whole) {
        return alikeJoined
                .computeIfAbsent(joined, one -> new IdentityHashMap<>())
                .computeIfAbsent(whole, one -> WordLikeness.of(joined, one));
    }
}
