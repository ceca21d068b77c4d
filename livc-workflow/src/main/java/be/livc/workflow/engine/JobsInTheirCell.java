package be.livc.workflow.engine;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.asyncexecutor.ExecuteAsyncRunnable;
import org.flowable.job.service.impl.asyncexecutor.ExecuteAsyncRunnableFactory;
import org.flowable.job.service.impl.asyncexecutor.JobExecutionObservationProvider;

/** Runs each job, and the retry after a failure, in the cell that the job belongs to. */
final class JobsInTheirCell implements ExecuteAsyncRunnableFactory {

    @Override
    public Runnable createExecuteAsyncRunnable(JobInfo job, JobServiceConfiguration jobs) {
        Runnable run = new ExecuteAsyncRunnable(
                job, jobs, jobs.getJobEntityManager(), null, JobExecutionObservationProvider.NOOP);
        String cell = job.getTenantId();
        if (cell == null || cell.isEmpty()) {
            return run;
        }
        return () -> CurrentCell.run(CellId.of(cell), run);
    }
}
