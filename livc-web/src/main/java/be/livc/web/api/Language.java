package be.livc.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** The language of an answer: what {@code Accept-Language} prefers of Dutch, French and English; Dutch otherwise. */
final class Language {

    /** What people in a Flemish cell read when they do not say otherwise. */
    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final List<Locale> SPOKEN = List.of(DUTCH, Locale.FRENCH, Locale.ENGLISH);

    private Language() {}

    static Locale of(HttpServletRequest request) {
        String asked = request.getHeader("Accept-Language");
        if (asked == null || asked.isBlank()) {
            return DUTCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(asked), SPOKEN);
            return found == null ? DUTCH : found;
        } catch (IllegalArgumentException notAList) {
            return DUTCH;
        }
    }
}
