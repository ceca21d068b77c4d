package be.livc.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article in blocks, for a template to show: headings, paragraphs, lists; bold words and links to pages of the
 * program. Nothing of it is ever HTML, so that nothing needs to be cleaned.
 */
record Prose(List<Block> blocks) {

    /** What a block is. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        LIST,
        NUMBERED
    }

    /** A block: a line of a heading or paragraph, or the lines of a list. */
    record Block(Kind kind, List<List<Run>> lines) {}

    /** A run of characters; {@code href} is null where it leads nowhere. */
    record Run(String text, boolean bold, @Nullable String href) {}

    private static final Pattern SPECIAL = Pattern.compile("\\*\\*(.+?)\\*\\*|\\[([^\\]]+)]\\((/[^)\\s]*)\\)");

    static Prose of(String body) {
        List<Block> blocks = new ArrayList<>();
        for (String part : body.strip().split("\\R\\s*\\R")) {
            List<String> lines = part.strip().lines().map(String::strip).toList();
            int at = 0;
            while (at < lines.size()) {
                at = take(lines, at, blocks);
            }
        }
        return new Prose(blocks);
    }

    /** Takes the next block of a part; where it ends. */
    private static int take(List<String> lines, int from, List<Block> blocks) {
        String first = lines.get(from);
        if (first.startsWith("#")) {
            blocks.add(new Block(Kind.HEADING, List.of(runs(first.replaceFirst("^#+\\s*", "")))));
            return from + 1;
        }
        Kind kind = kindOf(first);
        List<List<Run>> taken = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int at = from;
        while (at < lines.size()
                && kindOf(lines.get(at)) == kind
                && !lines.get(at).startsWith("#")) {
            if (kind == Kind.PARAGRAPH) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(lines.get(at));
            } else {
                taken.add(runs(lines.get(at).replaceFirst("^(-|\\*|\\d+\\.)\\s+", "")));
            }
            at++;
        }
        if (kind == Kind.PARAGRAPH) {
            taken.add(runs(paragraph.toString()));
        }
        blocks.add(new Block(kind, taken));
        return at;
    }

    private static Kind kindOf(String line) {
        if (line.matches("[-*]\\s+.*")) {
            return Kind.LIST;
        }
        return line.matches("\\d+\\.\\s+.*") ? Kind.NUMBERED : Kind.PARAGRAPH;
    }

    private static List<Run> runs(String line) {
        List<Run> runs = new ArrayList<>();
        Matcher special = SPECIAL.matcher(line);
        int at = 0;
        while (special.find()) {
            runs.add(new Run(line.substring(at, special.start()), false, null));
            runs.add(
                    special.group(1) != null
                            ? new Run(special.group(1), true, null)
                            : new Run(special.group(2), false, special.group(3)));
            at = special.end();
        }
        runs.add(new Run(line.substring(at), false, null));
        return runs;
    }
}
