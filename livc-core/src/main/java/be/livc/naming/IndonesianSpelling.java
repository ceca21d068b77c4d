package be.livc.naming;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Until 1972 Indonesia wrote as the Dutch had taught it, and people keep the name as they were given it: {@code tj} is the ch of
 * "church" there, so that Tjandra is Chandra, and Kentjana Kencana. Elsewhere it is two sounds (Tatjana), so that it is only one more way
 * to read a word, and none of one with a doubled vowel, which is Dutch or Frisian (Tjeerd). The other letters of that spelling ({@code oe},
 * {@code dj}) are read so in any language.
 */
final class IndonesianSpelling {

    private static final String WRITTEN = "tj";
    private static final String HEARD = "tch";

    private static final Pattern LONG_VOWEL = Pattern.compile("([aeiou])\\1");

    private IndonesianSpelling() {}

    /** The word as it is heard there; empty when nothing in it would be heard otherwise. */
    static Optional<String> heard(String word) {
        return word.contains(WRITTEN) && !LONG_VOWEL.matcher(word).find()
                ? Optional.of(word.replace(WRITTEN, HEARD))
                : Optional.empty();
    }
}
