package be.livc.transfer;

import be.livc.casefile.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the receiving cell sees before it answers: who, why, and which kinds of information; no content.
 *
 * @param number what the case is called at the sender's
 * @param releaseOn when the person is expected to leave prison, where they are in one and it is known
 */
public record Summary(Subject subject, String number, String reason, Optional<LocalDate> releaseOn, List<Line> lines) {

    /** Keeps its own copy. */
    public Summary {
        lines = List.copyOf(lines);
    }

    /**
     * One piece of information that is offered.
     *
     * @param type what kind of information, as access calls it
     * @param called what the sending cell calls it, where that is not its type
     * @param code a code that goes with the type, where there is one
     */
    public record Line(String type, Optional<String> called, Optional<String> code, LocalDate day, boolean secret) {}

    @Override
    public String toString() {
        return "•••";
    }
}
