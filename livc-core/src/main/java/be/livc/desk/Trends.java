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
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Phenomena that cells and reference persons report without naming anybody, bundled by theme, region and time for those who
 * watch over the whole. Which cell reported is kept, and not shown.
 */
@Component
public class Trends {

    /** What phenomena are about. */
    public static final List<String> THEMES =
            List.of("ONLINE", "SCHOOL", "SPORT_AND_LEISURE", "HATE_SPEECH", "POLARISATION", "DISINFORMATION", "OTHER");

    /** Where: the provinces, and Brussels. */
    public static final List<String> REGIONS =
            List.of("ANTWERPEN", "LIMBURG", "OOST_VLAANDEREN", "VLAAMS_BRABANT", "WEST_VLAANDEREN", "BRUSSEL");

    private static final int LONGEST = 2000;

    /**
     * Asks for a phenomenon to be reported.
     *
     * @param sector of the reference person who told it to the desk, one of {@link ReferencePersons#SECTORS}; empty from a cell
     */
    public record ReportTrend(String theme, String region, String text, Optional<String> sector) {}

    /**
     * Which reports to show.
     *
     * @param quarter such as 2026-Q3
     */
    public record Choice(Optional<String> theme, Optional<String> region, Optional<String> quarter) {}

    /**
     * A report, without who made it.
     *
     * @param sector that of a reference person; empty from a cell
     */
    public record Trend(String theme, String region, String text, Instant at, Optional<String> sector) {}

    /** How many reports there are of a theme in a region and a quarter of a year, such as 2026-Q3. */
    public record Bundle(String theme, String region, String quarter, long reports) {}

    private static final String QUARTER = "to_char(at at time zone 'Europe/Brussels', 'YYYY-\"Q\"Q')";

    private static final String CHOSEN = " from trend_report where cell_id = :cell"
            + " and (cast(:theme as text) is null or theme = :theme)"
            + " and (cast(:region as text) is null or region = :region)"
            + " and (cast(:quarter as text) is null or " + QUARTER + " = :quarter)";

    private final Desk desk;
    private final Guard guard;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    Trends(Desk desk, Guard guard, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.guard = guard;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reports a phenomenon: a cell, or the desk for a reference person.
     *
     * @throws Refusal {@code names-somebody}, when the guard holds the text up
     */
    @Transactional
    public void report(Actor actor, ReportTrend asked) {
        Act act = Desk.actOf(actor);
        access.toAct(actor, act, "trend");
        Optional<String> sector = asked.sector().filter(code -> act == Act.WORK_AT_DESK);
        Faults faults = new Faults()
                .code(THEMES, "theme", asked.theme())
                .code(REGIONS, "region", asked.region())
                .text("text", asked.text(), LONGEST);
        if (act == Act.WORK_AT_DESK) {
            faults.code(ReferencePersons.SECTORS, "sector", sector.orElse(""));
        }
        guard.requireClean(actor, faults, "text", asked.text());
        UUID id = Ids.next();
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Action.CREATE)
                .on("trend", id)
                .forPurpose(actor.purpose()));
        desk.run(() -> {
            Map<String, Object> values = new HashMap<>();
            values.put("cell", CurrentCell.require().value());
            values.put("id", id);
            values.put("from", actor.cell().value());
            values.put("theme", asked.theme());
            values.put("region", asked.region());
            values.put("text", asked.text().strip());
            values.put("now", Timestamp.from(clock.instant()));
            values.put("sector", sector.orElse(null));
            jdbc.sql("insert into trend_report (cell_id, id, source_cell, theme, region, text, at, sector)"
                            + " values (:cell, :id, :from, :theme, :region, :text, :now, cast(:sector as text))")
                    .params(values)
                    .update();
        });
    }

    /**
     * The last of these reports.
     *
     * @throws Refusal forbidden, for who does not watch over the whole
     */
    @Transactional(readOnly = true)
    public List<Trend> last(Actor reader, Choice chosen) {
        requireWatcher(reader);
        return jdbc.sql("select theme, region, text, at, sector" + CHOSEN + " order by at desc limit 100")
                .params(values(chosen))
                .query((row, n) -> new Trend(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        Optional.ofNullable(row.getString(5))))
                .list();
    }

    /** The same, bundled. */
    @Transactional(readOnly = true)
    public List<Bundle> bundled(Actor reader, Choice chosen) {
        requireWatcher(reader);
        return jdbc.sql("select theme, region, " + QUARTER + " as quarter, count(*)" + CHOSEN
                        + " group by theme, region, quarter order by quarter desc, count(*) desc, theme, region")
                .params(values(chosen))
                .query((row, n) -> new Bundle(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    /** The quarters in which something was reported, the newest first. */
    @Transactional(readOnly = true)
    public List<String> quarters(Actor reader) {
        requireWatcher(reader);
        return jdbc.sql("select distinct " + QUARTER + " from trend_report where cell_id = ? order by 1 desc")
                .param(CurrentCell.require().value())
                .query(String.class)
                .list();
    }

    private static Map<String, Object> values(Choice chosen) {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        values.put("theme", chosen.theme().orElse(null));
        values.put("region", chosen.region().orElse(null));
        values.put("quarter", chosen.quarter().orElse(null));
        return values;
    }

    private static void requireWatcher(Actor reader) {
        if (!Desk.isWatchedBy(reader)) {
            throw Refusal.forbidden();
        }
    }
}
