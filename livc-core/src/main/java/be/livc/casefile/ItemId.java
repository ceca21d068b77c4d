package be.livc.casefile;

import java.util.Objects;
import java.util.UUID;

/** Names one piece of information in a case. */
public record ItemId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public ItemId {
        Objects.requireNonNull(value, "item id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
