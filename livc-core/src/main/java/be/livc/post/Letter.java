package be.livc.post;

import be.livc.cell.MandateId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Something to tell somebody by mail.
 *
 * @param id the same at every try, so that a mail that comes twice is known to be one
 * @param to whose address it goes to
 * @param kind a code: what it says
 * @param about the object it is about; never told
 * @param heldOn the day of a meeting, or the last day on which a notice is still worth sending
 * @param startsAt its hour by the clock of Brussels, where it is known
 */
public record Letter(
        UUID id,
        MandateId to,
        String kind,
        UUID about,
        LocalDate heldOn,
        Optional<LocalTime> startsAt,
        Instant createdAt) {}
