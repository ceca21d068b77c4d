package be.livc.desk;

import be.livc.platform.Faults;
import be.livc.platform.ShortText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Asks for an article to be written, or worded anew.
 *
 * @param steps elements of a process at which it helps
 */
public record WriteArticle(String kind, String language, String title, String body, List<String> steps) {

    /** What articles there are. */
    public static final List<String> KINDS = List.of("HANDBOOK", "QUESTION", "MODEL");

    /** In which languages. */
    public static final List<String> LANGUAGES = List.of("nl", "fr");

    /** Keeps its own copy of the steps. */
    public WriteArticle {
        steps = List.copyOf(steps);
    }

    void requireValid() {
        new Faults()
                .code(KINDS, "kind", kind)
                .code(LANGUAGES, "language", language)
                .text("title", title, ShortText.LINE)
                .present("body", body)
                .unless(steps.stream().allMatch(step -> step.matches("[A-Za-z]{1,40}")), "steps", "unknown-code")
                .refuse();
    }

    /** The title as an address bears it. */
    String slug() {
        return Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("(^-|-$)", "");
    }
}
