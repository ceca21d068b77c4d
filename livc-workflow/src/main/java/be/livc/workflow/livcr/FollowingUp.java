package be.livc.workflow.livcr;

import be.livc.workflow.engine.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps between a consultation and the next review. They decide the same thing, how the case goes on, and differ in what
 * went before: nothing yet, progress, or the proposal of a consultation.
 */
final class FollowingUp {

    private static final List<String> STEPS = List.of(Step.FOLLOW_PLAN, Step.FOLLOW_PROGRESS, Step.PROPOSE_REVIEW);

    private FollowingUp() {}

    /** The one of these steps that is among those that wait ({@link Processes#open}), if any. */
    static Optional<String> among(Set<String> open) {
        return STEPS.stream().filter(open::contains).findFirst();
    }

    /** These steps, and others beside them. */
    static Set<String> stepsAnd(String... others) {
        return Stream.concat(STEPS.stream(), Stream.of(others)).collect(Collectors.toUnmodifiableSet());
    }

    /** What such a step is done with. */
    static Map<String, Object> with(String followUp, Map<String, Object> dates) {
        Map<String, Object> codes = new HashMap<>(dates);
        codes.put("followUp", followUp);
        return codes;
    }
}
