package be.livc.cell;

import java.util.Objects;
import java.util.UUID;

/** Names a mandate: one person acting for one partner in one cell. */
public record MandateId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public MandateId {
        Objects.requireNonNull(value, "mandate id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
