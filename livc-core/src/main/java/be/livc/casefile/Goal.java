package be.livc.casefile;

import be.livc.platform.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan wants to reach.
 *
 * @param domain a code of the list {@code life-domains}
 * @param state a code of the list {@code goal-states}
 */
public record Goal(GoalId id, String domain, String goal, GoalState state) {

    /** A new goal, still to be reached. */
    public Goal(String domain, String goal) {
        this(new GoalId(Ids.next()), domain, goal, GoalState.OPEN);
    }

    /** Reads what was sealed; goals of plans from before they had ids and states get the same id at every reading. */
    @JsonCreator
    static Goal read(@Nullable GoalId id, String domain, String goal, @Nullable GoalState state) {
        return new Goal(
                id == null ? new GoalId(UUID.nameUUIDFromBytes((domain + goal).getBytes(StandardCharsets.UTF_8))) : id,
                domain,
                goal,
                state == null ? GoalState.OPEN : state);
    }
}
