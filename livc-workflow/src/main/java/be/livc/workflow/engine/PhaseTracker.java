package be.livc.workflow.engine;

import be.livc.platform.CellId;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Reads the phase from the model: {@code livc:phase} when a step, a milestone or an end is reached,
 * {@code livc:phaseAfter} when a step is done; where ways run side by side, a step marked {@code livc:holdsPhase} keeps the
 * phase while it waits. Keeps it beside the process and tells each change.
 */
final class PhaseTracker extends AbstractFlowableEngineEventListener {

    /** The process variable that holds the phase of a running process. */
    static final String PHASE = "phase";

    /**
     * The code, kept for one act only, of the phase to go back to where a step leads to none that names a phase: what
     * another way of the case, which goes on beside it, is in.
     */
    static final String BACK_TO = "backToPhase";

    private final Clock clock;
    private final ObjectProvider<PhaseListener> listeners;

    PhaseTracker(Clock clock, ObjectProvider<PhaseListener> listeners) {
        this.clock = clock;
        this.listeners = listeners;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEngineEvent happened) {
            DelegateExecution execution = getExecution(happened);
            if (execution != null && execution.getCurrentFlowElement() != null) {
                boolean started = event.getType() == FlowableEngineEventType.ACTIVITY_STARTED;
                String phase = ModelMarks.of(
                        execution.getCurrentFlowElement(), started ? ModelMarks.PHASE : ModelMarks.PHASE_AFTER);
                reach(execution, phase == null && started ? backTo(execution) : phase);
            }
        }
    }

    private static @Nullable String backTo(DelegateExecution execution) {
        Object code = execution.getTransientVariable(BACK_TO);
        return code == null ? null : code.toString();
    }

    private void reach(DelegateExecution execution, @Nullable String phase) {
        if (phase == null || phase.equals(execution.getVariable(PHASE)) || isHeldBesides(execution)) {
            return;
        }
        execution.setVariable(PHASE, phase);
        CellId cell = CellId.of(execution.getTenantId());
        UUID caseId = UUID.fromString(execution.getProcessInstanceBusinessKey());
        listeners.orderedStream().forEach(listener -> listener.reached(cell, caseId, phase, clock.instant()));
    }

    /** Whether another way of the case waits at a step that holds the phase: what happens beside it must not hide it. */
    private static boolean isHeldBesides(DelegateExecution here) {
        return CommandContextUtil.getExecutionEntityManager()
                .findChildExecutionsByProcessInstanceId(here.getProcessInstanceId())
                .stream()
                .filter(other -> !other.getId().equals(here.getId()))
                .map(DelegateExecution::getCurrentFlowElement)
                .filter(Objects::nonNull)
                .anyMatch(element -> ModelMarks.of(element, ModelMarks.HOLDS) != null);
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }
}
