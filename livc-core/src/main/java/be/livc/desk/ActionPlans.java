package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Faults;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An action plan of the government or the desk, and how far each of its actions is. */
@Component
public class ActionPlans {

    /** How far an action is. */
    public enum Status {
        TO_START,
        RUNNING,
        DONE
    }

    /**
     * An action as it is to be.
     *
     * @param coordinator the organisation that carries it
     * @param budget in euro
     * @param affairs the state of affairs, in words
     * @param indicator a published figure that shows how far it is, one of the codes of the figures
     */
    public record Plan(
            String objective,
            String action,
            String coordinator,
            Optional<LocalDate> term,
            Optional<Integer> budget,
            Status status,
            String affairs,
            Optional<String> indicator) {

        /** Every field that is missing or wrong; whether its texts name somebody is judged when it is kept. */
        public List<Refusal.Reason> problems() {
            return new Faults()
                    .text("objective", objective, ShortText.SENTENCE)
                    .text("action", action, ShortText.SENTENCE)
                    .text("coordinator", coordinator, ShortText.LINE)
                    .found();
        }
    }

    /** An action of the plan. */
    public record Planned(UUID id, Plan plan, int version) {}

    private final Guard guard;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActionPlans(Guard guard, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.guard = guard;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Every action, by objective: for the desk, and for the government's contact points.
     *
     * @throws Refusal forbidden, for who does not watch over the whole
     */
    @Transactional(readOnly = true)
    public List<Planned> all(Actor reader) {
        if (!Desk.isWatchedBy(reader)) {
            throw Refusal.forbidden();
        }
        return jdbc.sql("select * from planned_action where cell_id = ? order by objective, term nulls last, id")
                .param(CurrentCell.require().value())
                .query((row, n) -> new Planned(
                        row.getObject("id", UUID.class),
                        new Plan(
                                row.getString("objective"),
                                row.getString("action"),
                                row.getString("coordinator"),
                                Optional.ofNullable(row.getObject("term", LocalDate.class)),
                                Optional.ofNullable(row.getObject("budget", Integer.class)),
                                Status.valueOf(row.getString("status")),
                                row.getString("affairs"),
                                Optional.ofNullable(row.getString("indicator"))),
                        row.getInt("version")))
                .list();
    }

    /** The same to take along as a report; the act is recorded. */
    @Transactional
    public List<Planned> export(Actor reader) {
        List<Planned> found = all(reader);
        ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(Action.EXPORT)
                .on("figures", "action-plan")
                .forPurpose(reader.purpose()));
        return found;
    }

    /**
     * One action.
     *
     * @throws Refusal not found, for anybody but the desk
     */
    @Transactional(readOnly = true)
    public Planned find(Actor consultant, UUID id) {
        access.toAct(consultant, Act.WORK_AT_DESK, "action", id);
        return all(consultant).stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> access.denied(consultant, "action", id));
    }

    /** How many actions are in each status: "9 afgerond, 40 lopend, 1 op te starten". */
    public static Map<Status, Long> progress(List<Planned> actions) {
        Map<Status, Long> progress = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            progress.put(
                    status,
                    actions.stream()
                            .filter(action -> action.plan().status() == status)
                            .count());
        }
        return progress;
    }

    /** The actions of each objective, in their order. */
    public static Map<String, List<Planned>> byObjective(List<Planned> actions) {
        Map<String, List<Planned>> byObjective = new LinkedHashMap<>();
        actions.forEach(action -> byObjective
                .computeIfAbsent(action.plan().objective(), objective -> new ArrayList<>())
                .add(action));
        return byObjective;
    }

    /** Adds an action. */
    @Transactional
    public UUID add(Actor consultant, Plan plan) {
        access.toAct(consultant, Act.WORK_AT_DESK, "action");
        requireValid(consultant, plan);
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into planned_action (cell_id, id, objective, action, coordinator, term, budget, status, affairs,"
                                + " indicator, changed_at, version) values (:cell, :id, :objective, :action, :coordinator,"
                                + " cast(:term as date), cast(:budget as int), :status, :affairs, :indicator, :now, 1)")
                .params(values(id, plan))
                .update();
        record(consultant, id);
        return id;
    }

    /**
     * Brings an action up to date.
     *
     * @throws Refusal changed meanwhile, when somebody else was first
     */
    @Transactional
    public void change(Actor consultant, UUID id, int version, Plan plan) {
        access.toAct(consultant, Act.WORK_AT_DESK, "action", id);
        requireValid(consultant, plan);
        Map<String, Object> values = values(id, plan);
        values.put("version", version);
        int changed = jdbc.sql("update planned_action set objective = :objective, action = :action,"
                        + " coordinator = :coordinator, term = cast(:term as date), budget = cast(:budget as int),"
                        + " status = :status, affairs = :affairs, indicator = :indicator, changed_at = :now,"
                        + " version = version + 1 where cell_id = :cell and id = :id and version = :version")
                .params(values)
                .update();
        if (changed == 0) {
            throw Refusal.changedMeanwhile();
        }
        record(consultant, id);
    }

    private Map<String, Object> values(UUID id, Plan plan) {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        values.put("id", id);
        values.put("objective", plan.objective().strip());
        values.put("action", plan.action().strip());
        values.put("coordinator", plan.coordinator().strip());
        values.put("term", plan.term().orElse(null));
        values.put("budget", plan.budget().orElse(null));
        values.put("status", plan.status().name());
        values.put("affairs", plan.affairs().strip());
        values.put("indicator", plan.indicator().orElse(null));
        values.put("now", Timestamp.from(clock.instant()));
        return values;
    }

    private void requireValid(Actor consultant, Plan plan) {
        Refusal.requireNone(plan.problems());
        guard.requireClean(consultant, "affairs", plan.action() + "\n" + plan.affairs());
    }

    private void record(Actor consultant, UUID action) {
        ledger.append(Entry.by(Access.ledgerActor(consultant), consultant.source())
                .did(Act.WORK_AT_DESK.action())
                .on("action", action)
                .forPurpose(consultant.purpose()));
    }
}
