package be.livc.workflow.engine;

import be.livc.access.Towns;
import be.livc.cell.MandateId;
import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that wait in all cases of the {@linkplain CurrentCell current cell}, by the capacities they wait for. Read straight from
 * the engine's table: the engine's own query pages by offset, and this list must not skip or repeat a step while others are done.
 *
 * <p>Does not guarantee that the reader may do a step: it only asks which capacities the step waits for.
 */
@Component
@Transactional(readOnly = true)
public class TaskList {

    private static final String OF_THESE_CAPACITIES =
            """
            from flowable.act_ru_task t
            where t.tenant_id_ = :tenant
              and exists (select 1 from flowable.act_ru_identitylink l
                          where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ in (:capacities))
            """;

    private static final String WITH_CASE =
            """
            select t.id_, e.business_key_, t.task_def_key_, v.text_ as phase, t.due_date_, t.create_time_
            """
                    + OF_THESE_CAPACITIES.replace(
                            "where t.tenant_id_",
                            """
                            join flowable.act_ru_execution e on e.id_ = t.proc_inst_id_
                            join flowable.act_ru_variable v on v.execution_id_ = t.proc_inst_id_ and v.name_ = 'phase'
                            where t.tenant_id_""");

    /** Whether the case of a step is one of the towns that the reader acts for. */
    private static final String IN_OWN_TOWNS = " and exists (select 1 from flowable.act_ru_execution x"
            + " where x.id_ = t.proc_inst_id_ and " + Towns.own("cast(x.business_key_ as uuid)") + ")";

    /** The same where the statement has joined the case already: a second look at it for each step would cost more. */
    private static final String WITH_CASE_IN_OWN_TOWNS = " and " + Towns.own("cast(e.business_key_ as uuid)");

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The open steps that wait for one of these capacities, those with the earliest date first and those without a date
     * last.
     *
     * @param cursor what the page before gave as its next; null for the first page
     * @param limit how many at most; see {@link Page#bounded}
     * @throws Refusal invalid {@code bad-cursor} where the cursor is none of ours
     */
    public Page<OpenTask> tasks(Set<String> capacities, TaskFilter filter, @Nullable String cursor, int limit) {
        return tasks(capacities, Optional.empty(), filter, cursor, limit);
    }

    /** The same, of the cases of the towns that this reader acts for ({@link Towns}). */
    public Page<OpenTask> tasks(
            MandateId reader, Set<String> capacities, TaskFilter filter, @Nullable String cursor, int limit) {
        return tasks(capacities, Optional.of(reader), filter, cursor, limit);
    }

    private Page<OpenTask> tasks(
            Set<String> capacities, Optional<MandateId> reader, TaskFilter filter, @Nullable String cursor, int limit) {
        if (capacities.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        int length = Page.bounded(limit);
        Map<String, Object> values = values(capacities);
        String sql = WITH_CASE
                + inTownsOf(reader, values, WITH_CASE_IN_OWN_TOWNS)
                + condition(filter, values)
                + after(cursor, values)
                + " order by t.due_date_ nulls last, t.id_ limit :rows";
        values.put("rows", length + 1);
        return Page.of(jdbc.sql(sql).params(values).query(TaskList::task).list(), length, TaskList::cursor);
    }

    /** One open step, where it waits for one of these capacities. */
    public Optional<OpenTask> task(UUID id, Set<String> capacities) {
        if (capacities.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> values = values(capacities);
        values.put("id", id.toString());
        return jdbc.sql(WITH_CASE + " and t.id_ = :id")
                .params(values)
                .query(TaskList::task)
                .optional();
    }

    /** How many open steps wait for these capacities. */
    public TaskCounts counts(Set<String> capacities) {
        return counts(capacities, Optional.empty());
    }

    /** The same, of the cases of the towns that this reader acts for. */
    public TaskCounts counts(MandateId reader, Set<String> capacities) {
        return counts(capacities, Optional.of(reader));
    }

    private TaskCounts counts(Set<String> capacities, Optional<MandateId> reader) {
        if (capacities.isEmpty()) {
            return new TaskCounts(0, 0, 0);
        }
        Map<String, Object> values = values(capacities);
        String sql = "select count(*) as every, count(*) filter (where true" + condition(TaskFilter.OVERDUE, values)
                + ") as overdue, count(*) filter (where true" + condition(TaskFilter.THIS_WEEK, values)
                + ") as this_week "
                + OF_THESE_CAPACITIES
                + inTownsOf(reader, values, IN_OWN_TOWNS);
        return jdbc.sql(sql)
                .params(values)
                .query((row, n) ->
                        new TaskCounts(row.getLong("every"), row.getLong("overdue"), row.getLong("this_week")))
                .single();
    }

    private static String inTownsOf(Optional<MandateId> reader, Map<String, Object> values, String condition) {
        if (reader.isEmpty()) {
            return "";
        }
        values.put("cell", CurrentCell.require().value());
        values.put("mandate", reader.get().value());
        return condition;
    }

    private static Map<String, Object> values(Set<String> capacities) {
        Map<String, Object> values = new HashMap<>();
        values.put("tenant", Tenant.here());
        values.put("capacities", capacities);
        return values;
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(Belgium.TIME).toInstant());
    }

    private String condition(TaskFilter filter, Map<String, Object> values) {
        return switch (filter) {
            case ALL -> "";
            case OVERDUE -> {
                values.put("now", Timestamp.from(clock.instant()));
                yield " and t.due_date_ < :now";
            }
            case THIS_WEEK -> {
                LocalDate today = LocalDate.ofInstant(clock.instant(), Belgium.TIME);
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                values.put("monday", startOf(monday));
                values.put("nextMonday", startOf(monday.plusWeeks(1)));
                yield " and t.due_date_ >= :monday and t.due_date_ < :nextMonday";
            }
        };
    }

    /** What lies after the cursor in (date, id), steps without a date being last. */
    private static String after(@Nullable String cursor, Map<String, Object> values) {
        if (cursor == null) {
            return "";
        }
        Place place = Place.read(cursor);
        values.put("lastId", place.id().toString());
        if (place.dueAt().isEmpty()) {
            return " and t.due_date_ is null and t.id_ > :lastId";
        }
        values.put("lastDue", Timestamp.from(place.dueAt().get()));
        return " and (t.due_date_ > :lastDue or (t.due_date_ = :lastDue and t.id_ > :lastId) or t.due_date_ is null)";
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                UUID.fromString(row.getString("id_")),
                UUID.fromString(row.getString("business_key_")),
                row.getString("task_def_key_"),
                row.getString("phase"),
                instant(row, "due_date_"),
                instant(row, "create_time_").orElseThrow());
    }

    /** The engine writes times without a zone, in that of the program. */
    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.atZone(ZoneId.systemDefault()).toInstant());
    }

    private static String cursor(OpenTask last) {
        return new Place(last.dueAt(), last.id()).write();
    }

    /** The place of a step in the list: its date in milliseconds since 1970, or nothing, and its id. */
    private record Place(Optional<Instant> dueAt, UUID id) {

        String write() {
            String text = dueAt.map(due -> Long.toString(due.toEpochMilli())).orElse("") + "|" + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Place read(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int bar = text.indexOf('|');
                String due = text.substring(0, Math.max(bar, 0));
                return new Place(
                        due.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(due))),
                        UUID.fromString(text.substring(bar + 1)));
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("after", "bad-cursor");
            }
        }
    }
}
