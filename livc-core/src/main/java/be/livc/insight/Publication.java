package be.livc.insight;

import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.Coaching;
import be.livc.desk.Desk;
import be.livc.desk.ServiceFigures;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Tables.Place;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes the figures of each closed quarter once, after disclosure control of all their tables together. */
@Component
public class Publication {

    private static final String ALL = Tables.ALL;
    private static final String OPEN_CASES = Tables.OPEN;

    private final ObjectProvider<CellCounts> counts;
    private final Cells cells;
    private final Desk desk;
    private final ServiceFigures asked;
    private final Coaching coaching;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Publication(
            ObjectProvider<CellCounts> counts,
            Cells cells,
            Desk desk,
            ServiceFigures asked,
            Coaching coaching,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transactions,
            Clock clock) {
        this.counts = counts;
        this.cells = cells;
        this.desk = desk;
        this.asked = asked;
        this.coaching = coaching;
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
        Map<CellId, Map<String, Integer>> questions =
                desk.in(() -> asked.topicsByCell(quarter.begins(), quarter.ends()));
        for (CellId cell : counting()) {
            List<Count> counted =
                    new ArrayList<>(in(cell, () -> counts.getObject().in(quarter)));
            questions
                    .getOrDefault(cell, Map.of())
                    .forEach((topic, count) -> counted.add(new Count(Figures.QUESTIONS, topic, count)));
            all.put(cell, counted);
        }
        boolean published = publishCounted(quarter, all, desk.in(() -> coaching.cellsByPhase(all.keySet())));
        if (published) {
            all.keySet()
                    .forEach(cell -> in(cell, () -> {
                        counts.getObject().published(quarter);
                        return Boolean.TRUE;
                    }));
        }
        return published;
    }

    private List<CellId> counting() {
        return cells.all().stream()
                .filter(cell -> cell.kind() != CellKind.DESK)
                .map(Cell::id)
                .toList();
    }

    private <T> T in(CellId cell, Supplier<T> work) {
        return CurrentCell.in(cell, () -> transactions.execute(tx -> work.get()));
    }

    /**
     * Keeps what may be shown of what the cells counted; the counts themselves are kept nowhere.
     *
     * @param phases how many cells are in each phase
     */
    public boolean publishCounted(Quarter quarter, Map<CellId, List<Count>> all, Map<String, Integer> phases) {
        return desk.in(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('figures', 0))")
                    .query((row, n) -> n)
                    .list();
            if (isThere(quarter)) {
                return false;
            }
            Tables tables = new Tables(Stream.concat(Figures.INDICATORS.stream(), Stream.of(Figures.QUESTIONS))
                    .toList());
            all.forEach((cell, counted) -> tables.add(cell.toString(), counted));
            Map<Place, Optional<Integer>> published =
                    new LinkedHashMap<>(tables.published(earlierThan(quarter), !openAfter(quarter)));
            phases.forEach((phase, count) -> published.put(new Place(Figures.PHASES, ALL, phase), Optional.of(count)));
            published.put(
                    new Place(Figures.PHASES, ALL, ALL),
                    Optional.of(phases.values().stream().mapToInt(n -> n).sum()));
            keep(quarter, published);
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
}
