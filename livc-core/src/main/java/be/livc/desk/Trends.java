package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
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
 * Phenomena that cells report without naming anybody, bundled by theme, region and time for those who watch over the whole.
 * Which cell reported is kept, and not shown.
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

    /** Asks for a phenomenon to be reported. */
    public record ReportTrend(String theme, String region, String text) {}

    /** A report, without who made it. */
    public record Trend(String theme, String region, String text, Instant at) {}

    /** How many reports there are of a theme in a region and a quarter of a year, such as 2026-Q3. */
    public record Bundle(String theme, String region, String quarter, long reports) {}

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
     * Reports a phenomenon.
     *
     * @throws Refusal {@code names-somebody}, when the guard holds the text up
     */
    @Transactional
    public void report(Actor actor, ReportTrend asked) {
        access.toAct(actor, Act.ASK_DESK, "trend");
        requireCode(THEMES, "theme", asked.theme());
        requireCode(REGIONS, "region", asked.region());
        if (asked.text().isBlank()) {
            throw Refusal.invalid("text", "required");
        }
        if (asked.text().length() > LONGEST) {
            throw Refusal.invalid("text", "too-long");
        }
        if (!guard.judge(actor, asked.text()).isClean()) {
            throw Refusal.invalid("text", "names-somebody");
        }
        UUID id = Ids.next();
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.ASK_DESK.action())
                .on("trend", id)
                .forPurpose(actor.purpose()));
        desk.run(() -> jdbc.sql("insert into trend_report (cell_id, id, source_cell, theme, region, text, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        CurrentCell.require().value(),
                        id,
                        actor.cell().value(),
                        asked.theme(),
                        asked.region(),
                        asked.text().strip(),
                        Timestamp.from(clock.instant()))
                .update());
    }

    private static void requireCode(List<String> codes, String field, String code) {
        if (!codes.contains(code)) {
            throw Refusal.invalid(field, code.isBlank() ? "required" : "unknown-code");
        }
    }

    /**
     * The last reports, of one theme or region or of all.
     *
     * @throws Refusal forbidden, for who does not watch over the whole
     */
    @Transactional(readOnly = true)
    public List<Trend> last(Actor reader, Optional<String> theme, Optional<String> region) {
        requireWatcher(reader);
        return jdbc.sql("select theme, region, text, at from trend_report where cell_id = :cell"
                        + " and (cast(:theme as text) is null or theme = :theme)"
                        + " and (cast(:region as text) is null or region = :region) order by at desc limit 100")
                .params(values(theme, region))
                .query((row, n) -> new Trend(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** The same, bundled. */
    @Transactional(readOnly = true)
    public List<Bundle> bundled(Actor reader, Optional<String> theme, Optional<String> region) {
        requireWatcher(reader);
        return jdbc.sql(
                        "select theme, region, to_char(at at time zone 'Europe/Brussels', 'YYYY-\"Q\"Q') as quarter, count(*)"
                                + " from trend_report where cell_id = :cell and (cast(:theme as text) is null or theme = :theme)"
                                + " and (cast(:region as text) is null or region = :region)"
                                + " group by theme, region, quarter order by quarter desc, count(*) desc, theme, region")
                .params(values(theme, region))
                .query((row, n) -> new Bundle(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    private static Map<String, Object> values(Optional<String> theme, Optional<String> region) {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        values.put("theme", theme.orElse(null));
        values.put("region", region.orElse(null));
        return values;
    }

    private static void requireWatcher(Actor reader) {
        if (!Desk.isWatchedBy(reader)) {
            throw Refusal.forbidden();
        }
    }
}
