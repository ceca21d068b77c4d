package be.livc.vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one subject can be found by. A third party (family, victim, reporter) has none.
 *
 * @param names the name as it is written, whole or in its parts (family name, given names); not empty
 * @param aliases other names the subject goes by
 */
public record SearchRecord(List<String> names, List<String> aliases, Optional<LocalDate> birthDate) {

    /** Sealed lengths come in steps of this many bytes at least, so that they tell little about a name. */
    private static final int STEP = 256;

    /** Keeps its own copies; an {@link IllegalArgumentException} when there is no name. */
    public SearchRecord {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a subject is found by a name");
        }
    }

    /** One line each, marked by its first letter, filled up with empty lines. */
    String toText() {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> line(text, 'n', name));
        aliases.forEach(alias -> line(text, 'a', alias));
        birthDate.ifPresent(date -> line(text, 'b', date.toString()));
        text.append("\n".repeat(STEP - text.length() % STEP));
        return text.toString();
    }

    private static void line(StringBuilder text, char mark, String content) {
        text.append(mark).append(content.replaceAll("\\R", " ")).append('\n');
    }

    static SearchRecord of(String text) {
        List<String> names = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        Optional<LocalDate> birthDate = Optional.empty();
        for (String line : text.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            String content = line.substring(1);
            switch (line.charAt(0)) {
                case 'n' -> names.add(content);
                case 'a' -> aliases.add(content);
                case 'b' -> birthDate = Optional.of(LocalDate.parse(content));
                default -> throw new IllegalArgumentException("a line of a search record without a known mark");
            }
        }
        return new SearchRecord(names, aliases, birthDate);
    }

    /** Shows nothing of the subject. */
    @Override
    public String toString() {
        return "•••";
    }
}
