package be.livc.rights;

import java.util.UUID;

/** Names a request of a data subject. */
public record SubjectRequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
