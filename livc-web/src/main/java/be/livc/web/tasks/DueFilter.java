package be.livc.web.tasks;

import be.livc.workflow.engine.TaskCounts;
import be.livc.workflow.engine.TaskFilter;
import java.util.Arrays;
import org.springframework.web.util.UriComponentsBuilder;

/** The tabs above the work list. */
enum DueFilter {
    LATE("te-laat", TaskFilter.OVERDUE),
    THIS_WEEK("deze-week", TaskFilter.THIS_WEEK),
    ALL("", TaskFilter.ALL);

    private final String slug;
    private final TaskFilter filter;

    DueFilter(String slug, TaskFilter filter) {
        this.slug = slug;
        this.filter = filter;
    }

    /** The tab of this name in an address; any other name means all of them. */
    static DueFilter of(String slug) {
        return Arrays.stream(values())
                .filter(tab -> tab.slug.equals(slug))
                .findFirst()
                .orElse(ALL);
    }

    TaskFilter filter() {
        return filter;
    }

    /** How many steps it shows. */
    public long count(TaskCounts counts) {
        return switch (this) {
            case LATE -> counts.overdue();
            case THIS_WEEK -> counts.thisWeek();
            case ALL -> counts.all();
        };
    }

    /** Where it leads. */
    public String href() {
        return slug.isEmpty() ? "/taken" : "/taken?filter=" + slug;
    }

    String hrefAfter(String cursor) {
        return UriComponentsBuilder.fromUriString(href())
                .queryParam("after", cursor)
                .toUriString();
    }
}
