package be.livc.threshold;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The thresholds of the bound cell, in versions; what was activated is never changed, the next version replaces it. */
@Component
public class Thresholds {

    /**
     * One version, whole.
     *
     * @param number from 1; 0 for what holds until a cell sets anything
     * @param by the mandate that activated it; nobody for 0
     */
    public record Version(
            int number,
            Instant activatedAt,
            UUID by,
            Map<Threshold, Integer> values,
            Map<Escalation, Capacity> functions) {

        /** Keeps its own copies. */
        public Version {
            values = Map.copyOf(values);
            functions = Map.copyOf(functions);
        }

        /** The value of a threshold in this version. */
        public int of(Threshold threshold) {
            return values.getOrDefault(threshold, threshold.usual());
        }

        /** The function of an escalation in this version, in a cell of this kind. */
        public Capacity of(Escalation escalation, CellKind kind) {
            return functions.getOrDefault(escalation, escalation.usual(kind));
        }
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final Cells cells;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Thresholds(JdbcTemplate jdbc, Cells cells, Access access, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.cells = cells;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The version that holds now. */
    @Transactional(readOnly = true)
    public Version current() {
        return versions().get(0);
    }

    /** Every version, the newest first; the last is what the program came with. */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        Map<Integer, Version> found = new TreeMap<>((left, right) -> Integer.compare(right, left));
        found.put(0, new Version(0, Instant.EPOCH, NOBODY, Map.of(), Map.of()));
        jdbc.query(
                "select version, name, value, capacity, activated_at, activated_by from threshold_version"
                        + " where cell_id = ?",
                row -> {
                    int number = row.getInt(1);
                    Version before = found.get(number);
                    Map<Threshold, Integer> values = new EnumMap<>(Threshold.class);
                    Map<Escalation, Capacity> functions = new EnumMap<>(Escalation.class);
                    if (before != null) {
                        values.putAll(before.values());
                        functions.putAll(before.functions());
                    }
                    String capacity = row.getString(4);
                    if (capacity == null) {
                        values.put(Threshold.valueOf(row.getString(2)), row.getInt(3));
                    } else {
                        functions.put(Escalation.valueOf(row.getString(2)), Capacity.valueOf(capacity));
                    }
                    found.put(
                            number,
                            new Version(
                                    number,
                                    row.getTimestamp(5).toInstant(),
                                    row.getObject(6, UUID.class),
                                    values,
                                    functions));
                },
                CurrentCell.require().value());
        return List.copyOf(found.values());
    }

    /**
     * Passes when these values may be activated.
     *
     * @return the version that they would make
     * @throws Refusal {@code out-of-bounds}, with every threshold that is
     */
    @Transactional(readOnly = true)
    public Version proposed(Actor actor, NewThresholds wanted) {
        CellKind kind = cells.current().kind();
        List<Refusal.Reason> problems = new ArrayList<>();
        wanted.numbers().forEach((threshold, value) -> {
            if (value < threshold.least() || value > threshold.most()) {
                problems.add(new Refusal.Reason(
                        "out-of-bounds",
                        threshold.name(),
                        List.of(Integer.toString(threshold.least()), Integer.toString(threshold.most()))));
            }
        });
        wanted.functions().forEach((escalation, function) -> {
            if (!escalation.choices(kind).contains(function)) {
                problems.add(new Refusal.Reason(
                        "out-of-bounds",
                        escalation.name(),
                        escalation.choices(kind).stream().map(Capacity::name).toList()));
            }
        });
        Refusal.requireNone(problems);
        Version present = current();
        Map<Threshold, Integer> numbers = new EnumMap<>(Threshold.class);
        for (Threshold threshold : Threshold.values()) {
            numbers.put(threshold, wanted.numbers().getOrDefault(threshold, present.of(threshold)));
        }
        Map<Escalation, Capacity> functions = new EnumMap<>(Escalation.class);
        for (Escalation escalation : Escalation.values()) {
            functions.put(escalation, wanted.functions().getOrDefault(escalation, present.of(escalation, kind)));
        }
        return new Version(
                present.number() + 1, clock.instant(), actor.mandate().value(), numbers, functions);
    }

    /**
     * Activates a new version: it counts for every step that begins from now on. Steps that wait keep the date they have.
     *
     * @param after the version that the new one was made on
     * @throws Refusal as {@link #proposed}; changed meanwhile, when another version was activated since
     */
    @Transactional
    public Version activate(Actor actor, int after, NewThresholds wanted) {
        access.toAct(actor, Act.CONFIGURE_CELL, "threshold");
        Version made = proposed(actor, wanted);
        if (made.number() != after + 1) {
            throw Refusal.changedMeanwhile();
        }
        made.values().forEach((threshold, value) -> keep(made, threshold.name(), value, null));
        made.functions().forEach((escalation, function) -> keep(made, escalation.name(), null, function.name()));
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE_CELL.action())
                .on("threshold-version", Integer.toString(made.number()))
                .forPurpose(actor.purpose())
                .because("activated"));
        return made;
    }

    private void keep(Version made, String name, @Nullable Integer value, @Nullable String capacity) {
        int kept = jdbc.update(
                "insert into threshold_version (cell_id, version, name, value, capacity, activated_at, activated_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                CurrentCell.require().value(),
                made.number(),
                name,
                value,
                capacity,
                Timestamp.from(made.activatedAt()),
                made.by());
        if (kept == 0) {
            throw Refusal.changedMeanwhile(); // at the same moment: the key of the table decides who was first
        }
    }
}
