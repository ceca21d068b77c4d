package be.livc.web.ledger;

import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.ledger.Result;
import be.livc.platform.Belgium;
import be.livc.web.layout.Typed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked of the log, as it stands in the address; ids and codes only. Anything that cannot be read counts as
 * not asked, and the page says so.
 *
 * @param wie a mandate
 * @param wat an action
 * @param dossier the id of a case
 * @param ding the id of a thing
 * @param partner the id of a partner
 * @param aan a mandate that something was disclosed to
 * @param afloop a result
 * @param van the first day
 * @param tot the last day
 * @param after the cursor of the page before
 */
record AuditQuery(
        @Nullable String wie,
        @Nullable String wat,
        @Nullable String dossier,
        @Nullable String ding,
        @Nullable String partner,
        @Nullable String aan,
        @Nullable String afloop,
        @Nullable String van,
        @Nullable String tot,
        @Nullable String after) {

    /** The id, or code, of anything that an entry is about. */
    static final String THING = "[A-Za-z0-9_.-]{1,60}";

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The newest first. */
    LedgerFilter filter() {
        LedgerFilter filter = conditions().backwards();
        return some(after).map(filter::after).orElse(filter);
    }

    /** Without a place to go on from, the oldest first. */
    LedgerFilter conditions() {
        LedgerFilter filter = LedgerFilter.all();
        filter = some(wie).flatMap(Typed::id).map(filter::under).orElse(filter);
        filter = Typed.code(Action.class, Typed.text(wat)).map(filter::of).orElse(filter);
        filter = some(dossier).flatMap(Typed::id).map(filter::inCase).orElse(filter);
        filter = some(ding).filter(id -> id.matches(THING)).map(filter::on).orElse(filter);
        filter = some(partner).flatMap(Typed::id).map(filter::byPartner).orElse(filter);
        filter = some(aan).flatMap(Typed::id).map(filter::to).orElse(filter);
        filter = Typed.code(Result.class, Typed.text(afloop)).map(filter::ended).orElse(filter);
        if (from().isPresent() || until().isPresent()) {
            filter = filter.between(
                    from().map(day -> day.atStartOfDay(Belgium.TIME).toInstant())
                            .orElse(Instant.EPOCH),
                    until().map(day ->
                                    day.plusDays(1).atStartOfDay(Belgium.TIME).toInstant())
                            .orElse(EVER));
        }
        return filter;
    }

    Optional<LocalDate> from() {
        return day(van);
    }

    Optional<LocalDate> until() {
        return day(tot);
    }

    /** Whether more is asked than everything. */
    boolean isNarrow() {
        return !parts().isEmpty();
    }

    /** The address of the same question, without a place to go on from. */
    String href(String path) {
        String query = parts().entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The address of the next page. */
    String nextHref(String cursor) {
        return href("/audit") + (isNarrow() ? "&" : "?") + "after=" + cursor;
    }

    /** Whether something was asked that cannot be read, and so does not count. */
    boolean isUnreadable() {
        return asked().size() > parts().size();
    }

    /** What was asked and can be read. */
    private Map<String, String> parts() {
        Map<String, String> parts = asked();
        parts.entrySet().removeIf(part -> !isReadable(part.getKey(), part.getValue()));
        return parts;
    }

    private static boolean isReadable(String name, String value) {
        return switch (name) {
            case "wat" -> Typed.code(Action.class, value).isPresent();
            case "afloop" -> Typed.code(Result.class, value).isPresent();
            case "ding" -> value.matches(THING);
            case "van", "tot" -> day(value).isPresent();
            default -> Typed.id(value).isPresent();
        };
    }

    private Map<String, String> asked() {
        Map<String, String> parts = new LinkedHashMap<>();
        some(wie).ifPresent(value -> parts.put("wie", value));
        some(wat).ifPresent(value -> parts.put("wat", value));
        some(dossier).ifPresent(value -> parts.put("dossier", value));
        some(ding).ifPresent(value -> parts.put("ding", value));
        some(partner).ifPresent(value -> parts.put("partner", value));
        some(aan).ifPresent(value -> parts.put("aan", value));
        some(afloop).ifPresent(value -> parts.put("afloop", value));
        some(van).ifPresent(value -> parts.put("van", value));
        some(tot).ifPresent(value -> parts.put("tot", value));
        return parts;
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        return some(typed)
                .filter(text -> text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8]|29|3[01])"))
                .flatMap(AuditQuery::parsed);
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> some(@Nullable String typed) {
        return Typed.some(Typed.text(typed));
    }
}
