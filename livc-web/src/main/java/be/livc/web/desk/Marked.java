package be.livc.web.desk;

import be.livc.desk.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text in pieces, so that some of them can be shown marked. */
record Marked(List<Piece> pieces) {

    /** A piece; {@code kind} is the end of a message key that says why it is marked, or null where it is not. */
    record Piece(String text, @Nullable String kind) {}

    /** With what the guard found. */
    static Marked of(String text, List<Finding> findings) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Finding finding : findings) {
            pieces.add(new Piece(text.substring(at, finding.from()), null));
            pieces.add(new Piece(
                    text.substring(finding.from(), finding.to()), finding.kind().name()));
            at = finding.to();
        }
        pieces.add(new Piece(text.substring(at), null));
        return new Marked(pieces);
    }

    /** An excerpt in which every second piece between characters 1 is a word that was sought. */
    static Marked ofExcerpt(String excerpt) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = excerpt.replaceAll("[#*]+", "").split("\u0001", -1);
        for (int i = 0; i < parts.length; i++) {
            pieces.add(new Piece(parts[i], i % 2 == 1 ? "SOUGHT" : null));
        }
        return new Marked(pieces);
    }

    /** Each reason once. */
    public Set<String> kinds() {
        Set<String> kinds = new LinkedHashSet<>();
        pieces.forEach(piece -> {
            if (piece.kind() != null) {
                kinds.add(piece.kind());
            }
        });
        return kinds;
    }
}
