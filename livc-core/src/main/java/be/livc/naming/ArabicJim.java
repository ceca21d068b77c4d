package be.livc.naming;

import java.util.Optional;

/**
 * The Arabic letter jīm is written {@code j} or {@code dj} (French), {@code dsch} (German), {@code dzj} (Dutch): Siraj is Siradj,
 * Majdi Madjdi. At the end of a word and before a consonant {@code aj} is read as a diphthong, as in Nikolaj and Hajdu; where a word
 * may be Arabic it is read this way too.
 */
final class ArabicJim {

    private static final String BEFORE_A_CONSONANT = "bdfghklmnqrstwz";

    private ArabicJim() {}

    /** The word as Arabic is heard; empty when it has no such letters. */
    static Optional<String> heard(String word) {
        int at = word.indexOf('j', 1);
        while (at > 0 && !isRead(word, at)) {
            at = word.indexOf('j', at + 1);
        }
        return at < 0 ? Optional.empty() : Optional.of(word.substring(0, at) + 'd' + word.substring(at));
    }

    private static boolean isRead(String word, int at) {
        char before = word.charAt(at - 1);
        return at == word.length() - 1
                ? before == 'a'
                : (before == 'a' || before == 'e') && BEFORE_A_CONSONANT.indexOf(word.charAt(at + 1)) >= 0;
    }
}
