package be.livc.desk;

import be.livc.cell.MandateId;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of questions and answers, in the cell of the desk. */
@Component
class QuestionRows {

    /** As it is at {@code :now}. */
    private static final String STATE = "case when q.state = 'OPEN' then 'OPEN'"
            + " when coalesce(q.closes_at, q.answered_at + interval '14 days') <= :now then 'CLOSED' else q.state end";

    private static final String COLUMNS =
            "select q.*, " + STATE + " as stands, coalesce((select array_agg(a.id order by a.at, a.id)"
                    + " from helpdesk_answer a where a.cell_id = q.cell_id and a.question_id = q.id), '{}') as replies"
                    + " from helpdesk_question q where q.cell_id = :cell";

    private final JdbcClient jdbc;
    private final Clock clock;

    QuestionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        values.put("now", Timestamp.from(clock.instant()));
        return values;
    }

    void add(UUID id, String channel, AskQuestion asked, Optional<CellId> from, Optional<MandateId> by) {
        Map<String, Object> values = values();
        values.put("id", id);
        values.put("askerCell", from.map(CellId::value).orElse(null));
        values.put("asker", by.map(MandateId::value).orElse(null));
        values.put("channel", channel);
        values.put("topic", asked.topic());
        values.put("text", asked.text().strip());
        values.put("definition", asked.definition().orElse(null));
        values.put("step", asked.step().orElse(null));
        values.put("error", asked.errorCode().orElse(null));
        values.put("due", Timestamp.from(ServiceTime.dueFor(clock.instant())));
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('questions ' || :cell, 0))")
                .param("cell", CurrentCell.require().toString())
                .query((row, n) -> n)
                .list();
        jdbc.sql("insert into helpdesk_question (cell_id, id, number, asker_cell, asker_mandate, channel, topic, text,"
                        + " definition, step, error_code, state, asked_at, due_at)"
                        + " select :cell, :id, coalesce(max(number), 0) + 1, cast(:askerCell as uuid),"
                        + " cast(:asker as uuid), :channel, :topic, :text, :definition, :step, :error, 'OPEN', :now, :due"
                        + " from helpdesk_question where cell_id = :cell")
                .params(values)
                .update();
    }

    void reply(QuestionId id, boolean byDesk, String text, Optional<ArticleId> article) {
        Map<String, Object> values = values();
        values.put("id", Ids.next());
        values.put("question", id.value());
        values.put("byDesk", byDesk);
        values.put("text", text);
        values.put("article", article.map(ArticleId::value).orElse(null));
        jdbc.sql("insert into helpdesk_answer (cell_id, id, question_id, by_desk, text, article_id, at)"
                        + " values (:cell, :id, :question, :byDesk, :text, cast(:article as uuid), :now)")
                .params(values)
                .update();
    }

    /** It is answered now; the first answer counts for the service time. */
    void answered(QuestionId id) {
        change(
                id,
                "state = 'ANSWERED', answered_at = coalesce(answered_at, :now), closes_at = :then, waits_until = null",
                ServiceTime.closesAfter(clock.instant()));
    }

    /** It is open again, and waits anew. */
    void askedOn(QuestionId id) {
        change(id, "state = 'OPEN', closes_at = null, waits_until = :then", ServiceTime.dueFor(clock.instant()));
    }

    /** It is closed now. */
    void closed(QuestionId id) {
        change(id, "closes_at = :then", clock.instant());
    }

    private void change(QuestionId id, String what, Instant then) {
        Map<String, Object> values = values();
        values.put("id", id.value());
        values.put("then", Timestamp.from(then));
        jdbc.sql("update helpdesk_question set " + what + " where cell_id = :cell and id = :id")
                .params(values)
                .update();
    }

    Optional<QuestionView> find(QuestionId id) {
        Map<String, Object> values = values();
        values.put("id", id.value());
        return jdbc.sql(COLUMNS + " and q.id = :id")
                .params(values)
                .query(this::question)
                .optional();
    }

    boolean isAskedBy(QuestionId id, CellId cell, MandateId mandate) {
        Map<String, Object> values = values();
        values.put("id", id.value());
        values.put("askerCell", cell.value());
        values.put("asker", mandate.value());
        return jdbc.sql("select exists (select 1 from helpdesk_question where cell_id = :cell and id = :id"
                        + " and asker_cell = :askerCell and asker_mandate = :asker)")
                .params(values)
                .query(Boolean.class)
                .single();
    }

    Page<QuestionView> ofAsker(CellId cell, MandateId mandate, Optional<String> after, int limit) {
        Map<String, Object> values = values();
        values.put("askerCell", cell.value());
        values.put("asker", mandate.value());
        values.put("after", after.map(QuestionRows::number).orElse(Integer.MAX_VALUE));
        values.put("rows", Page.bounded(limit) + 1);
        return Page.of(
                jdbc.sql(COLUMNS + " and q.asker_cell = :askerCell and q.asker_mandate = :asker and q.number < :after"
                                + " order by q.number desc limit :rows")
                        .params(values)
                        .query(this::question)
                        .list(),
                Page.bounded(limit),
                last -> Integer.toString(last.number()));
    }

    /** What is open, the first asked first; what is done with, the last asked first. */
    Page<QuestionView> inState(String state, Optional<String> after, int limit) {
        boolean open = state.equals("OPEN");
        Map<String, Object> values = values();
        values.put("state", state);
        values.put("after", after.map(QuestionRows::number).orElse(open ? 0 : Integer.MAX_VALUE));
        values.put("rows", Page.bounded(limit) + 1);
        return Page.of(
                jdbc.sql(COLUMNS + " and " + STATE + " = :state and "
                                + (open
                                        ? "q.number > :after order by q.number"
                                        : "q.number < :after order by q.number desc")
                                + " limit :rows")
                        .params(values)
                        .query(this::question)
                        .list(),
                Page.bounded(limit),
                last -> Integer.toString(last.number()));
    }

    List<QuestionView> answeredAt(String step) {
        Map<String, Object> values = values();
        values.put("step", step);
        return jdbc.sql(COLUMNS + " and q.step = :step and q.state <> 'OPEN' order by q.number desc limit 5")
                .params(values)
                .query(this::question)
                .list();
    }

    Questions.Service service() {
        return jdbc.sql("select count(*) filter (where state = 'OPEN') as open,"
                        + " count(*) filter (where state = 'OPEN' and coalesce(waits_until, due_at) < :now) as late,"
                        + " count(*) filter (where answered_at is not null) as answered,"
                        + " percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at) / 3600)"
                        + " filter (where answered_at is not null) as hours"
                        + " from helpdesk_question where cell_id = :cell")
                .params(values())
                .query((row, n) -> new Questions.Service(
                        row.getLong("open"),
                        row.getLong("late"),
                        row.getLong("answered"),
                        Optional.ofNullable(row.getObject("hours", Double.class))))
                .single();
    }

    private static int number(String cursor) {
        if (!cursor.matches("\\d{1,9}")) {
            throw Refusal.invalid("after", "bad-cursor");
        }
        return Integer.parseInt(cursor);
    }

    private QuestionView question(ResultSet row, int n) throws SQLException {
        return new QuestionView(
                new QuestionId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                Optional.ofNullable(row.getObject("asker_cell", UUID.class)).map(CellId::new),
                row.getString("channel"),
                row.getString("topic"),
                row.getString("text"),
                Optional.ofNullable(row.getString("definition")),
                Optional.ofNullable(row.getString("step")),
                Optional.ofNullable(row.getString("error_code")),
                row.getString("stands"),
                row.getTimestamp("asked_at").toInstant(),
                moment(row, "waits_until").orElse(row.getTimestamp("due_at").toInstant()),
                moment(row, "answered_at"),
                moment(row, "closes_at"),
                replies((UUID[]) row.getArray("replies").getArray()));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private List<QuestionView.Reply> replies(UUID[] ids) {
        if (ids.length == 0) {
            return List.of();
        }
        Map<String, Object> values = values();
        values.put("ids", List.of(ids));
        return jdbc.sql(
                        "select by_desk, text, article_id, at from helpdesk_answer where cell_id = :cell and id in (:ids)"
                                + " order by at, id")
                .params(values)
                .query((row, n) -> new QuestionView.Reply(
                        row.getBoolean("by_desk"),
                        row.getString("text"),
                        Optional.ofNullable(row.getObject("article_id", UUID.class))
                                .map(ArticleId::new),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
