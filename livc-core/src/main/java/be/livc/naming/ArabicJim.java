package be.livc.naming;

import java.util.Optional;

/**
 * The Arabic letter jīm is written {@code j} or {@code dj} (French), {@code dsch} (German), {@code dzj} (Dutch): Siraj is Siradj. At
 * the end of a word {@code aj} is read as a diphthong, as in Nikolaj and Ukaj; where a word may be Arabic it is read this way too.
 */
final class ArabicJim {

    private static final String WRITTEN = "aj";
    private static final String HEARD = "adj";

    private ArabicJim() {}

    /** The word as Arabic is heard; empty when it does not end so. */
    static Optional<String> heard(String word) {
        return word.endsWith(WRITTEN)
                ? Optional.of(word.substring(0, word.length() - WRITTEN.length()) + HEARD)
                : Optional.empty();
    }
}
