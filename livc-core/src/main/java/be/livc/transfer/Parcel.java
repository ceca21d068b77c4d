package be.livc.transfer;

import be.livc.casefile.HandingOver.Part;
import be.livc.casefile.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What goes over, opened: sealed under the sender's key before, under the receiver's after. Never printed.
 *
 * @param from what the sending cell is called
 * @param releaseOn when the person is expected to leave prison
 */
public record Parcel(
        String from,
        String number,
        String reason,
        Subject subject,
        Optional<LocalDate> releaseOn,
        Optional<String> purposeText,
        List<Part> parts) {

    /** Keeps its own copy. */
    public Parcel {
        parts = List.copyOf(parts);
    }

    /** What the receiver sees of it before answering. */
    Summary summary() {
        return new Summary(
                subject,
                number,
                reason,
                releaseOn,
                parts.stream()
                        .map(part -> new Summary.Line(
                                part.type().name(), part.called(), part.code(), part.day(), part.secret()))
                        .toList());
    }

    @Override
    public String toString() {
        return "•••";
    }
}
