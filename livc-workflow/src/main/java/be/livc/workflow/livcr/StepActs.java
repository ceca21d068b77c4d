package be.livc.workflow.livcr;

import be.livc.access.Act;
import java.util.Map;
import java.util.Optional;

/** Which act does a step that one act alone can do: what stops the act stops the step. */
public final class StepActs {

    private static final Map<String, Act> ONLY = Map.of(
            "planConsultation",
            Act.PUT_ON_AGENDA,
            "checkConflict",
            Act.CHECK_CONFLICT,
            "openConsultation",
            Act.OPEN_CONSULTATION,
            "proposeReview",
            Act.PLAN,
            "watchRelease",
            Act.FOLLOW_RELEASE,
            "prepareRelease",
            Act.FOLLOW_RELEASE,
            "findDestination",
            Act.FOLLOW_RELEASE,
            "frozen",
            Act.FOLLOW_RELEASE);

    private StepActs() {}

    /** The act that does this step of a process; empty where there are several, as closing or refusing beside going on. */
    public static Optional<Act> of(String step) {
        return Optional.ofNullable(ONLY.get(step));
    }
}
