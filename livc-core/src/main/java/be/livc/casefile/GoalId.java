package be.livc.casefile;

import java.util.Objects;
import java.util.UUID;

/** Names a goal of a plan of action; stays the same while its wording changes. */
public record GoalId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public GoalId {
        Objects.requireNonNull(value, "goal id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
