package be.livc.transfer;

import java.util.Objects;
import java.util.UUID;

/** Names a hand-over; the same in both cells. */
public record TransferId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public TransferId {
        Objects.requireNonNull(value, "transfer id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
