package be.livc.web.bench;

import be.livc.cell.Actor;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same work list of a program without vault, access and ledger: one statement over the engine's tables and names in
 * clear, through the same door, the same transactions and the same JSON.
 */
@RestController
@ConditionalOnProperty("livc.bench")
class CallInClear {

    static final String PATH = "/tasks-in-clear";

    private static final int ROWS = 50;

    private static final Map<String, String> DONE_BY = Map.of(
            "assessAsCoordinator", "POST /signals/{id}/assessments",
            "planConsultation", "POST /consultations/{id}/items",
            "closeConsultation", "POST /consultations/{id}/close",
            "followPlan", "PUT /cases/{id}/plan",
            "followProgress", "PUT /cases/{id}/plan",
            "proposeReview", "POST /cases/{id}/review-proposal",
            "review", "PUT /cases/{id}/plan",
            "keep", "POST /cases/{id}/erasure-proposal");

    private static final String TASKS =
            """
            select t.id_, e.business_key_, t.task_def_key_, v.text_ as phase, t.due_date_, t.create_time_,
                   c.number, c.family_name, c.given_names, c.birth_date, c.aliases
              from flowable.act_ru_task t
              join flowable.act_ru_execution e on e.id_ = t.proc_inst_id_
              join flowable.act_ru_variable v on v.execution_id_ = t.proc_inst_id_ and v.name_ = 'phase'
              left join case_in_clear c on c.cell_id = cast(:cell as uuid) and c.case_id = cast(e.business_key_ as uuid)
             where t.tenant_id_ = :cell
               and exists (select 1 from flowable.act_ru_identitylink l
                            where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = :capacity)
             order by t.due_date_ nulls last, t.id_ limit :rows
            """;

    private final JdbcClient jdbc;

    CallInClear(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1" + PATH)
    @Transactional(readOnly = true)
    public TaskInClear.Tasks list(Actor actor) {
        List<TaskInClear> tasks = jdbc.sql(TASKS)
                .param("cell", actor.cell().toString())
                .param("capacity", actor.capacity().name())
                .param("rows", ROWS + 1)
                .query(CallInClear::task)
                .list();
        return tasks.size() <= ROWS
                ? new TaskInClear.Tasks(tasks, null)
                : new TaskInClear.Tasks(tasks.subList(0, ROWS), cursor(tasks.get(ROWS - 1)));
    }

    private static TaskInClear task(ResultSet row, int number) throws SQLException {
        String step = row.getString("task_def_key_");
        return new TaskInClear(
                UUID.fromString(row.getString("id_")),
                step,
                UUID.fromString(row.getString("business_key_")),
                row.getString("number"),
                new TaskInClear.SubjectInClear(
                        row.getString("family_name"),
                        row.getString("given_names"),
                        row.getObject("birth_date", LocalDate.class),
                        List.of((String[]) row.getArray("aliases").getArray())),
                row.getString("phase"),
                instant(row.getTimestamp("due_date_")).orElse(null),
                row.getTimestamp("create_time_").toInstant(),
                DONE_BY.getOrDefault(step, ""));
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    private static String cursor(TaskInClear last) {
        String due = Optional.ofNullable(last.due())
                .map(time -> Long.toString(time.toEpochMilli()))
                .orElse("");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((due + "|" + last.id()).getBytes(StandardCharsets.UTF_8));
    }
}
