package be.livc.desk;

import be.livc.platform.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The articles that come with the program: put on the shelf of a desk, as far as it has none of that name. */
@Component
class Shelf {

    private static final String SHIPPED = "classpath*:be/livc/desk/articles/*.md";

    private final ArticleRows rows;
    private final Clock clock;

    /** Set once this program has seen the shelf full; a later version brings its new articles at its first look. */
    private volatile boolean full;

    Shelf(ArticleRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Fills the shelf with what ships, in the transaction of whoever looks at it first; what stands there stays. */
    void fill() {
        if (full && !rows.isEmpty()) {
            return;
        }
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                put(file);
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    full = true;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a file is slug.language.md; its first lines tell kind, title and steps, until an empty one. */
    private void put(Resource file) throws IOException {
        String name = String.valueOf(file.getFilename());
        String[] parts = file.getContentAsString(StandardCharsets.UTF_8).split("\\R\\R", 2);
        Map<String, String> head = new HashMap<>();
        for (String line : parts[0].split("\\R")) {
            String[] pair = line.split(":\\s*", 2);
            head.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        WriteArticle article = new WriteArticle(
                head.getOrDefault("kind", "HANDBOOK"),
                name.replaceFirst("^.*\\.(..)\\.md$", "$1"),
                head.getOrDefault("title", name),
                parts[1],
                steps(head.getOrDefault("steps", "")));
        rows.add(new ArticleId(Ids.next()), name.replaceFirst("\\..*$", ""), article, true, clock.instant());
    }

    private static List<String> steps(String listed) {
        return Arrays.stream(listed.split("[,\\s]+"))
                .filter(step -> !step.isEmpty())
                .toList();
    }
}
