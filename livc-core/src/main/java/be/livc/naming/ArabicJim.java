package be.livc.naming;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Arabic letter jīm is written {@code j} or {@code dj} (French), {@code dsch} (German), {@code dzj} (Dutch): Siraj is Siradj,
 * Majdi Madjdi. At the end of a word and before a consonant {@code aj} is read as a diphthong, as in Nikolaj and Hajdu; where a word
 * may be Arabic it is read this way too.
 */
final class ArabicJim {

    private static final Pattern WRITTEN = Pattern.compile("(?<=a)j$|(?<=[ae])j(?=[bdfghklmnqrstwz])");

    private ArabicJim() {}

    /** The word as Arabic is heard; empty when it has no such letters. */
    static Optional<String> heard(String word) {
        if (!word.contains("aj") && !word.contains("ej")) {
            return Optional.empty();
        }
        String heard = WRITTEN.matcher(word).replaceAll("dj");
        return heard.equals(word) ? Optional.empty() : Optional.of(heard);
    }
}
