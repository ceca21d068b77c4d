package be.livc.workflow.engine;

import be.livc.platform.CurrentCell;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The way that a process of the {@linkplain CurrentCell current cell} came. */
@Component
class Passages {

    /** What the history calls a way from one element to the next. */
    private static final String FLOW = "sequenceFlow";

    /** Several elements are passed within one millisecond; the engine counts them within each transaction. */
    private static final Comparator<Passed> AS_IT_HAPPENED =
            Comparator.comparing(Passed::from).thenComparing(Passed::order, Comparator.nullsLast(Integer::compare));

    private final ProcessLibrary library;
    private final JdbcClient jdbc;

    Passages(ProcessLibrary library, JdbcClient jdbc) {
        this.library = library;
        this.jdbc = jdbc;
    }

    /** What it came to and by, in the order of happening, without events on borders that never happened. */
    List<ProcessView.Passage> of(HistoricProcessInstance instance) {
        List<Passed> all = passed(instance);
        return all.stream()
                .filter(passed -> !FLOW.equals(passed.type()))
                .filter(passed -> !didNotHappen(passed, all))
                .sorted(AS_IT_HAPPENED)
                .map(Passages::passage)
                .toList();
    }

    /** The one of these steps that a running case came to last. */
    Optional<String> lastOf(UUID caseId, Set<String> activityIds) {
        return jdbc.sql(
                        """
                        select a.act_id_ from flowable.act_ru_execution p
                          join flowable.act_ru_actinst a on a.proc_inst_id_ = p.id_
                         where p.business_key_ = ? and p.tenant_id_ = ? and p.parent_id_ is null and a.act_id_ = any (?)
                         order by a.start_time_ desc, a.transaction_order_ desc nulls first limit 1
                        """)
                .params(caseId.toString(), Tenant.here(), activityIds.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /**
     * Whether it is an event on the border of a step that did not happen: the case waits at the step and the event only
     * listens, or the step was done before it came. Then it has an end, and yet none of its ways out was taken at that end.
     */
    private boolean didNotHappen(Passed passed, List<Passed> all) {
        if (!(library.element(passed.definition(), passed.activityId()) instanceof BoundaryEvent event)) {
            return false;
        }
        Set<String> waysOut =
                event.getOutgoingFlows().stream().map(SequenceFlow::getId).collect(Collectors.toSet());
        return passed.until().isEmpty()
                || all.stream()
                        .noneMatch(flow -> waysOut.contains(flow.activityId())
                                && flow.execution().equals(passed.execution()));
    }

    private static ProcessView.Passage passage(Passed passed) {
        return new ProcessView.Passage(passed.activityId(), passed.from(), passed.until());
    }

    /** An element that a process came to or by: beside the process while it runs, in the history once it ended. */
    private record Passed(
            String definition,
            String activityId,
            String type,
            String execution,
            Instant from,
            Optional<Instant> until,
            @Nullable Integer order) {}

    private List<Passed> passed(HistoricProcessInstance instance) {
        String kept = instance.getEndTime() == null ? "act_ru_actinst" : "act_hi_actinst";
        return jdbc.sql(
                        "select proc_def_id_, act_id_, act_type_, execution_id_, start_time_, end_time_, transaction_order_"
                                + " from flowable." + kept + " where proc_inst_id_ = ? and tenant_id_ = ?")
                .params(instance.getId(), Tenant.here())
                .query((row, n) -> new Passed(
                        row.getString("proc_def_id_"),
                        row.getString("act_id_"),
                        row.getString("act_type_"),
                        row.getString("execution_id_"),
                        TaskList.instant(row, "start_time_").orElseThrow(),
                        TaskList.instant(row, "end_time_"),
                        row.getObject("transaction_order_", Integer.class)))
                .list();
    }
}
