package be.livc.casefile;

import java.util.Optional;

/**
 * What a case is called in a list of tasks.
 *
 * @param number empty for a signal that is not on the case list
 * @param subject empty when the reader does not see who it is about
 */
public record CaseLabel(Optional<String> number, Optional<Subject> subject) {}
