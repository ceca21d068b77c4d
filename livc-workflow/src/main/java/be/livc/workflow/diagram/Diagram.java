package be.livc.workflow.diagram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process as a picture and as a list.
 *
 * @param definition the key of the process
 * @param xml BPMN 2.0 with the places of all shapes
 * @param active the ids of the steps that wait now
 * @param completed the ids of the elements that were passed at least once
 * @param rows the same, step by step: where the case has been, as time went, then the rest in the order of the picture
 */
public record Diagram(String definition, String xml, List<String> active, List<String> completed, List<Row> rows) {

    /** Keeps its own copies. */
    public Diagram {
        active = List.copyOf(active);
        completed = List.copyOf(completed);
        rows = List.copyOf(rows);
    }

    /** How far the case is with a step. */
    public enum Progress {
        /** It waits for somebody now. */
        WAITING,
        /** It was passed, perhaps several times. */
        PASSED,
        /** It was not reached so far. */
        NOT_REACHED
    }

    /**
     * One step.
     *
     * @param id the element in the picture
     * @param name what the step is called, in Dutch
     * @param documentation who does it, what it is and on which ground, in Dutch, a line each
     * @param capacities whom it waits for; empty for a milestone and an end
     * @param progress how far the case is with it
     * @param at since when it waits, or when it was last passed
     * @param spent how long the case was at it in all, up to now
     */
    public record Row(
            String id,
            String name,
            String documentation,
            List<String> capacities,
            Progress progress,
            Optional<Instant> at,
            Duration spent) {}
}
