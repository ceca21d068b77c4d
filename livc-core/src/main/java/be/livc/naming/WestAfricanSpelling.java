package be.livc.naming;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is one sound in Wolof, Fula and Mandinka, French writes with {@code di} and {@code ti} before a vowel, and English, along
 * the Gambia and further, with {@code j} and {@code ch}: Diallo is Jallow, Diouf is Joof, Thiam is Cham. Where a word may be one of
 * theirs it is read that way too; names of here that begin so (Diana, Dieter, Dirk, Tina) are not.
 */
final class WestAfricanSpelling {

    private static final Pattern HEARD_AS_J = Pattern.compile("^(n?)di(?=[ao]u?[lrbpkfmwy]|a(?:gn|tt)|e(?:ng|ye))");

    private static final Pattern HEARD_AS_CH = Pattern.compile("^thi(?=[aeo]u?(?:[mwynp]|rn|b))|^ti(?=am)");

    private WestAfricanSpelling() {}

    /** The word as it is heard there; empty when nothing in it would be heard otherwise. */
    static Optional<String> heard(String word) {
        if (!word.startsWith("d") && !word.startsWith("nd") && !word.startsWith("t")) {
            return Optional.empty();
        }
        String heard = HEARD_AS_CH
                .matcher(HEARD_AS_J.matcher(word).replaceFirst("$1j"))
                .replaceFirst("ch");
        return heard.equals(word) ? Optional.empty() : Optional.of(heard);
    }
}
