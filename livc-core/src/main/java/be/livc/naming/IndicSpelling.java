package be.livc.naming;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scripts of North India write a consonant with an a of its own, that is not always heard: letter by letter, {@code राजेश}
 * is rājēśa and {@code इमरान} imarāna, and people write Rajesh and Imran. Reads what ISO 15919 writes as they do.
 */
final class IndicSpelling {

    private static final Set<UnicodeScript> SCRIPTS =
            Set.of(UnicodeScript.DEVANAGARI, UnicodeScript.GURMUKHI, UnicodeScript.GUJARATI, UnicodeScript.BENGALI);

    private static final String VOWEL = "[aeiouāēīōū]";
    private static final String CONSONANT = "[^aeiouāēīōū]h?";

    /** After one consonant, or after a nasal with another: not after what nobody can say without it, as in Krishna. */
    private static final Pattern UNHEARD_AT_THE_END = Pattern.compile("(?<=" + VOWEL + "[nm]?" + CONSONANT + ")a$");

    private static final Pattern UNHEARD_WITHIN =
            Pattern.compile("(?<=" + VOWEL + CONSONANT + ")a(?=" + CONSONANT + VOWEL + ")");

    private IndicSpelling() {}

    static boolean isWrittenIn(UnicodeScript script) {
        return SCRIPTS.contains(script);
    }

    /** A word in the letters of ISO 15919, as it is heard. */
    static String heard(String latin) {
        String letters = Normalizer.normalize(latin, Normalizer.Form.NFC)
                .replace("'", "")
                .replace("r\u0325", "ri")
                .replaceAll("[śṣ]", "sh")
                .replaceAll("c(?!h)", "ch")
                .replace("jñ", "gy")
                .replaceAll("[nm]h", "ngh")
                .replaceAll("n\u0304", "n");
        String whole = UNHEARD_AT_THE_END.matcher(letters).replaceAll("");
        return UNHEARD_WITHIN.matcher(whole).replaceAll("");
    }
}
