package be.livc.vault;

import be.livc.naming.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one subject can be found by. A third party (family, victim, reporter) has none.
 *
 * @param names the name as it is written, whole or in its parts (family name, given names); not empty
 * @param aliases other names the subject goes by
 * @param codes the phonetic codes of the words of the names, by word
 */
public record SearchRecord(
        List<String> names, List<String> aliases, Optional<LocalDate> birthDate, Map<String, int[]> codes) {

    /** Sealed lengths come in steps of this many bytes at least, so that they tell little about a name. */
    private static final int STEP = 512;

    private static final int RADIX = 36;

    /** Keeps its own copies; an {@link IllegalArgumentException} when there is no name. */
    public SearchRecord {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a subject is found by a name");
        }
    }

    /** With the phonetic codes of its names, which take long to make: they are sealed with it. */
    public SearchRecord(List<String> names, List<String> aliases, Optional<LocalDate> birthDate) {
        this(names, aliases, birthDate, codesOf(names, aliases));
    }

    private static Map<String, int[]> codesOf(List<String> names, List<String> aliases) {
        return PersonName.phoneticCodes(
                Stream.concat(names.stream(), aliases.stream()).toList());
    }

    /** One line each, marked by its first letter, filled up with empty lines. */
    String toText() {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> line(text, 'n', name));
        aliases.forEach(alias -> line(text, 'a', alias));
        birthDate.ifPresent(date -> line(text, 'b', date.toString()));
        codes.forEach((word, ofWord) -> line(
                text,
                'c',
                word
                        + Arrays.stream(ofWord)
                                .mapToObj(code -> " " + Integer.toUnsignedString(code, RADIX))
                                .collect(Collectors.joining())));
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
        Map<String, int[]> codes = new LinkedHashMap<>();
        int begin = 0;
        for (int end = text.indexOf('\n'); end > begin; end = text.indexOf('\n', begin)) {
            String content = text.substring(begin + 1, end);
            switch (text.charAt(begin)) {
                case 'n' -> names.add(content);
                case 'a' -> aliases.add(content);
                case 'b' -> birthDate = Optional.of(LocalDate.parse(content));
                case 'c' -> readCodes(content, codes);
                default -> throw new IllegalArgumentException("a line of a search record without a known mark");
            }
            begin = end + 1;
        }
        return codes.isEmpty()
                ? new SearchRecord(names, aliases, birthDate)
                : new SearchRecord(names, aliases, birthDate, codes);
    }

    private static void readCodes(String line, Map<String, int[]> into) {
        int end = line.indexOf(' ');
        int[] codes = new int[spacesIn(line)];
        String word = line.substring(0, end);
        for (int i = 0; i < codes.length; i++) {
            int begin = end + 1;
            end = i == codes.length - 1 ? line.length() : line.indexOf(' ', begin);
            codes[i] = (int) Long.parseLong(line, begin, end, RADIX);
        }
        into.put(word, codes);
    }

    private static int spacesIn(String line) {
        int spaces = 0;
        for (int at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) {
            spaces++;
        }
        return spaces;
    }

    /** Shows nothing of the subject. */
    @Override
    public String toString() {
        return "•••";
    }
}
