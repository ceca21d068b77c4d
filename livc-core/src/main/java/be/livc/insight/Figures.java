package be.livc.insight;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.Desk;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Cube.Place;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
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

    /** What is counted, in the order in which it is shown. */
    public static final List<String> INDICATORS = List.of(
            "SIGNALS",
            "ASSESSMENTS",
            "CASES_OPENED",
            "CASES_CLOSED",
            "CONSULTATIONS",
            "INVITATIONS",
            "MEASURES",
            "ERASURES");

    /**
     * A figure.
     *
     * @param source the id of a cell, or {@code *} for all together
     * @param category a code, or {@code *} for all together
     * @param value empty where it is suppressed
     */
    public record Figure(Quarter quarter, String indicator, String source, String category, Optional<Integer> value) {}

    /** All together. */
    public static final String ALL = Cube.ALL;

    private final ObjectProvider<CellCounts> counts;
    private final Cells cells;
    private final Desk desk;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Figures(
            ObjectProvider<CellCounts> counts,
            Cells cells,
            Desk desk,
            Ledger ledger,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.counts = counts;
        this.cells = cells;
        this.desk = desk;
        this.ledger = ledger;
        this.jdbc = jdbc;
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
            for (String indicator : INDICATORS) {
                Cube cube = new Cube();
                all.forEach((cell, counted) -> cube.add(cell.toString(), of(indicator, counted)));
                cube.published().forEach((place, value) -> keep(quarter, indicator, place, value));
            }
            return true;
        });
    }

    private static Map<String, Integer> of(String indicator, List<Count> counted) {
        Map<String, Integer> byCategory = new HashMap<>();
        counted.stream()
                .filter(count -> count.indicator().equals(indicator))
                .forEach(count -> byCategory.merge(count.category(), count.count(), Integer::sum));
        return byCategory;
    }

    private void keep(Quarter quarter, String indicator, Place place, Optional<Integer> value) {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        values.put("quarter", quarter.toString());
        values.put("indicator", indicator);
        values.put("source", place.source());
        values.put("category", place.category());
        values.put("value", value.orElse(null));
        jdbc.sql("insert into published_figure (cell_id, quarter, indicator, source, category, value)"
                        + " values (:cell, :quarter, :indicator, :source, :category, cast(:value as int))")
                .params(values)
                .update();
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
        if (!Act.READ_FIGURES.isFor(reader.capacity())) {
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

    /** One total over time, the earliest quarter first. */
    public Map<Quarter, Optional<Integer>> course(Actor reader, String indicator, String source) {
        Map<Quarter, Optional<Integer>> course = new LinkedHashMap<>();
        List<Quarter> quarters = quarters();
        for (int i = quarters.size() - 1; i >= 0; i--) {
            of(reader, quarters.get(i)).stream()
                    .filter(figure -> figure.indicator().equals(indicator)
                            && figure.source().equals(source)
                            && figure.category().equals(ALL))
                    .findFirst()
                    .ifPresent(figure -> course.put(figure.quarter(), figure.value()));
        }
        return course;
    }
}
