package be.livc.desk;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the desk serves: by month, by topic, and for each cell. Counts of its own work; for nobody else. */
@Component
public class ServiceFigures {

    private static final int MONTHS = 12;

    /**
     * What was asked, and how it was answered.
     *
     * @param byPhone how many of them came by telephone
     * @param onTime of those answered, how many by when they were due
     * @param hours the median from question to first answer; empty where none was answered
     */
    public record Served(long asked, long byPhone, long answered, long onTime, Optional<Double> hours) {}

    /** In a month. */
    public record OfMonth(YearMonth month, Served served) {}

    /** About a topic of {@link AskQuestion#TOPICS}. */
    public record OfTopic(String topic, Served served) {}

    /**
     * Of a cell.
     *
     * @param contacts how often it was in contact besides
     * @param last its last question or contact
     */
    public record OfCell(CellId cell, Served served, long contacts, Optional<LocalDate> last) {}

    private static final String SERVED = "count(*) as asked, count(*) filter (where channel = 'PHONE') as by_phone,"
            + " count(answered_at) as answered, count(*) filter (where answered_at <= due_at) as on_time,"
            + " percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at) / 3600)"
            + " filter (where answered_at is not null) as hours";

    private final JdbcClient jdbc;

    ServiceFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last twelve months in which something was asked, the newest first.
     *
     * @throws Refusal forbidden, for anybody but the desk; as the others
     */
    @Transactional(readOnly = true)
    public List<OfMonth> byMonth(Actor consultant) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return jdbc.sql("select to_char(asked_at at time zone 'Europe/Brussels', 'YYYY-MM') as month, " + SERVED
                        + " from helpdesk_question where cell_id = :cell group by month order by month desc limit "
                        + MONTHS)
                .params(values())
                .query((row, n) -> new OfMonth(YearMonth.parse(row.getString("month")), served(row)))
                .list();
    }

    /** By topic, the most asked first. */
    @Transactional(readOnly = true)
    public List<OfTopic> byTopic(Actor consultant) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return jdbc.sql("select topic, " + SERVED
                        + " from helpdesk_question where cell_id = :cell group by topic order by asked desc, topic")
                .params(values())
                .query((row, n) -> new OfTopic(row.getString("topic"), served(row)))
                .list();
    }

    /** For each cell that asked something or was in contact. */
    @Transactional(readOnly = true)
    public List<OfCell> byCell(Actor consultant) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return jdbc.sql(
                        "with questions as (select asker_cell as about, " + SERVED + ","
                                + " max((asked_at at time zone 'Europe/Brussels')::date) as last from helpdesk_question"
                                + " where cell_id = :cell and asker_cell is not null group by asker_cell),"
                                + " contacts as (select about_cell as about, count(*) as contacts, max(held_on) as last"
                                + " from desk_contact where cell_id = :cell group by about_cell)"
                                + " select coalesce(q.about, c.about) as about, coalesce(asked, 0) as asked,"
                                + " coalesce(by_phone, 0) as by_phone, coalesce(answered, 0) as answered,"
                                + " coalesce(on_time, 0) as on_time, hours, coalesce(contacts, 0) as contacts,"
                                + " greatest(q.last, c.last) as last from questions q full join contacts c on c.about = q.about")
                .params(values())
                .query((row, n) -> new OfCell(
                        new CellId(row.getObject("about", UUID.class)),
                        served(row),
                        row.getLong("contacts"),
                        Optional.ofNullable(row.getObject("last", LocalDate.class))))
                .list();
    }

    /**
     * What cells asked in some time, by topic: for the figures, which decide what may be shown of it. A call of which nobody
     * said from which cell it came is left out. To be asked in the desk's cell.
     */
    public Map<CellId, Map<String, Integer>> topicsByCell(Instant since, Instant until) {
        Map<CellId, Map<String, Integer>> topics = new HashMap<>();
        jdbc.sql(
                        "select asker_cell, topic, count(*) from helpdesk_question where cell_id = ? and asker_cell is not null"
                                + " and asked_at >= ? and asked_at < ? group by asker_cell, topic")
                .params(CurrentCell.require().value(), Timestamp.from(since), Timestamp.from(until))
                .query(row -> {
                    topics.computeIfAbsent(new CellId(row.getObject(1, UUID.class)), cell -> new HashMap<>())
                            .put(row.getString(2), row.getInt(3));
                });
        return topics;
    }

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        return values;
    }

    private static Served served(ResultSet row) throws SQLException {
        return new Served(
                row.getLong("asked"),
                row.getLong("by_phone"),
                row.getLong("answered"),
                row.getLong("on_time"),
                Optional.ofNullable(row.getObject("hours", Double.class)));
    }
}
