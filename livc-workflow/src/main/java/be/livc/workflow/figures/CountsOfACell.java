package be.livc.workflow.figures;

import be.livc.casefile.Phases;
import be.livc.insight.CellCounts;
import be.livc.insight.Quarter;
import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts by code in the tables of the bound cell: rows, codes and dates, nothing that is sealed. */
@Component
class CountsOfACell implements CellCounts {

    /** Near its end is a permission of the procureur that runs out so soon after the quarter. */
    private static final int NEAR_ITS_END = 60;

    private final JdbcClient jdbc;

    CountsOfACell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Count> in(Quarter quarter) {
        Map<String, Object> values = values(quarter);
        List<Count> counts = new ArrayList<>();
        CountingStatements.ALL.forEach((indicator, statement) -> jdbc.sql(statement)
                .params(values)
                .query((row, n) -> new Count(indicator, row.getString(1), row.getInt(2)))
                .list()
                .forEach(counts::add));
        return counts;
    }

    @Override
    public void published(Quarter quarter) {
        jdbc.sql(CountingStatements.COUNTED).params(values(quarter)).update();
    }

    private static Map<String, Object> values(Quarter quarter) {
        return Map.of(
                "cell", CurrentCell.require().value(),
                "quarter", quarter.toString(),
                "from", quarter.from(),
                "end", quarter.end(),
                "over", Phases.OVER,
                "near", quarter.end().plusDays(NEAR_ITS_END),
                "since", moment(quarter.from()),
                "until", moment(quarter.end()));
    }

    private static OffsetDateTime moment(LocalDate day) {
        return day.atStartOfDay(Belgium.TIME).toOffsetDateTime();
    }
}
