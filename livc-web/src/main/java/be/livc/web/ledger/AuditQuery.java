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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String THING = "[A-Za-z0-9_.-]{1,60}";

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The newest first. */
    LedgerFilter filter() {
        LedgerFilter filter = conditions().backwards();
        return some(after).map(filter::after).orElse(filter);
    }

    /** Without a place to go on from, the oldest first. */
    LedgerFilter conditions() {
        LedgerFilter filter = LedgerFilter.all();
        for (Condition condition : readable()) {
            filter = condition.narrows().orElseThrow().apply(filter);
        }
        return filter;
    }

    Optional<LocalDate> from() {
        return some(van).flatMap(AuditQuery::day);
    }

    Optional<LocalDate> until() {
        return some(tot).flatMap(AuditQuery::day);
    }

    /** Whether more is asked than everything. */
    boolean isNarrow() {
        return !readable().isEmpty();
    }

    /** The address of the same question, without a place to go on from. */
    String href(String path) {
        String query = readable().stream()
                .map(part -> part.name() + "=" + URLEncoder.encode(part.typed(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The address of the next page. */
    String nextHref(String cursor) {
        return href("/audit") + (isNarrow() ? "&" : "?") + "after=" + cursor;
    }

    /** Whether something was asked that cannot be read, and so does not count. */
    boolean isUnreadable() {
        return asked().size() > readable().size();
    }

    /**
     * One part of the question.
     *
     * @param narrows what it makes of the filter; empty where it cannot be read
     */
    private record Condition(String name, String typed, Optional<UnaryOperator<LedgerFilter>> narrows) {}

    private List<Condition> readable() {
        return asked().stream()
                .filter(condition -> condition.narrows().isPresent())
                .toList();
    }

    private List<Condition> asked() {
        return Stream.of(
                        condition("wie", wie, Typed::id, LedgerFilter::under),
                        condition("wat", wat, code(Action.class), LedgerFilter::of),
                        condition("dossier", dossier, Typed::id, LedgerFilter::inCase),
                        condition("ding", ding, AuditQuery::thing, LedgerFilter::on),
                        condition("partner", partner, Typed::id, LedgerFilter::byPartner),
                        condition("aan", aan, Typed::id, LedgerFilter::to),
                        condition("afloop", afloop, code(Result.class), LedgerFilter::ended),
                        condition("van", van, AuditQuery::day, AuditQuery::fromDay),
                        condition("tot", tot, AuditQuery::day, AuditQuery::untilDay))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> Optional<Condition> condition(
            String name,
            @Nullable String typed,
            Function<String, Optional<T>> reader,
            BiFunction<LedgerFilter, T, LedgerFilter> narrowing) {
        return some(typed)
                .map(text -> new Condition(
                        name, text, reader.apply(text).map(value -> filter -> narrowing.apply(filter, value))));
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> code(Class<E> type) {
        return typed -> Typed.code(type, typed);
    }

    /** The id or code of a thing, where this can be one. */
    static Optional<String> thing(String typed) {
        return Optional.of(typed).filter(id -> id.matches(THING));
    }

    private static LedgerFilter fromDay(LedgerFilter filter, LocalDate day) {
        return filter.between(
                day.atStartOfDay(Belgium.TIME).toInstant(), filter.to().orElse(EVER));
    }

    private static LedgerFilter untilDay(LedgerFilter filter, LocalDate day) {
        return filter.between(
                filter.from().orElse(Instant.EPOCH),
                day.plusDays(1).atStartOfDay(Belgium.TIME).toInstant());
    }

    /** As the date field of a browser writes it; an address holds no other. */
    private static Optional<LocalDate> day(String typed) {
        return Optional.of(typed)
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
