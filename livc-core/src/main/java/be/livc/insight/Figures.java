package be.livc.insight;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.Desk;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Tables.Place;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the figures of each closed quarter once, and shows what was published: to VVSG all of it, to a cell its own and
 * those of all cells together.
 */
@Component
public class Figures {

    private static final String OPEN_CASES = Tables.OPEN;

    /** What is counted, in the order in which it is shown (domain.md §9). */
    public static final List<String> INDICATORS = List.of(
            "SIGNALS",
            "SIGNAL_AGES",
            "ASSESSMENTS",
            "ASSESSMENT_TIMES",
            "CASES_OPENED",
            "CASES_CLOSED",
            "CASE_DURATIONS",
            OPEN_CASES,
            "CONSULTATIONS",
            "INVITATIONS",
            "PARTNERS",
            "PLANS",
            "MEASURES",
            "SHEETS",
            "HANDOVERS",
            "PERMISSIONS",
            "ERASURES",
            "ERASURES_DUE",
            "REQUESTS",
            "REQUEST_TERMS",
            "EMERGENCIES");

    /**
     * A figure.
     *
     * @param source the id of a cell, or {@code *} for all together
     * @param category a code, or {@code *} for all together
     * @param value empty where it is suppressed
     */
    public record Figure(Quarter quarter, String indicator, String source, String category, Optional<Integer> value) {}

    /** All together. */
    public static final String ALL = Tables.ALL;

    private final ObjectProvider<CellCounts> counts;
    private final Cells cells;
    private final Desk desk;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Figures(
            ObjectProvider<CellCounts> counts,
            Cells cells,
            Desk desk,
            Ledger ledger,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transactions,
            Clock clock) {
        this.counts = counts;
        this.cells = cells;
        this.desk = desk;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Publishes a quarter, where that was not done yet: counts in each cell, in a transaction bound to it, and keeps what
     * disclosure control lets through.
     *
     * @return whether it was published now
     * @throws Refusal {@code quarter-not-closed}, while it lasts
     */
    public boolean publish(Quarter quarter) {
        if (!quarter.end().isBefore(LocalDate.now(clock).plusDays(1))) {
            throw Refusal.conflict("quarter-not-closed");
        }
        if (isPublished(quarter)) {
            return false;
        }
        Map<CellId, List<Count>> all = new HashMap<>();
        for (Cell cell : cells.all()) {
            if (cell.kind() != CellKind.DESK) {
                all.put(cell.id(), counted(cell, quarter));
            }
        }
        return publishCounted(quarter, all);
    }

    private List<Count> counted(Cell cell, Quarter quarter) {
        return CurrentCell.in(
                cell.id(), () -> transactions.execute(tx -> counts.getObject().in(quarter)));
    }

    /** Keeps what may be shown of what the cells counted; the counts themselves are kept nowhere. */
    public boolean publishCounted(Quarter quarter, Map<CellId, List<Count>> all) {
        return desk.in(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('figures', 0))")
                    .query((row, n) -> n)
                    .list();
            if (isThere(quarter)) {
                return false;
            }
            Tables tables = new Tables(INDICATORS);
            all.forEach((cell, counted) -> tables.add(cell.toString(), counted));
            keep(quarter, tables.published(earlierThan(quarter), !openAfter(quarter)));
            return true;
        });
    }

    /** What was published of cases in the quarters before, back to the first one that is missing. */
    private List<Map<Place, Optional<Integer>>> earlierThan(Quarter quarter) {
        Map<Quarter, Map<Place, Optional<Integer>>> all = new HashMap<>();
        jdbc.sql("select quarter, indicator, source, category, value from published_figure where cell_id = :cell"
                        + " and quarter < :quarter and indicator in (:linked)")
                .param("cell", CurrentCell.require().value())
                .param("quarter", quarter.toString())
                .param("linked", EarlierQuarters.LINKED)
                .query(row -> {
                    all.computeIfAbsent(Quarter.read(row.getString(1)), one -> new HashMap<>())
                            .put(
                                    new Place(row.getString(2), row.getString(3), row.getString(4)),
                                    Optional.ofNullable(row.getObject(5, Integer.class)));
                });
        LinkedList<Map<Place, Optional<Integer>>> earlier = new LinkedList<>();
        for (Quarter one = quarter.before(); tellsOfOpenCases(all.get(one)); one = one.before()) {
            earlier.addFirst(all.getOrDefault(one, Map.of()));
        }
        return earlier;
    }

    private static boolean tellsOfOpenCases(@Nullable Map<Place, Optional<Integer>> quarter) {
        return quarter != null
                && quarter.keySet().stream().anyMatch(place -> place.indicator().equals(OPEN_CASES));
    }

    private boolean openAfter(Quarter quarter) {
        return jdbc.sql("select exists (select 1 from published_figure where cell_id = ? and quarter > ?"
                        + " and indicator = ?)")
                .params(CurrentCell.require().value(), quarter.toString(), OPEN_CASES)
                .query(Boolean.class)
                .single();
    }

    private void keep(Quarter quarter, Map<Place, Optional<Integer>> published) {
        List<Object[]> rows = new ArrayList<>();
        published.forEach((place, value) -> rows.add(new Object[] {
            CurrentCell.require().value(),
            quarter.toString(),
            place.indicator(),
            place.source(),
            place.category(),
            value.orElse(null)
        }));
        batches.batchUpdate(
                "insert into published_figure (cell_id, quarter, indicator, source, category, value)"
                        + " values (?, ?, ?, ?, ?, cast(? as int))",
                rows);
    }

    private boolean isPublished(Quarter quarter) {
        return desk.in(() -> isThere(quarter));
    }

    private boolean isThere(Quarter quarter) {
        return jdbc.sql("select exists (select 1 from published_figure where cell_id = ? and quarter = ?)")
                .params(CurrentCell.require().value(), quarter.toString())
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody has figures at all: who runs a cell, the desk, and who watches over the whole for the government. */
    public static boolean isFor(Actor reader) {
        return Act.READ_FIGURES.isFor(reader.capacity()) || Desk.isWatchedBy(reader);
    }

    /** The quarters that were published, the newest first. */
    public List<Quarter> quarters() {
        return desk.in(() -> jdbc
                .sql("select distinct quarter from published_figure where cell_id = ? order by quarter desc")
                .param(CurrentCell.require().value())
                .query(String.class)
                .list()
                .stream()
                .map(Quarter::read)
                .toList());
    }

    /**
     * What was published about a quarter, as far as the reader may have it: the desk every cell's, a cell its own, both those
     * of all cells together.
     *
     * @throws Refusal forbidden, for who takes no part in running a cell
     */
    public List<Figure> of(Actor reader, Quarter quarter) {
        if (!isFor(reader)) {
            throw Refusal.forbidden();
        }
        String source =
                Act.WORK_AT_DESK.isFor(reader.capacity()) ? null : reader.cell().toString();
        Map<String, Object> values = new HashMap<>();
        values.put("quarter", quarter.toString());
        values.put("source", source);
        return desk.in(() -> {
            values.put("cell", CurrentCell.require().value());
            return jdbc.sql("select indicator, source, category, value from published_figure where cell_id = :cell"
                            + " and quarter = :quarter and (cast(:source as text) is null or source in ('*', :source))"
                            + " order by indicator, source, category")
                    .params(values)
                    .query((row, n) -> new Figure(
                            quarter,
                            row.getString("indicator"),
                            row.getString("source"),
                            row.getString("category"),
                            Optional.ofNullable(row.getObject("value", Integer.class))))
                    .list();
        });
    }

    /** The same to take along as a file; the act is recorded. */
    @Transactional
    public List<Figure> export(Actor reader, Quarter quarter) {
        List<Figure> found = of(reader, quarter);
        ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(Action.EXPORT)
                .on("figures", quarter.toString())
                .forPurpose(reader.purpose()));
        return found;
    }

    /**
     * The totals of one source over time: by indicator, the earliest quarter first.
     *
     * @param source {@link #ALL}, or the reader's own cell; the desk may name any
     * @throws Refusal forbidden, for who takes no part in running a cell, and for another cell than one's own
     */
    public Map<String, Map<Quarter, Optional<Integer>>> courses(Actor reader, String source) {
        boolean allowed = source.equals(ALL)
                || Act.WORK_AT_DESK.isFor(reader.capacity())
                || source.equals(reader.cell().toString());
        if (!isFor(reader) || !allowed) {
            throw Refusal.forbidden();
        }
        Map<String, Map<Quarter, Optional<Integer>>> courses = new HashMap<>();
        desk.run(() -> jdbc.sql(
                        "select indicator, quarter, value from published_figure where cell_id = ? and source = ?"
                                + " and category = '*' order by quarter")
                .params(CurrentCell.require().value(), source)
                .query(row -> {
                    courses.computeIfAbsent(row.getString(1), indicator -> new TreeMap<>())
                            .put(Quarter.read(row.getString(2)), Optional.ofNullable(row.getObject(3, Integer.class)));
                }));
        return courses;
    }
}
