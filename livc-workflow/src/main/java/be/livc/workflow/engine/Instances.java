package be.livc.workflow.engine;

import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** The process of a case of the {@linkplain CurrentCell current cell}, running or ended. */
@Component
class Instances {

    private final HistoryService history;

    Instances(ProcessEngine engine) {
        this.history = engine.getHistoryService();
    }

    Optional<HistoricProcessInstance> find(UUID caseId) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                .processInstanceTenantId(Tenant.here())
                .processInstanceBusinessKey(caseId.toString())
                .singleResult());
    }

    /** That process; a refusal, not found, where this cell has none for the case. */
    HistoricProcessInstance require(UUID caseId) {
        return find(caseId).orElseThrow(Refusal::notFound);
    }
}
