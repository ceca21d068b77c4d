package be.livc.document;

import be.livc.access.Why;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A document as one reader sees it; its content is asked for apart.
 *
 * @param type as found in the content, such as {@code application/pdf}
 * @param size in bytes
 * @param agendaItem the item of a consultation at which it was shown
 * @param recipients the mandates it was disclosed to; frozen when it was recorded
 * @param why why the reader sees it
 */
public record DocumentView(
        DocumentId id,
        String name,
        String type,
        long size,
        boolean secret,
        DocumentState state,
        Instant at,
        MandateId by,
        String byName,
        Optional<UUID> agendaItem,
        List<MandateId> recipients,
        List<Why> why) {}
