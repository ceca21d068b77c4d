package be.livc.consultation;

import java.util.Objects;
import java.util.UUID;

/** Names a consultation. */
public record ConsultationId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public ConsultationId {
        Objects.requireNonNull(value, "consultation id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
