package be.livc.letter;

import java.util.List;

/** A letter that is filled in, part after part: texts only. */
public record Letter(String title, List<Part> parts) {

    /** Keeps its own copy of the parts. */
    public Letter {
        parts = List.copyOf(parts);
    }

    /** One part of a letter. */
    public sealed interface Part {
        /** What it says. */
        String text();
    }

    /** The title of what follows. */
    public record Heading(String text) implements Part {}

    /** A paragraph; a new line in it stays one. */
    public record Text(String text) implements Part {}

    /** A point of a list. */
    public record Point(String text) implements Part {}
}
