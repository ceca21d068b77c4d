package be.livc.desk;

import java.util.Objects;
import java.util.UUID;

/** Names a question to the helpdesk. */
public record QuestionId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public QuestionId {
        Objects.requireNonNull(value, "question id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
