package be.livc.transfer;

import java.time.Instant;
import java.util.Optional;

/**
 * A hand-over in a list: no content.
 *
 * @param incoming whether it comes in
 * @param number what the case is called here, where it has a file here
 * @param other what the other cell is called
 */
public record TransferRow(
        TransferId id,
        boolean incoming,
        Optional<String> number,
        String other,
        TransferKind kind,
        TransferState state,
        int parts,
        Instant at,
        Instant answerBy) {}
