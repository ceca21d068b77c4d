package be.livc.casefile;

import java.util.Objects;
import java.util.UUID;

/** Names a case; born with the signal, and so also the name of its key and of its process. */
public record CaseId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public CaseId {
        Objects.requireNonNull(value, "case id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
