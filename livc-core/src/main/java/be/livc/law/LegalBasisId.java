package be.livc.law;

import java.util.Objects;
import java.util.UUID;

/** Names a legal basis of one cell. */
public record LegalBasisId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public LegalBasisId {
        Objects.requireNonNull(value, "legal basis id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
