package be.livc.workflow.engine;

import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;

/** Lets a step that carries {@code livc:escalates} also wait for whom {@link Escalations} names when it begins, and until when. */
final class EscalatedTasks extends AbstractFlowableEngineEventListener {

    private final ObjectProvider<Escalations> escalations;

    EscalatedTasks(ObjectProvider<Escalations> escalations) {
        this.escalations = escalations;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEngineEntityEvent created && created.getEntity() instanceof TaskEntity task) {
            DelegateExecution execution = getExecution(created);
            if (execution != null && execution.getCurrentFlowElement() instanceof UserTask step) {
                escalate(task, step, UUID.fromString(execution.getProcessInstanceBusinessKey()));
            }
        }
    }

    private void escalate(TaskEntity task, UserTask step, UUID caseId) {
        String escalates = ModelMarks.of(step, ModelMarks.ESCALATES);
        if (escalates == null) {
            return;
        }
        escalations
                .orderedStream()
                .map(rule -> rule.capacitiesFor(escalates, caseId))
                .flatMap(Set::stream)
                .filter(capacity -> !step.getCandidateGroups().contains(capacity))
                .forEach(task::addCandidateGroup);
        escalations
                .orderedStream()
                .map(rule -> rule.dueOf(escalates, caseId))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Date::from)
                .ifPresent(task::setDueDate);
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }
}
