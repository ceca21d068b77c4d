package be.livc.consultation;

import be.livc.cell.MandateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of the sheet to the local police, as somebody sees it who took part. Only an {@link AgreedSheet} can be sent:
 * {@link FeedbackSheets#export} takes no other.
 */
public sealed interface FeedbackSheet permits DraftSheet, AgreedSheet {

    /**
     * How one of those who took part voted.
     *
     * @param agrees empty while they are waited for
     */
    record Vote(MandateId mandate, String name, Optional<Boolean> agrees) {}

    /** Which version it is. */
    FeedbackSheetId id();

    /** What people call it. */
    String number();

    /** From 1; a redraft is the next. */
    int version();

    /** What the police would be told. */
    String text();

    /** Everyone who effectively took part, with their vote. */
    List<Vote> votes();

    /** When it was drafted. */
    Instant draftedAt();

    /** How many agree. */
    default long agreeing() {
        return votes().stream()
                .filter(vote -> vote.agrees().filter(Boolean::booleanValue).isPresent())
                .count();
    }
}
