package be.livc.naming;

import java.util.Set;

/**
 * How alike two names are.
 *
 * @param score from 0 to 1
 * @param why in what ways they differ; empty when they are the same
 */
public record Match(double score, Set<Difference> why) {

    /** From this score on a name is shown to who asked: set where the quality set finds most and confuses few. */
    public static final double FOUND = 0.72;

    static final Match NONE = new Match(0, Set.of());

    /** Keeps its own copy. */
    public Match {
        why = Set.copyOf(why);
    }

    /** Whether the two may be one name. */
    public boolean isFound() {
        return score >= FOUND;
    }
}
