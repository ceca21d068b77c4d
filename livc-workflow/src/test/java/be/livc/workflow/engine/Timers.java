package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CellId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.job.api.Job;

/** The timers of some cells, which strike and run for real. */
public final class Timers {

    private Timers() {}

    /** Lets every timer strike whose hour has come, as the job executor would, and waits until it ran. */
    public static void strike(ProcessEngine engine, Clock clock, CellId... cells) {
        List<Job> due = Stream.of(cells)
                .flatMap(cell -> engine
                        .getManagementService()
                        .createTimerJobQuery()
                        .jobTenantId(cell.toString())
                        .duedateLowerThan(Date.from(clock.instant()))
                        .list()
                        .stream())
                .toList();
        due.forEach(timer -> strike(engine, timer));
    }

    /** The only timer of this kind in a cell, by its id in the model. */
    public static Job only(ProcessEngine engine, CellId cell, String id) {
        return engine.getManagementService()
                .createTimerJobQuery()
                .jobTenantId(cell.toString())
                .elementId(id)
                .singleResult();
    }

    /** Lets this timer strike as if its hour had come, and waits until it ran. */
    public static void strike(ProcessEngine engine, Job timer) {
        ManagementService jobs = engine.getManagementService();
        handOver(jobs, timer);
        eventually(() -> jobs.createTimerJobQuery().jobId(timer.getId()).count() == 0
                && jobs.createJobQuery()
                                .processInstanceId(timer.getProcessInstanceId())
                                .count()
                        == 0);
    }

    private static void handOver(ManagementService jobs, Job timer) {
        try {
            jobs.moveTimerToExecutableJob(timer.getId());
        } catch (FlowableOptimisticLockingException | FlowableObjectNotFoundException taken) {
            // The engine's own executor goes by the same clock and was first.
        } catch (PersistenceException refused) {
            assertThat(refused)
                    .as("the executor was first, at the same moment")
                    .rootCause()
                    .hasMessageContaining("act_ru_job_pkey");
        }
    }

    /** Waits for what the job executor does in its own time. */
    static void eventually(BooleanSupplier happened) {
        Instant patience = Instant.now().plusSeconds(60);
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as("waited in vain").isBefore(patience);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
