package be.livc.casefile;

import java.util.Optional;

/**
 * What a case is called in a list of tasks.
 *
 * @param number empty for a signal that is not on the case list
 * @param purpose what it is consulted on for, a code; empty for a signal that is not on the case list
 * @param subject empty when the reader does not see who it is about
 */
public record CaseLabel(Optional<String> number, Optional<String> purpose, Optional<Subject> subject) {

    /** Of a case of which nothing could be found. */
    public static CaseLabel unknown() {
        return new CaseLabel(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
