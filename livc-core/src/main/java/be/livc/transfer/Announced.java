package be.livc.transfer;

import be.livc.casefile.CaseId;
import be.livc.platform.CellId;
import java.time.Instant;

/**
 * What both cells know of a hand-over without opening anything.
 *
 * @param caseId the case at the sender's
 * @param parts how many pieces of information go with it
 * @param answerBy when the receiver should have answered
 */
public record Announced(
        TransferId id,
        CaseId caseId,
        CellId from,
        CellId to,
        TransferKind kind,
        String purpose,
        int parts,
        Instant answerBy) {}
