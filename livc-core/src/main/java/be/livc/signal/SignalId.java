package be.livc.signal;

import java.util.Objects;
import java.util.UUID;

/** Names a signal. */
public record SignalId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public SignalId {
        Objects.requireNonNull(value, "signal id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
