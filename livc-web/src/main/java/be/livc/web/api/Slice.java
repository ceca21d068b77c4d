package be.livc.web.api;

import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor to ask the following page with as {@code after}; null on the last page
 */
record Slice<T>(List<T> items, @Nullable String next) {

    /** Keeps its own copy of the items. */
    Slice {
        items = List.copyOf(items);
    }

    static <F, T> Slice<T> of(Page<F> page, Function<F, T> shown) {
        return new Slice<>(
                page.items().stream().map(shown).toList(), page.next().orElse(null));
    }

    /** Cuts a page out of a list that is short enough to be read whole. */
    static <F, T> Slice<T> of(List<F> all, Paging paging, Function<F, String> id, Function<F, T> shown) {
        int from = 0;
        if (paging.after() != null) {
            List<String> ids = all.stream().map(id).toList();
            from = ids.indexOf(paging.after()) + 1;
            if (from == 0) {
                throw Refusal.invalid("after", "bad-cursor");
            }
        }
        int to = Math.min(all.size(), from + paging.length() + 1);
        return of(Page.of(all.subList(from, to), paging.length(), id), shown);
    }
}
