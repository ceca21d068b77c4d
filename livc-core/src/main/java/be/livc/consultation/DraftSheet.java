package be.livc.consultation;

import java.time.Instant;
import java.util.List;

/**
 * A sheet that not everyone agreed to: it cannot be sent.
 *
 * @param state BLOCKED while it quotes a secret, VOTING, REJECTED when somebody does not agree, or REPLACED by a redraft
 * @param quotes where its text quotes something that was flagged secret; nothing of the secret itself is shown
 */
public record DraftSheet(
        FeedbackSheetId id,
        String number,
        int version,
        String state,
        String text,
        List<Passage> quotes,
        List<Vote> votes,
        Instant draftedAt)
        implements FeedbackSheet {}
