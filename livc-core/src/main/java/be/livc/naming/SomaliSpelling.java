package be.livc.naming;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somali writes with {@code c} the ʿayn, which nobody hears here, and with {@code x} an h: Cabdi, Xasan and Jaamac are Abdi, Hassan
 * and Jama. Where a word may be Somali it is read that way too.
 */
final class SomaliSpelling {

    private static final Pattern SILENT = Pattern.compile("^c(?=[aiou])|(?<=[aeiou])c(?=[bdfgmnswy])");

    /** Where a doubled vowel shows that it is Somali. */
    private static final Pattern SILENT_AMONG_LONG_VOWELS =
            Pattern.compile("(?<=[aeiou])c(?=[aeiou])|(?<=[^aeiou][aiu])c$");

    private static final Pattern LONG_VOWEL = Pattern.compile("aa|ee|ii|oo|uu");
    private static final Pattern HEARD_AS_H = Pattern.compile("^x(?=[aeiou])|(?<=[aeiou])(?<![aeo]u)x");

    private SomaliSpelling() {}

    /** The word as Somali is heard; empty when nothing in it would be heard otherwise. */
    static Optional<String> heard(String word) {
        if (word.indexOf('c') < 0 && word.indexOf('x') < 0) {
            return Optional.empty();
        }
        String heard = HEARD_AS_H.matcher(SILENT.matcher(word).replaceAll("")).replaceAll("h");
        if (LONG_VOWEL.matcher(word).find()) {
            heard = SILENT_AMONG_LONG_VOWELS.matcher(heard).replaceAll("");
        }
        return heard.equals(word) || heard.length() < 2 ? Optional.empty() : Optional.of(heard);
    }
}
