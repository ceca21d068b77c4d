package be.livc.signal;

import java.util.Map;
import java.util.Optional;

/**
 * Weighs a signal.
 *
 * @param criteria for each code of the list {@code assessment-criteria} that was weighed, the answer
 * @param outcome what the assessor concludes
 * @param referral a code of the list {@code referral-kinds}; needed when the outcome is to refer
 */
public record Assess(Map<String, Answer> criteria, Outcome outcome, String reason, Optional<String> referral) {

    /** The answer to a criterion. */
    public enum Answer {
        /** It is met. */
        YES,
        /** It is not met. */
        NO,
        /** Nobody knows. */
        UNKNOWN
    }

    /** What an assessor concludes. */
    public enum Outcome {
        /** The signal goes to the mayor, for the case list. */
        RETAINED,
        /** The signal goes no further and is erased at the short term. */
        NOT_RETAINED,
        /** The signal goes to a service that can help without a consultation. */
        REFERRED
    }

    /** Keeps its own copy of the answers. */
    public Assess {
        criteria = Map.copyOf(criteria);
    }
}
