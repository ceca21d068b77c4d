package be.livc.cell;

import java.util.Objects;
import java.util.UUID;

/** Names an account, wherever it is used. */
public record UserId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public UserId {
        Objects.requireNonNull(value, "user id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
