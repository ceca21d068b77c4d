package be.livc.consultation;

import be.livc.cell.MandateId;
import java.util.Map;

/** Records a decision, with the votes of those present. */
public record Decide(String text, Map<MandateId, Vote> votes) {

    /** How somebody voted. */
    public enum Vote {
        /** For. */
        FOR,
        /** Against. */
        AGAINST,
        /** Neither. */
        ABSTAIN
    }

    /** Keeps its own copy of the votes. */
    public Decide {
        votes = Map.copyOf(votes);
    }
}
