package be.livc.insight;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.desk.Desk;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the figures that were published ({@link Publication}): to VVSG all of it, to a cell its own and those of all cells
 * together, to the Flemish government the latter.
 */
@Component
public class Figures {

    /** What is counted in every cell, in the order in which it is shown (domain.md §9). */
    public static final List<String> INDICATORS = List.of(
            "SIGNALS",
            "SIGNAL_AGES",
            "ASSESSMENTS",
            "ASSESSMENT_TIMES",
            "CASES_OPENED",
            "CASES_OPENED_AGES",
            "CASES_CLOSED",
            "CASES_CLOSED_AGES",
            "CASE_DURATIONS",
            Tables.OPEN,
            "CASES_OPEN_AGES",
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

    /** What cells asked the helpdesk in the quarter, by topic. */
    public static final String QUESTIONS = "QUESTIONS";

    /**
     * How many cells are in each phase of coaching. Cells are no people and share no line with any count of people, so small
     * counts of them are shown.
     */
    public static final String PHASES = "CELL_PHASES";

    /** What is for the desk alone: it serves the cells and knows each of them (domain.md §9). */
    public static final List<String> OF_THE_DESK = List.of(QUESTIONS, PHASES);

    /** Whether it breaks down once more what another indicator counts, such as signals by age. */
    public static boolean isSecondBreakdown(String indicator) {
        return !Tables.first(indicator).equals(indicator);
    }

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

    private final Desk desk;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    Figures(Desk desk, Ledger ledger, JdbcClient jdbc) {
        this.desk = desk;
        this.ledger = ledger;
        this.jdbc = jdbc;
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
        String source = Desk.isStaffedBy(reader) ? null : reader.cell().toString();
        Map<String, Object> values = new HashMap<>();
        values.put("desk", OF_THE_DESK);
        values.put("quarter", quarter.toString());
        values.put("source", source);
        return desk.in(() -> {
            values.put("cell", CurrentCell.require().value());
            return jdbc.sql("select indicator, source, category, value from published_figure where cell_id = :cell"
                            + " and quarter = :quarter and (cast(:source as text) is null"
                            + " or source in ('*', :source) and indicator not in (:desk))"
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
                || Desk.isStaffedBy(reader)
                || source.equals(reader.cell().toString());
        if (!isFor(reader) || !allowed) {
            throw Refusal.forbidden();
        }
        List<String> kept = Desk.isStaffedBy(reader) ? List.of() : OF_THE_DESK;
        Map<String, Map<Quarter, Optional<Integer>>> courses = new HashMap<>();
        desk.run(() -> jdbc.sql(
                        "select indicator, quarter, value from published_figure where cell_id = ? and source = ?"
                                + " and category = '*' order by quarter")
                .params(CurrentCell.require().value(), source)
                .query(row -> {
                    courses.computeIfAbsent(row.getString(1), indicator -> new TreeMap<>())
                            .put(Quarter.read(row.getString(2)), Optional.ofNullable(row.getObject(3, Integer.class)));
                }));
        courses.keySet().removeAll(kept);
        return courses;
    }
}
