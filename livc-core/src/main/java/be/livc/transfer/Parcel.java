package be.livc.transfer;

import be.livc.casefile.HandingOver.Part;
import be.livc.casefile.Subject;
import be.livc.rights.OpenRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    public Parcel(
            String from,
            String number,
            String reason,
            Subject subject,
            Optional<String> purposeText,
            List<Part> parts,
            @Nullable List<OpenRequest> requests) {
        this.from = from;
        this.number = number;
        this.reason = reason;
        this.subject = subject;
        this.purposeText = purposeText;
        this.parts = List.copyOf(parts);
        this.requests = requests == null ? List.of() : List.copyOf(requests);
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
