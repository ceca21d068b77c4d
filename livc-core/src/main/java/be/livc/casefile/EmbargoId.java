package be.livc.casefile;

import java.util.Objects;
import java.util.UUID;

/** Names an embargo of one cell. */
public record EmbargoId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public EmbargoId {
        Objects.requireNonNull(value, "embargo id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
