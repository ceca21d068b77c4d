package be.livc.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Chooses with whom a name is compared with care: those who have most of its words. */
final class Candidates {

    /** How many are compared with care whose words alone do not make them likely: joined words may. */
    private static final int MOST_UNLIKELY = 50;

    /** What one letter that stands for a word adds at most. */
    private static final float OF_AN_INITIAL = 0.5f;

    /** What being preferred weighs beside one word in choosing whom to compare. */
    private static final float OF_PREFERENCE = 0.3f;

    private final People<?> people;
    private final PersonName asked;

    Candidates(People<?> people, PersonName asked) {
        this.people = people;
        this.asked = asked;
    }

    /**
     * The places of those who may be meant by their words, the most alike first; then of the best of the others.
     *
     * @param may whom the asker may see
     * @param preferred from 0 to 1
     */
    List<Integer> best(Tally tally, IntPredicate may, IntToDoubleFunction preferred, int most) {
        MostAlike likely = new MostAlike(most);
        MostAlike others = new MostAlike(MOST_UNLIKELY);
        for (int at = 0; at < tally.room(); at++) {
            int person = tally.person(at);
            float total = tally.total(at);
            if (person < 0) {
                continue;
            }
            if (isLikely(total, person)) {
                if (may.test(person)) {
                    float preference = OF_PREFERENCE * (float) preferred.applyAsDouble(person);
                    likely.add(total + preference, person);
                }
            } else if (others.mayTake(total, person) && may.test(person)) {
                others.add(total, person);
            }
        }
        List<Integer> best = new ArrayList<>(likely.places());
        others.places().stream().limit(Math.max(0, most - best.size())).forEach(best::add);
        return best;
    }

    /** Whether the words that are alike may be enough, if every one of the shorter name has its partner. */
    private boolean isLikely(float total, int person) {
        if (!isEnough(total, people.lightest(person), people.initials(person))) {
            return false;
        }
        for (PersonName name : people.names(person)) {
            if (isEnough(total, name.weight(), name.initials())) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnough(float total, float weight, int initials) {
        return total + OF_AN_INITIAL * (asked.initials() + initials) >= Match.FOUND * Math.min(asked.weight(), weight);
    }
}
