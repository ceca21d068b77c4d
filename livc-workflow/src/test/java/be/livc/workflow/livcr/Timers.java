package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.job.api.Job;

/** The timers of some cells, which strike by the program's clock and run for real. */
final class Timers {

    private Timers() {}

    /** Lets every timer strike whose hour has come, as the job executor would, and waits until it ran. */
    static void strike(ProcessEngine engine, MutableClock clock, ACell... cells) {
        List<Job> due = Stream.of(cells)
                .flatMap(where -> engine
                        .getManagementService()
                        .createTimerJobQuery()
                        .jobTenantId(where.id().toString())
                        .duedateLowerThan(Date.from(clock.instant()))
                        .list()
                        .stream())
                .toList();
        ManagementService jobs = engine.getManagementService();
        for (Job one : due) {
            move(jobs, one);
            eventually(() -> jobs.createTimerJobQuery().jobId(one.getId()).count() == 0
                    && jobs.createJobQuery()
                                    .processInstanceId(one.getProcessInstanceId())
                                    .count()
                            == 0);
        }
    }

    private static void move(ManagementService jobs, Job timer) {
        try {
            jobs.moveTimerToExecutableJob(timer.getId());
        } catch (FlowableOptimisticLockingException | FlowableObjectNotFoundException taken) {
            // The engine's own executor goes by the same clock and was first.
        }
    }

    private static void eventually(BooleanSupplier happened) {
        Instant patience = Instant.now().plusSeconds(60);
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as("waited in vain").isBefore(patience);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
