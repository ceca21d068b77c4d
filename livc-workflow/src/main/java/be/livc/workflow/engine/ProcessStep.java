package be.livc.workflow.engine;

import java.util.List;

/**
 * A place in a process where a case can be: a step that waits for somebody, a milestone, or an end.
 *
 * @param id the element in the model
 * @param name what the step is called, in Dutch
 * @param documentation who does it, what it is and on which ground, in Dutch, a line each
 * @param capacities whom it waits for; empty for a milestone and an end
 */
public record ProcessStep(String id, String name, String documentation, List<String> capacities) {

    /** Keeps its own copy. */
    public ProcessStep {
        capacities = List.copyOf(capacities);
    }
}
