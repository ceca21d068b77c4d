package be.livc.workflow.transfer;

import be.livc.casefile.HandingOver;
import be.livc.platform.Refusal;
import java.util.List;

/**
 * What of a case can go to another cell, judged by that cell's own legal bases at this moment.
 *
 * @param refusals why the case as such cannot be offered there; empty when it can
 */
public record OfferCheck(HandingOver.Opened opened, List<Refusal.Reason> refusals, List<Judged> parts) {

    /** Keeps its own copies. */
    public OfferCheck {
        refusals = List.copyOf(refusals);
        parts = List.copyOf(parts);
    }

    /**
     * One piece of information.
     *
     * @param refusals why the other cell may not hear it; empty when it may
     */
    public record Judged(HandingOver.Part part, List<Refusal.Reason> refusals) {

        /** Keeps its own copy. */
        public Judged {
            refusals = List.copyOf(refusals);
        }

        /** Whether it may go. */
        public boolean mayGo() {
            return refusals.isEmpty();
        }
    }
}
