package be.livc.workflow.engine;

import be.livc.platform.Refusal;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.job.api.Job;
import org.postgresql.util.PSQLState;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the engine does for the current cell: counts per step, jobs that failed, timers that are stuck. Names no case. */
@Component
@Transactional
public class EngineRoom {

    /** A timer that struck so long ago should have been run. */
    private static final Duration STUCK = Duration.ofMinutes(10);

    private static final int RETRIES = 3;

    /** How many cases wait at a step, and how many of them longer than they should. */
    public record Waiting(String definition, String step, String name, long open, long overdue) {}

    /**
     * A job of the engine that failed, or a timer that did not run.
     *
     * @param step the element in the model
     * @param at since when
     */
    public record Trouble(UUID id, String definition, String step, Instant at) {}

    private final ManagementService jobs;
    private final ProcessLibrary library;
    private final JdbcClient jdbc;
    private final Clock clock;

    EngineRoom(ProcessEngine engine, ProcessLibrary library, JdbcClient jdbc, Clock clock) {
        this.jobs = engine.getManagementService();
        this.library = library;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many cases wait where. */
    public List<Waiting> waiting() {
        return jdbc.sql(
                        """
                        select d.key_ as definition, t.task_def_key_ as step, min(t.name_) as name, count(*) as open,
                               count(*) filter (where t.due_date_ < ?) as overdue
                          from flowable.act_ru_task t join flowable.act_re_procdef d on d.id_ = t.proc_def_id_
                         where t.tenant_id_ = ? group by d.key_, t.task_def_key_ order by d.key_, min(t.name_)
                        """)
                .params(Timestamp.from(clock.instant()), Tenant.here())
                .query((row, n) -> new Waiting(
                        row.getString("definition"),
                        row.getString("step"),
                        row.getString("name"),
                        row.getLong("open"),
                        row.getLong("overdue")))
                .list();
    }

    /** The jobs that failed as often as they may and wait for somebody. */
    public List<Trouble> failed() {
        return jobs.createDeadLetterJobQuery().jobTenantId(Tenant.here()).list().stream()
                .map(job -> trouble(job, job.getCreateTime()))
                .toList();
    }

    /** The timers whose hour struck long ago and that did not run. */
    public List<Trouble> stuck() {
        return jobs
                .createTimerJobQuery()
                .jobTenantId(Tenant.here())
                .duedateLowerThan(Date.from(clock.instant().minus(STUCK)))
                .list()
                .stream()
                .map(job -> trouble(job, job.getDuedate()))
                .toList();
    }

    private Trouble trouble(Job job, Date at) {
        return new Trouble(
                UUID.fromString(job.getId()),
                library.definition(job.getProcessDefinitionId()).getKey(),
                job.getElementId(),
                at.toInstant());
    }

    /**
     * Lets a job that failed, or a timer that is stuck, run once more.
     *
     * @throws Refusal not found, when this cell has no such job; conflict {@code done-meanwhile}, when the engine or somebody
     *     else let it run at the same moment
     */
    public void retry(UUID id) {
        String job = id.toString();
        if (jobs.createDeadLetterJobQuery()
                        .jobTenantId(Tenant.here())
                        .jobId(job)
                        .count()
                > 0) {
            run(() -> jobs.moveDeadLetterJobToExecutableJob(job, RETRIES));
        } else if (jobs.createTimerJobQuery()
                        .jobTenantId(Tenant.here())
                        .jobId(job)
                        .count()
                > 0) {
            run(() -> jobs.moveTimerToExecutableJob(job));
        } else {
            throw Refusal.notFound();
        }
    }

    private static void run(Supplier<Job> move) {
        try {
            move.get();
        } catch (FlowableOptimisticLockingException | FlowableObjectNotFoundException e) {
            throw Refusal.conflict("done-meanwhile");
        } catch (PersistenceException e) {
            // The engine writes the job in its new place before it takes it from the old one: the second to do so meets
            // the first.
            throw isDuplicate(e) ? Refusal.conflict("done-meanwhile") : e;
        }
    }

    private static boolean isDuplicate(PersistenceException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState());
    }
}
