package be.livc.web.signal;

import be.livc.signal.SignalState;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The tabs above the list of signals; what is erased has no tab, since nothing of it is left to read. */
enum StateFilter {
    ALL("", null),
    NEW("nieuw", SignalState.SIGNAL),
    ASSESSMENT("toetsing", SignalState.ASSESSMENT),
    RETAINED("weerhouden", SignalState.RETAINED),
    LISTED("casuslijst", SignalState.LISTED),
    REFERRED("doorverwezen", SignalState.REFERRED),
    NOT_RETAINED("niet-weerhouden", SignalState.NOT_RETAINED);

    private final String slug;
    private final @Nullable SignalState state;

    StateFilter(String slug, @Nullable SignalState state) {
        this.slug = slug;
        this.state = state;
    }

    /** The tab of this name in an address; any other name means all of them. */
    static StateFilter of(String slug) {
        return Arrays.stream(values())
                .filter(filter -> filter.slug.equals(slug))
                .findFirst()
                .orElse(ALL);
    }

    Optional<SignalState> state() {
        return Optional.ofNullable(state);
    }

    /** Where the tab leads. */
    public String href() {
        return slug.isEmpty() ? "/aanmeldingen" : "/aanmeldingen?status=" + slug;
    }

    String hrefAfter(String cursor) {
        return UriComponentsBuilder.fromUriString(href())
                .queryParam("after", cursor)
                .toUriString();
    }
}
