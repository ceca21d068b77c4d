package be.livc.workflow.engine;

import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The steps of one case of the {@linkplain CurrentCell current cell} that wait. Asked of the engine's tables: the engine's own
 * queries make their SQL anew each time, and these are asked at every act.
 */
@Component
class WaitingSteps {

    private final ProcessLibrary library;
    private final JdbcClient jdbc;

    WaitingSteps(ProcessLibrary library, JdbcClient jdbc) {
        this.library = library;
        this.jdbc = jdbc;
    }

    /** A step that waits: the engine's ids of its task, its process and the version of the model, and its own in the model. */
    record Step(String id, String process, String definition, String activityId) {}

    /**
     * One step of a case at a time: two people who finish together follow each other instead of failing. Of several the order is
     * always the same. The key stays free: the engine hands a timer of this process to be run, which refers to it, and would wait
     * for who waits for that timer.
     */
    void hold(Collection<UUID> caseIds) {
        String[] others = HeldCases.here().without(caseIds);
        if (others.length > 0) {
            jdbc.sql(
                            """
                            select id_ from flowable.act_ru_execution
                            where business_key_ = any (?) and tenant_id_ = ? and parent_id_ is null
                            order by id_ for no key update
                            """)
                    .params(others, Tenant.here())
                    .query(String.class)
                    .list();
            HeldCases.here().add(caseIds);
        }
    }

    void hold(UUID caseId) {
        hold(List.of(caseId));
    }

    /** Those that can be done. */
    List<Step> of(UUID caseId) {
        return jdbc.sql(
                        """
                        select t.id_, t.proc_inst_id_, t.proc_def_id_, t.task_def_key_
                          from flowable.act_ru_execution p join flowable.act_ru_task t on t.proc_inst_id_ = p.id_
                         where p.business_key_ = ? and p.tenant_id_ = ? and p.parent_id_ is null
                        """)
                .params(caseId.toString(), Tenant.here())
                .query((row, n) -> new Step(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /**
     * One of them.
     *
     * @throws Refusal conflict {@code wrong-phase} where it does not wait
     */
    Step require(UUID caseId, String activityId) {
        return of(caseId).stream()
                .filter(step -> step.activityId().equals(activityId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("wrong-phase"));
    }

    /** The engine's id of what waits for a message in this case. */
    Optional<String> forMessage(UUID caseId, String message) {
        return jdbc.sql(
                        """
                        select s.execution_id_ from flowable.act_ru_execution p
                          join flowable.act_ru_event_subscr s on s.proc_inst_id_ = p.id_
                         where p.business_key_ = ? and p.tenant_id_ = ? and p.parent_id_ is null
                           and s.event_type_ = 'message' and s.event_name_ = ?
                         limit 1
                        """)
                .params(caseId.toString(), Tenant.here(), message)
                .query(String.class)
                .optional();
    }

    /** The steps of a case that wait now, in the order of its picture, each with everybody whom it waits for. */
    List<ProcessStep> withCapacities(UUID caseId) {
        Map<String, List<String>> capacities = new HashMap<>();
        Set<String> definitions = new LinkedHashSet<>();
        jdbc.sql(
                        """
                        select t.proc_def_id_, t.task_def_key_, l.group_id_
                          from flowable.act_ru_execution e
                          join flowable.act_ru_task t on t.proc_inst_id_ = e.id_
                          join flowable.act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                         where e.tenant_id_ = ? and e.business_key_ = ? and t.tenant_id_ = e.tenant_id_
                         order by l.id_
                        """)
                .params(Tenant.here(), caseId.toString())
                .query(row -> {
                    definitions.add(row.getString(1));
                    capacities
                            .computeIfAbsent(row.getString(2), step -> new ArrayList<>())
                            .add(row.getString(3));
                });
        return definitions.stream()
                .flatMap(definition -> library.steps(definition).stream())
                .filter(step -> capacities.containsKey(step.id()))
                .map(step -> new ProcessStep(
                        step.id(),
                        step.name(),
                        step.documentation(),
                        capacities.getOrDefault(step.id(), step.capacities())))
                .toList();
    }
}
