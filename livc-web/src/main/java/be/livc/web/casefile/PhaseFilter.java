package be.livc.web.casefile;

import be.livc.cell.CellKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/** The tabs above the list of cases: the phases in the order in which a case goes through them, in a town and in a prison. */
enum PhaseFilter {
    ALL("", CellKind.LIVC_R, CellKind.PIVC),
    LISTED("casuslijst", CellKind.LIVC_R),
    SCHEDULED("gepland", CellKind.LIVC_R),
    ADMITTED("opgenomen", CellKind.PIVC),
    IN_CONSULTATION("in-overleg", CellKind.LIVC_R, CellKind.PIVC),
    PLAN_ACTIVE("plan-actief", CellKind.LIVC_R),
    FOLLOW_UP("opvolging", CellKind.LIVC_R),
    DETENTION_FOLLOW_UP("detentie", CellKind.PIVC),
    PRE_RELEASE("voor-vrijlating", CellKind.PIVC),
    RELOCATED("overgeplaatst", CellKind.PIVC),
    TRANSFER_OFFERED("overdracht", CellKind.LIVC_R, CellKind.PIVC),
    CLOSED("afgesloten", CellKind.LIVC_R, CellKind.PIVC);

    private final String slug;
    private final Set<CellKind> kinds;

    PhaseFilter(String slug, CellKind... kinds) {
        this.slug = slug;
        this.kinds = Set.of(kinds);
    }

    /** The tabs of a cell of this kind. */
    static List<PhaseFilter> in(CellKind kind) {
        return Arrays.stream(values())
                .filter(filter -> filter.kinds.contains(kind))
                .toList();
    }

    /** The tab of this name in an address; any other name means all of them. */
    static PhaseFilter of(String slug, CellKind kind) {
        return in(kind).stream()
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
