package be.livc.desk;

import be.livc.platform.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
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
        List<Refusal.Reason> problems = new ArrayList<>();
        if (!KINDS.contains(kind)) {
            problems.add(new Refusal.Reason(kind.isBlank() ? "required" : "unknown-code", "kind"));
        }
        if (!LANGUAGES.contains(language)) {
            problems.add(new Refusal.Reason(language.isBlank() ? "required" : "unknown-code", "language"));
        }
        if (title.isBlank()) {
            problems.add(new Refusal.Reason("required", "title"));
        }
        if (body.isBlank()) {
            problems.add(new Refusal.Reason("required", "body"));
        }
        for (String step : steps) {
            if (!step.matches("[A-Za-z]{1,40}")) {
                problems.add(new Refusal.Reason("unknown-code", "steps"));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
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
