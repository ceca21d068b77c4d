package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.consultation.Consultations;
import be.livc.workflow.engine.Processes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where a case goes that leaves the agenda of a consultation without having been discussed: back to where it came from. One
 * that was followed up is followed up again, until the day of its review; any other waits for a consultation.
 */
@Component
class OffTheAgenda {

    /** The steps from which a case comes on an agenda. */
    private static final Set<String> BEFORE = FollowingUp.stepsAnd(Step.PLAN_CONSULTATION, Step.REVIEW);

    private final Consultations consultations;
    private final ReviewDates reviews;
    private final Processes processes;

    OffTheAgenda(Consultations consultations, ReviewDates reviews, Processes processes) {
        this.consultations = consultations;
        this.reviews = reviews;
        this.processes = processes;
    }

    /**
     * Takes a case back from the step where it waits.
     *
     * @param decided the code by which the step is done, besides the way back
     */
    void goBack(CaseId id, String step, Map<String, Object> decided) {
        Map<String, Object> codes = new HashMap<>(wayBack(id));
        codes.putAll(decided);
        processes.complete(id.value(), step, codes);
    }

    /** Takes a case on from where it waited for an embargo that fell: to the meeting that is still to discuss it, or back. */
    void embargoFell(CaseId id) {
        if (consultations.isToDiscuss(id)) {
            processes.complete(id.value(), Step.REVIEW_EMBARGO, Map.of("conflictCheck", "CLEAR"));
        } else {
            goBack(id, Step.REVIEW_EMBARGO, Map.of("conflictCheck", "WITHDRAWN"));
        }
    }

    private Map<String, Object> wayBack(CaseId id) {
        boolean wasFollowedUp = processes
                .lastOf(id.value(), BEFORE)
                .filter(step -> !step.equals(Step.PLAN_CONSULTATION))
                .isPresent();
        if (!wasFollowedUp) {
            return Map.of("back", "LIST");
        }
        // The day may have come while the case was on the agenda, when nothing waited for it.
        if (reviews.isReached(id)) {
            return Map.of("back", "REVIEW");
        }
        Map<String, Object> codes = new HashMap<>(reviews.of(id));
        codes.put("back", "FOLLOW_UP");
        return codes;
    }
}
