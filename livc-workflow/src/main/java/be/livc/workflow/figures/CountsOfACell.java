package be.livc.workflow.figures;

import be.livc.insight.CellCounts;
import be.livc.insight.Quarter;
import be.livc.platform.CurrentCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts by code in the tables of the bound cell. Each statement gives a category and how often. */
@Component
class CountsOfACell implements CellCounts {

    private static final Map<String, String> STATEMENTS = statements();

    private final JdbcClient jdbc;

    CountsOfACell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, String> statements() {
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put(
                "SIGNALS",
                "select reporter, count(*) from signal where cell_id = :cell and filed_at >= :from and filed_at < :end"
                        + " group by reporter");
        statements.put(
                "ASSESSMENTS",
                "select last.outcome, count(*) from (select distinct on (signal_id) signal_id, outcome, at from assessment"
                        + " where cell_id = :cell order by signal_id, at desc) as last"
                        + " where last.at >= :from and last.at < :end group by last.outcome");
        statements.put(
                "CASES_OPENED",
                "select purpose, count(*) from case_file where cell_id = :cell and opened_on >= :from and opened_on < :end"
                        + " group by purpose");
        statements.put(
                "CASES_CLOSED",
                "select closure_ground, count(*) from case_file where cell_id = :cell and closed_on >= :from"
                        + " and closed_on < :end group by closure_ground");
        statements.put(
                "CONSULTATIONS",
                "select case when urgent then 'URGENT' else 'NORMAL' end, count(*) from consultation where cell_id = :cell"
                        + " and opened_at is not null and held_on >= :from and held_on < :end group by urgent");
        statements.put(
                "INVITATIONS",
                "select answer, count(*) from invitation where cell_id = :cell and invited_at >= :from"
                        + " and invited_at < :end group by answer");
        statements.put(
                "MEASURES",
                "select state, count(*) from measure where cell_id = :cell and dropped_at is null and due >= :from"
                        + " and due < :end group by state");
        statements.put(
                "ERASURES",
                "select 'DONE', count(*) from erasure where cell_id = :cell and state = 'DONE' and erased_at >= :from"
                        + " and erased_at < :end having count(*) > 0");
        return statements;
    }

    @Override
    public List<Count> in(Quarter quarter) {
        List<Count> counts = new ArrayList<>();
        Map<String, Object> values =
                Map.of("cell", CurrentCell.require().value(), "from", quarter.from(), "end", quarter.end());
        STATEMENTS.forEach((indicator, statement) -> jdbc.sql(statement)
                .params(values)
                .query((row, n) -> new Count(indicator, row.getString(1), row.getInt(2)))
                .list()
                .forEach(counts::add));
        return counts;
    }
}
