package be.livc.consultation;

import java.time.Instant;

/**
 * A copy of an agreed sheet for one receiver; what identifies the copy is to be seen on every page of it.
 *
 * @param receiver the person and organisation that it is for
 */
public record SentSheet(String number, int version, String text, String receiver, Instant at) {}
