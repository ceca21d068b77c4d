package be.livc.naming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Given names and their short and pet forms: the one part of the search that no rule gives. One group a line in a file. */
final class ShortForms {

    static final int[] NONE = {};

    private static final String FILE = "short-forms.txt";
    private static final Map<String, int[]> GROUPS = read();

    private ShortForms() {}

    /** The groups that a word is in, sorted; by its letters without accents. */
    static int[] of(String plain) {
        return GROUPS.getOrDefault(plain, NONE);
    }

    private static Map<String, int[]> read() {
        Map<String, int[]> groups = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(ShortForms.class.getResourceAsStream(FILE))) {
            int group = 0;
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int number = group++;
                for (String form : line.strip().split("\\s+")) {
                    groups.merge(form, new int[] {number}, ShortForms::both);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return groups;
    }

    private static int[] both(int[] one, int[] other) {
        int[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }
}
