package be.livc.web.layout;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Who is signed in, as the user menu shows it; the layout reads the model attribute {@code viewer}.
 *
 * @param name the person's own name
 * @param capacity in which capacity the person acts here, already in the language of the page
 */
record Viewer(String name, String capacity) {

    /** The first letters of at most two words of the name. */
    public String initials() {
        return Arrays.stream(name.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
