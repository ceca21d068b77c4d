package be.livc.desk;

import be.livc.platform.CellId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question with its answers.
 *
 * @param cell the cell that asked; empty when a caller did not say
 * @param channel SCREEN or PHONE
 * @param state OPEN, ANSWERED or CLOSED
 * @param due by when it is answered; of what was asked on, by when that is
 * @param closesAt of an answered one, when it is closed without anybody doing anything
 */
public record QuestionView(
        QuestionId id,
        int number,
        Optional<CellId> cell,
        String channel,
        String topic,
        String text,
        Optional<String> definition,
        Optional<String> step,
        Optional<String> errorCode,
        String state,
        Instant askedAt,
        Instant due,
        Optional<Instant> answeredAt,
        Optional<Instant> closesAt,
        List<Reply> replies) {

    /**
     * What was said after the question.
     *
     * @param byDesk whether the desk said it, or the asker
     * @param article an article that was given as the answer
     */
    public record Reply(boolean byDesk, String text, Optional<ArticleId> article, Instant at) {}

    /** Whether it waits longer than promised. */
    public boolean isLateAt(Instant now) {
        return state.equals("OPEN") && due.isBefore(now);
    }
}
