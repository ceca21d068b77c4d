package be.livc.draft;

import java.time.Instant;

/**
 * What its author typed.
 *
 * @param content the fields, as the form sent them
 */
public record Draft(Instant savedAt, String content) {}
