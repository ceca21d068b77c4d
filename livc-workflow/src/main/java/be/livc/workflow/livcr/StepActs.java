package be.livc.workflow.livcr;

import be.livc.access.Act;
import be.livc.access.Hold;
import be.livc.workflow.transfer.SharedSteps;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** By which acts a step is done: what stops them stops the step. */
public final class StepActs {

    /** The acts that alone do a step. */
    private static final Map<String, Act> ONLY = Map.of(
            Step.PLAN_CONSULTATION,
            Act.PUT_ON_AGENDA,
            Step.CHECK_CONFLICT,
            Act.CHECK_CONFLICT,
            Step.OPEN_CONSULTATION,
            Act.OPEN_CONSULTATION,
            Step.PROPOSE_REVIEW,
            Act.PLAN,
            SharedSteps.WATCH_RELEASE,
            Act.FOLLOW_RELEASE,
            SharedSteps.PREPARE_RELEASE,
            Act.FOLLOW_RELEASE,
            SharedSteps.FIND_DESTINATION,
            Act.FOLLOW_RELEASE,
            SharedSteps.FROZEN,
            Act.FOLLOW_RELEASE);

    /** The acts by which a case goes on in a step that can close it as well. */
    private static final Map<String, Act> BESIDE_CLOSING =
            Map.of(Step.FOLLOW_PLAN, Act.PLAN, Step.FOLLOW_PROGRESS, Act.PLAN, Step.REVIEW, Act.PLAN);

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
