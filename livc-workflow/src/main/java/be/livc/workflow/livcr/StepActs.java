package be.livc.workflow.livcr;

import be.livc.access.Act;
import be.livc.access.Hold;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** By which acts a step is done: what stops them stops the step. */
public final class StepActs {

    /** The acts that alone do a step. */
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

    /** The acts by which a case goes on in a step that can close it as well. */
    private static final Map<String, Act> BESIDE_CLOSING =
            Map.of("followPlan", Act.PLAN, "followProgress", Act.PLAN, "review", Act.PLAN);

    private StepActs() {}

    /**
     * What keeps this step of a process waiting; empty where it can be done, or in a way that nothing holds, as refusing
     * beside going on.
     *
     * @param holding what stops an act in the case now
     */
    public static Optional<HeldStep> held(String step, Function<Act, Optional<Hold>> holding) {
        Optional<HeldStep> whole =
                Optional.ofNullable(ONLY.get(step)).flatMap(holding).map(hold -> new HeldStep(hold, false));
        return whole.or(() -> Optional.ofNullable(BESIDE_CLOSING.get(step))
                .flatMap(holding)
                .map(hold -> new HeldStep(hold, !hold.stops(Act.CLOSE_CASE))));
    }
}
