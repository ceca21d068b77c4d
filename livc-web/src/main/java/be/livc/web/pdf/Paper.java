package be.livc.web.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be on paper, block after block; texts only, so that nothing in them can become markup.
 *
 * <pre>{@code
 * Paper.titled("Verslag O-2026-008").heading("Punt 1").text("...").table(List.of("Wie", "In"), rows).done()
 * }</pre>
 *
 * @param title of the paper and of the file; holds no name of a person
 * @param mark what stands at the head of every page
 * @param language in which it is written: how its pages are counted, and what a screen reader reads it in
 * @param watermark what lies across every page, such as for whom this copy is
 */
public record Paper(String title, String mark, Locale language, List<Block> blocks, Optional<String> watermark) {

    /** What papers with content of a case are marked with, unless said otherwise. */
    public static final String CONFIDENTIAL = "Vertrouwelijk — art. 458ter Sw.";

    /** The use that art. 458ter §2 of the Criminal Code leaves for what was said under it. */
    public static final String USE_RESTRICTION =
            "Wie deelneemt aan het overleg is gebonden door het beroepsgeheim. Wat hier staat mag enkel dienen voor"
                    + " het doel van het overleg; geheimen mogen enkel gebruikt worden voor de vervolging van de"
                    + " misdrijven waarvoor het overleg is gehouden (art. 458ter §2 Sw.).";

    /** Keeps its own copy of the blocks. */
    public Paper {
        blocks = List.copyOf(blocks);
    }

    /** One part of a paper. */
    public sealed interface Block {}

    /** The title of a part. */
    record Heading(String text) implements Block {}

    /** A paragraph; a new line in it stays one. */
    record Text(String text) implements Block {}

    /** A paragraph that stands out: a restriction of use, a warning. */
    record Notice(String text) implements Block {}

    /** Points, one under the other. */
    record Points(List<String> texts) implements Block {}

    /** A table; its heads come back on every page, and the first cell of a row names the row. */
    record Table(List<String> heads, List<List<String>> rows) implements Block {}

    /** A short table of numbers: their columns stand below each other from table to table, and it stays on one page. */
    record Counts(List<String> heads, List<List<String>> rows) implements Block {}

    /** A picture of so many millimetres wide and high, and what it shows in words. */
    record Picture(byte[] png, int side, String says) implements Block {}

    /** Begins a confidential paper, in Dutch. */
    public static Writer titled(String title) {
        return new Writer(title);
    }

    /** Writes a paper from top to bottom. */
    public static final class Writer {

        private final String title;
        private final List<Block> blocks = new ArrayList<>();
        private String mark = CONFIDENTIAL;
        private Locale language = Locale.forLanguageTag("nl-BE");
        private Optional<String> watermark = Optional.empty();

        private Writer(String title) {
            this.title = title;
        }

        /** Another mark at the head of every page. */
        public Writer marked(String text) {
            mark = text;
            return this;
        }

        /** Another language than Dutch. */
        public Writer in(Locale spoken) {
            language = spoken;
            return this;
        }

        /** What lies across every page. */
        public Writer watermarked(String text) {
            watermark = Optional.of(text);
            return this;
        }

        /** The title of a part. */
        public Writer heading(String text) {
            blocks.add(new Heading(text));
            return this;
        }

        /** A paragraph; an empty text adds nothing. */
        public Writer text(String text) {
            if (!text.isBlank()) {
                blocks.add(new Text(text));
            }
            return this;
        }

        /** A paragraph that stands out. */
        public Writer notice(String text) {
            blocks.add(new Notice(text));
            return this;
        }

        /** Points, one under the other; none adds nothing. */
        public Writer points(List<String> texts) {
            if (!texts.isEmpty()) {
                blocks.add(new Points(List.copyOf(texts)));
            }
            return this;
        }

        /** A table; every row has as many cells as there are heads. */
        public Writer table(List<String> heads, List<List<String>> rows) {
            blocks.add(new Table(List.copyOf(heads), List.copyOf(rows)));
            return this;
        }

        /** A table of numbers, after what each row counts; every row has as many cells as there are heads. */
        public Writer counts(List<String> heads, List<List<String>> rows) {
            blocks.add(new Counts(List.copyOf(heads), List.copyOf(rows)));
            return this;
        }

        /** A square picture of so many millimetres; {@code says} is what it shows, for who does not see it. */
        public Writer picture(byte[] png, int side, String says) {
            blocks.add(new Picture(png, side, says));
            return this;
        }

        /** The paper. */
        public Paper done() {
            return new Paper(title, mark, language, blocks, watermark);
        }
    }
}
