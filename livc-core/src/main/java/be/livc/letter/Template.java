package be.livc.letter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a letter before it is filled in. Empty lines part paragraphs; a line that begins with {@code #} is a heading, one
 * that begins with {@code -} a point, or as many as its field has lines; <code>{{veld}}</code> is a field. There is nothing else in it: no conditions, no
 * expressions.
 *
 * @param version 0 for the text that came with the program
 * @param delivered whether it is the text that came with the program
 */
public record Template(LetterKind kind, int version, String title, String body, boolean delivered) {

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** The fields in it that its kind does not know, in order. */
    public Set<String> unknownFields() {
        Set<String> unknown = new LinkedHashSet<>();
        Matcher fields = FIELD.matcher(title + "\n" + body);
        while (fields.find()) {
            if (!kind.fields().contains(fields.group(1))) {
                unknown.add(fields.group(1));
            }
        }
        return unknown;
    }

    /** Filled in with fictional data. */
    public Letter preview() {
        return filled(kind.fiction());
    }

    /**
     * Filled in. The parts are found before the fields are filled, so that no value can become a heading or a field.
     *
     * @param values by field; a field without one stays empty
     * @throws IllegalArgumentException when there is a value for a field that the kind does not know
     */
    public Letter filled(Map<String, String> values) {
        if (!kind.fields().containsAll(values.keySet())) {
            throw new IllegalArgumentException("a value for a field that this kind of letter does not have");
        }
        List<Letter.Part> parts = new ArrayList<>();
        for (String block : body.strip().split("\\R\\s*\\R")) {
            parts(block, values, parts);
        }
        return new Letter(fill(title, values), parts);
    }

    private static void parts(String block, Map<String, String> values, List<Letter.Part> parts) {
        List<String> lines = new ArrayList<>();
        for (String line : block.strip().lines().toList()) {
            boolean heading = line.startsWith("#");
            boolean point = line.startsWith("- ");
            if (!heading && !point) {
                lines.add(fill(line, values));
                continue;
            }
            text(lines, parts);
            String text = fill(line.substring(1).strip(), values);
            if (heading) {
                parts.add(new Letter.Heading(text));
            } else {
                text.lines().forEach(one -> parts.add(new Letter.Point(one)));
            }
        }
        text(lines, parts);
    }

    private static void text(List<String> lines, List<Letter.Part> parts) {
        if (!lines.isEmpty()) {
            parts.add(new Letter.Text(String.join("\n", lines)));
            lines.clear();
        }
    }

    private static String fill(String text, Map<String, String> values) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
