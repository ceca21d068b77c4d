package be.livc.workflow.engine;

import java.util.Date;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.history.DefaultHistoryManager;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.runtime.ActivityInstance;
import org.flowable.variable.service.impl.persistence.entity.VariableInstanceEntity;

/**
 * Writes the way of a process into the history once, when it ends. While it runs, the engine keeps the same rows beside it
 * (ACT_RU_ACTINST) and needs them there; to write each of them twice at every step was one in thirteen statements of a complete
 * flow ({@code docs/decisions/0280}). A process that ends to be forgotten leaves no way behind at all. Of variables the history keeps
 * nothing: the phase is read from where the process ended.
 */
final class HistoryAtTheEnd extends DefaultHistoryManager {

    /** A code that a step is done with when nothing of its process is to stay; see {@link Processes#finish}. */
    static final String FORGOTTEN = "forgotten";

    HistoryAtTheEnd(ProcessEngineConfigurationImpl engine) {
        super(engine);
    }

    @Override
    public void recordProcessInstanceEnd(
            ExecutionEntity process, String deleteReason, String activityId, String state, Date endTime) {
        super.recordProcessInstanceEnd(process, deleteReason, activityId, state, endTime);
        if (!Boolean.TRUE.equals(process.getTransientVariable(FORGOTTEN))) {
            processEngineConfiguration
                    .getActivityInstanceEntityManager()
                    .findActivityInstancesByProcessInstanceId(process.getId(), true)
                    .forEach(super::createHistoricActivityInstance);
        }
    }

    @Override
    public void recordActivityStart(ActivityInstance activity) {}

    @Override
    public void recordActivityEnd(ActivityInstance activity) {}

    @Override
    public void createHistoricActivityInstance(ActivityInstance activity) {}

    @Override
    public void updateHistoricActivityInstance(ActivityInstance activity) {}

    @Override
    public void recordVariableCreate(VariableInstanceEntity variable, Date at) {}

    @Override
    public void recordVariableUpdate(VariableInstanceEntity variable, Date at) {}

    @Override
    public void recordVariableRemoved(VariableInstanceEntity variable) {}
}
