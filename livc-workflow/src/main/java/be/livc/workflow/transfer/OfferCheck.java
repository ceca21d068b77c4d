package be.livc.workflow.transfer;

import be.livc.casefile.HandingOver;
import be.livc.platform.Refusal;
import be.livc.rights.OpenRequest;
import java.util.List;

/**
 * What of a case can go to another cell, judged by that cell's own legal bases at this moment.
 *
 * @param refusals why the case as such cannot be offered there; empty when it can
 * @param requests what the data subject asked about it and was not answered yet
 * @param awaitsAnswer whether OCAD was asked for a threat evaluation and has not answered
 */
public record OfferCheck(
        HandingOver.Opened opened,
        List<Refusal.Reason> refusals,
        List<Judged> parts,
        List<OpenRequest> requests,
        boolean awaitsAnswer) {

    /** Keeps its own copies. */
    public OfferCheck {
        refusals = List.copyOf(refusals);
        parts = List.copyOf(parts);
        requests = List.copyOf(requests);
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
