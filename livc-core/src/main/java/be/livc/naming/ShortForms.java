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

    /** Sounds that are told apart elsewhere, and below each what it is heard as here. */
    private static final String WRITTEN_OTHERWISE = "KqTDGQyjwU04";

    private static final String HEARD_THE_SAME = "kktdggiivuua";

    private static final Map<String, int[]> GROUPS = read();

    /** The same by what is heard alike: Katharina is Catharina, Wladimir Vladimir, Joessef Yussef. */
    private static final Map<String, int[]> GROUPS_BY_SOUND = bySound();

    private ShortForms() {}

    /** The groups that a word is in, sorted; by its letters without accents, or else by its sounds. */
    static int[] of(String plain, String sounds) {
        int[] written = GROUPS.get(plain);
        return written == null ? GROUPS_BY_SOUND.getOrDefault(heard(sounds), NONE) : written;
    }

    /** The groups that a word is in as it is written. */
    static int[] of(String plain) {
        return GROUPS.getOrDefault(plain, NONE);
    }

    private static String heard(String sounds) {
        StringBuilder heard = new StringBuilder(sounds.length());
        for (int i = 0; i < sounds.length(); i++) {
            int other = WRITTEN_OTHERWISE.indexOf(sounds.charAt(i));
            heard.append(other < 0 ? sounds.charAt(i) : HEARD_THE_SAME.charAt(other));
        }
        return heard.toString();
    }

    private static Map<String, int[]> bySound() {
        Map<String, int[]> groups = new HashMap<>();
        GROUPS.forEach((form, numbers) -> groups.merge(heard(Sounds.of(form)), numbers, ShortForms::both));
        return groups;
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
