package be.livc.oversight;

/**
 * A rule as it stands in the cell, with what came of it.
 *
 * @param rule which
 * @param active whether it looks
 * @param threshold what counts as much or late
 * @param open how many findings wait
 * @param reviewed how many were reviewed
 * @param hits how many of these were not explained
 */
public record RuleRecord(ReviewRule rule, boolean active, int threshold, long open, long reviewed, long hits) {

    /** How little a finding of it leaves explained: its weight, by its hits so far, begun as one in two. */
    double rank() {
        return rule.weight() * (hits + 1.0) / (reviewed + 2.0);
    }
}
