package be.livc.casefile;

import be.livc.access.ObjectType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Hides something because of an investigation.
 *
 * @param type CASE for a whole case; else an AGENDA_ITEM or a piece of information, such as a FACT or a DISCLOSURE
 * @param reference number or note behind it; sealed, seen by its layer only
 * @param review the day on which it is looked at again
 */
public record LayEmbargo(ObjectType type, UUID object, Optional<String> reference, LocalDate review) {}
