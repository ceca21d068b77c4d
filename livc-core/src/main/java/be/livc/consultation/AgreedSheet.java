package be.livc.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A sheet to which all who effectively took part agreed. Made here only, from their votes. */
public final class AgreedSheet implements FeedbackSheet {

    private final FeedbackSheetId id;
    private final String number;
    private final int version;
    private final String text;
    private final List<Vote> votes;
    private final Instant draftedAt;
    private final Optional<Instant> sentAt;

    AgreedSheet(
            FeedbackSheetId id,
            String number,
            int version,
            String text,
            List<Vote> votes,
            Instant draftedAt,
            Optional<Instant> sentAt) {
        boolean everyone = !votes.isEmpty()
                && votes.stream()
                        .allMatch(vote ->
                                vote.agrees().filter(Boolean::booleanValue).isPresent());
        if (!everyone) {
            throw new IllegalStateException("a sheet is agreed by everyone who took part, or it is not");
        }
        this.id = id;
        this.number = number;
        this.version = version;
        this.text = text;
        this.votes = List.copyOf(votes);
        this.draftedAt = draftedAt;
        this.sentAt = sentAt;
    }

    @Override
    public FeedbackSheetId id() {
        return id;
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<Vote> votes() {
        return votes;
    }

    @Override
    public Instant draftedAt() {
        return draftedAt;
    }

    /** When it was first given out. */
    public Optional<Instant> sentAt() {
        return sentAt;
    }
}
