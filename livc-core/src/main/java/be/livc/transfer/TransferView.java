package be.livc.transfer;

import be.livc.casefile.CaseId;
import java.time.Instant;
import java.util.Optional;

/**
 * A hand-over as one reader sees it.
 *
 * @param incoming whether it comes in
 * @param caseId the case here: the one that is offered, or the one that it has become
 * @param other what the other cell is called
 * @param reason why it is handed over
 * @param summary who it is about and what comes with it; of an incoming one that is not refused or taken back
 * @param answerCode for a refusal, a code of the list {@code transfer-refusals}
 * @param answer for a refusal, what the receiver wrote
 */
public record TransferView(
        TransferId id,
        boolean incoming,
        Optional<CaseId> caseId,
        Optional<String> number,
        String other,
        TransferKind kind,
        String purpose,
        TransferState state,
        int parts,
        Optional<String> reason,
        Optional<Summary> summary,
        Instant at,
        Instant answerBy,
        Optional<Instant> answeredAt,
        Optional<String> answerCode,
        Optional<String> answer) {}
