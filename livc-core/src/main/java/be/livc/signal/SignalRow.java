package be.livc.signal;

import be.livc.casefile.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * A signal in a list.
 *
 * @param subject empty when the reader does not see who it is about
 */
public record SignalRow(
        SignalId id, String number, String state, String urgency, Instant filedAt, Optional<Subject> subject) {}
