package be.livc.access;

import java.util.Optional;
import java.util.UUID;

/** Tells what a case serves: asked where acts are judged, answered by the room that keeps the files. */
@FunctionalInterface
public interface PurposeOfCase {

    /** A code of the list {@code purposes}; empty while there is no file yet. */
    Optional<String> of(UUID caseId);
}
