package be.livc.web.api;

import be.livc.platform.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked.
 *
 * @param limit how many items at most; 50 when it is left out, 200 at most
 * @param after the {@code next} of the page before
 */
record Paging(@Nullable Integer limit, @Nullable String after) {

    int length() {
        return Page.bounded(limit == null ? Page.USUAL : limit);
    }

    Optional<String> cursor() {
        return Fields.maybe(after);
    }
}
