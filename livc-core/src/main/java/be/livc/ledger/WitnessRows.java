package be.livc.ledger;

import be.livc.platform.CellId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of witnesses, their co-signatures and the last checks. */
@Component
class WitnessRows {

    /** A witness to ask. */
    record Row(String name, String vkey, String url, boolean independent) {}

    /** How a check ended. */
    record Watch(String outcome, String detail, Instant at, Instant since) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    WitnessRows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Row> active(CellId cell) {
        return jdbc.query(
                "select name, vkey, url, independent from ledger_witness where cell_id = ? and ended_at is null"
                        + " order by independent desc, name",
                (row, n) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                cell.value());
    }

    /** Whether it was added, or is asked again under the same key: a name stands for one key, for good. */
    boolean add(CellId cell, Row row) {
        return jdbc.update(
                        "insert into ledger_witness as w (cell_id, name, vkey, url, independent, added_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (cell_id, name) do update set url = excluded.url,"
                                + " independent = excluded.independent, ended_at = null"
                                + " where w.vkey = excluded.vkey and w.ended_at is not null",
                        cell.value(),
                        row.name(),
                        row.vkey(),
                        row.url(),
                        row.independent(),
                        now())
                == 1;
    }

    boolean end(CellId cell, String name) {
        return jdbc.update(
                        "update ledger_witness set ended_at = ? where cell_id = ? and name = ? and ended_at is null",
                        now(),
                        cell.value(),
                        name)
                == 1;
    }

    @Transactional
    void cosigned(CellId cell, String witness, long size, String line) {
        jdbc.update(
                "insert into ledger_cosignature (cell_id, witness, size, line, at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                cell.value(),
                witness,
                size,
                line,
                now());
    }

    /** The largest size that the witness co-signed, and when. */
    @Transactional(readOnly = true)
    Optional<Watch> lastCosigned(CellId cell, String witness) {
        return jdbc
                .query(
                        "select size, at from ledger_cosignature where cell_id = ? and witness = ? order by size desc limit 1",
                        (row, n) -> new Watch(
                                "",
                                Long.toString(row.getLong(1)),
                                instant(row.getObject(2, OffsetDateTime.class)),
                                Instant.EPOCH),
                        cell.value(),
                        witness)
                .stream()
                .findFirst();
    }

    @Transactional
    void watched(CellId cell, String subject, String outcome, String detail) {
        jdbc.update(
                "insert into ledger_watch as w (cell_id, subject, outcome, detail, at, since) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (cell_id, subject) do update set since = case when w.outcome = excluded.outcome"
                        + " then w.since else excluded.since end, outcome = excluded.outcome, detail = excluded.detail,"
                        + " at = excluded.at",
                cell.value(),
                subject,
                outcome,
                detail,
                now(),
                now());
    }

    @Transactional(readOnly = true)
    Optional<Watch> watch(CellId cell, String subject) {
        return jdbc
                .query(
                        "select outcome, detail, at, since from ledger_watch where cell_id = ? and subject = ?",
                        (row, n) -> new Watch(
                                row.getString(1),
                                row.getString(2),
                                instant(row.getObject(3, OffsetDateTime.class)),
                                instant(row.getObject(4, OffsetDateTime.class))),
                        cell.value(),
                        subject)
                .stream()
                .findFirst();
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
