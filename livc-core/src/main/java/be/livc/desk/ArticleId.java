package be.livc.desk;

import java.util.Objects;
import java.util.UUID;

/** Names an article of the knowledge base. */
public record ArticleId(UUID value) {

    /** Refuses a missing value with a {@link NullPointerException}. */
    public ArticleId {
        Objects.requireNonNull(value, "article id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
