package be.livc.web.casefile;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** The tabs above the list of cases: the phases in the order in which a case goes through them. */
enum PhaseFilter {
    ALL(""),
    LISTED("casuslijst"),
    SCHEDULED("gepland"),
    IN_CONSULTATION("in-overleg"),
    PLAN_ACTIVE("plan-actief"),
    FOLLOW_UP("opvolging"),
    CLOSED("afgesloten");

    private final String slug;

    PhaseFilter(String slug) {
        this.slug = slug;
    }

    /** The tab of this name in an address; any other name means all of them. */
    static PhaseFilter of(String slug) {
        return Arrays.stream(values())
                .filter(filter -> filter.slug.equals(slug))
                .findFirst()
                .orElse(ALL);
    }

    Optional<String> phase() {
        return this == ALL ? Optional.empty() : Optional.of(name());
    }

    /** Where the tab leads. */
    public String href() {
        return this == ALL ? "/dossiers" : "/dossiers?fase=" + slug;
    }

    String hrefAfter(String cursor) {
        return UriComponentsBuilder.fromUriString(href())
                .queryParam("after", cursor)
                .toUriString();
    }
}
