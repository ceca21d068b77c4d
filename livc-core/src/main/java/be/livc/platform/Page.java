package be.livc.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a keyset-paged list.
 *
 * @param items what this page shows, in the order of the list
 * @param next the cursor to ask the following page with, empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** The most items that one page gives, whatever was asked. */
    public static final int MOST = 200;

    /** The number of items of a page when nothing was asked. */
    public static final int USUAL = 50;

    /** Keeps its own copy of the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows that were read one further than the page is long: that one row tells whether there is a
     * next page.
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> page = rows.subList(0, limit);
        return new Page<>(page, Optional.of(cursor.apply(page.get(limit - 1))));
    }

    /** The page with each item turned into another. */
    public <R> Page<R> map(Function<T, R> turn) {
        return new Page<>(items.stream().map(turn).toList(), next);
    }

    /** A page length between 1 and {@link #MOST}. */
    public static int bounded(int asked) {
        return Math.max(1, Math.min(asked, MOST));
    }
}
