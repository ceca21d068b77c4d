package be.livc.desk;

import java.time.Instant;
import java.util.List;

/**
 * An article of the knowledge base, as it is now.
 *
 * @param slug its name in addresses, the same in each language
 * @param kind HANDBOOK, QUESTION or MODEL
 * @param language nl or fr
 * @param body in the simple marks of {@code docs}: headings, lists, bold, links
 * @param steps elements of a process at which it helps
 */
public record Article(
        ArticleId id,
        String slug,
        String kind,
        String language,
        String title,
        String body,
        int version,
        Instant changedAt,
        List<String> steps) {

    /** One that was found, with the words of it that were sought; they stand between two characters 1. */
    public record Found(Article article, String excerpt) {}

    /** An earlier wording. */
    public record Version(int version, String title, String body, Instant at) {}

    /** How many found it helpful, and what was remarked. */
    public record Feedback(long helpful, long not, List<String> remarks) {}
}
