package be.livc.transfer;

import be.livc.casefile.HandingOver.Part;
import be.livc.casefile.Subject;
import be.livc.rights.OpenRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes over, opened: sealed under the sender's key before, under the receiver's after. Never printed.
 *
 * @param from what the sending cell is called
 * @param requests what the data subject asked of the sending cell and was not answered yet
 */
public record Parcel(
        String from,
        String number,
        String reason,
        Subject subject,
        Optional<String> purposeText,
        List<Part> parts,
        List<OpenRequest> requests) {

    /** Keeps its own copies; one that was sealed before requests went along names none. */
    public Parcel {
        parts = List.copyOf(parts);
        requests = List.copyOf(Objects.requireNonNullElse(requests, List.of()));
    }

    /** What the receiver sees of it before answering. */
    Summary summary() {
        return new Summary(
                subject,
                number,
                reason,
                parts.stream()
                        .map(part -> new Summary.Line(part.type().name(), part.code(), part.day(), part.secret()))
                        .toList());
    }

    @Override
    public String toString() {
        return "•••";
    }
}
