package be.livc.casefile;

import java.util.Objects;
import java.util.UUID;

/** Names a measure of a plan of action. */
public record MeasureId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public MeasureId {
        Objects.requireNonNull(value, "measure id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
