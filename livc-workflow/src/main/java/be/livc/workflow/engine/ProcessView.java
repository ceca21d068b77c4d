package be.livc.workflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a case is in its process.
 *
 * @param definition the key of the process, such as {@code livc-r-case}
 * @param version the version of the process that this case follows
 * @param active the steps that wait now, in the order in which they began
 * @param completed the elements that were passed at least once, in the order of the first time
 * @param history every pass of every element, oldest first
 */
public record ProcessView(
        String definition, int version, List<String> active, List<String> completed, List<Passage> history) {

    /** Keeps its own copies. */
    public ProcessView {
        active = List.copyOf(active);
        completed = List.copyOf(completed);
        history = List.copyOf(history);
    }

    /**
     * One pass of one element.
     *
     * @param activityId the element in the model
     * @param from when it was reached
     * @param until when it was left; empty while it waits
     */
    public record Passage(String activityId, Instant from, Optional<Instant> until) {}
}
