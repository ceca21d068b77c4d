package be.livc.platform;

import java.util.Objects;
import java.util.UUID;

/** Names the cell, and so the data controller, that a piece of data belongs to. */
public record CellId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public CellId {
        Objects.requireNonNull(value, "cell id");
    }

    /** Reads the usual text form of a UUID; throws {@link IllegalArgumentException} on any other text. */
    public static CellId of(String text) {
        return new CellId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
