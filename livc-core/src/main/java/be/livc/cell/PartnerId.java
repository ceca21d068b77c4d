package be.livc.cell;

import java.util.Objects;
import java.util.UUID;

/** Names a partner organisation in one cell. */
public record PartnerId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public PartnerId {
        Objects.requireNonNull(value, "partner id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
