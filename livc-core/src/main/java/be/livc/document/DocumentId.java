package be.livc.document;

import java.util.UUID;

/** Names a document. */
public record DocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
