package be.livc.workflow.livcr;

import be.livc.calendar.WorkingDays;
import be.livc.workflow.decision.Term;
import be.livc.workflow.engine.Processes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The dates of a review, and of the proposal to hold a consultation for it. */
final class Deadlines {

    private Deadlines() {}

    /**
     * The dates that a step which waits for a review takes along: the review itself, and the moment at which a consultation
     * is proposed for it. When the review is near, that is half-way, so that the proposal is never there at once.
     *
     * @param proposal how long before the review that is, where there is that much time
     */
    static Map<String, Object> review(LocalDate day, Instant now, Term proposal) {
        Instant review = WorkingDays.onMorningOf(day);
        Duration half = Duration.between(now, review).dividedBy(2);
        Instant wanted = proposal.before(day);
        Instant halfWay = review.minus(half);
        return Map.of("reviewDate", review, "proposalDate", wanted.isBefore(halfWay) ? halfWay : wanted);
    }

    /** The same, when a consultation was proposed for this review and declined: it is not proposed again. */
    static Map<String, Object> reviewWithoutProposal(LocalDate day) {
        return Map.of("reviewDate", WorkingDays.onMorningOf(day), "proposalDate", Processes.NEVER);
    }

    /** The moment of the proposal, by the timers of the model that it belongs to. */
    static Map<String, Instant> proposalTimer(Map<String, Object> dates) {
        return dates.get("proposalDate") instanceof Instant at ? Map.of("reviewApproaches", at) : Map.of();
    }
}
