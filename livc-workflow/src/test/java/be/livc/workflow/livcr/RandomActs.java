package be.livc.workflow.livcr;

import be.livc.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Acts that are drawn at random, the same in each run, and how often each happened or was refused. */
final class RandomActs {

    private static final int MOST_TIMES = 3;

    private final Map<String, Integer> happened = new TreeMap<>();
    private Random random = new Random();

    /** Begins to draw anew. */
    void begin(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /**
     * One of these.
     *
     * @throws IndexOutOfBoundsException where there are none; {@link #attempt} knows it
     */
    <T> T oneOf(List<T> those) {
        return those.get(random.nextInt(Math.max(1, those.size())));
    }

    /** An act that the program may refuse, with a reason of its own; anything else is a fault. */
    void attempt(String act, Supplier<?> doing) {
        try {
            doing.get();
            count(act);
        } catch (Refusal refused) {
            count(act + " refused: " + refused.code());
        } catch (IndexOutOfBoundsException nothingThere) {
            count(act + " of nothing");
        }
    }

    /** An act that must succeed; where the engine's own timer did a step at that very moment, it is done again, as a person would. */
    void insist(Supplier<?> doing) {
        for (int left = MOST_TIMES; ; left--) {
            try {
                doing.get();
                return;
            } catch (Refusal refused) {
                if (left == 0 || !refused.code().equals("changed-meanwhile")) {
                    throw refused;
                }
            }
        }
    }

    private void count(String what) {
        happened.merge(what, 1, Integer::sum);
    }

    Map<String, Integer> happened() {
        return happened;
    }
}
