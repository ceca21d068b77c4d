package be.livc.exchange;

import be.livc.access.Grant;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.cell.MandateId;
import be.livc.ledger.Commitment;
import be.livc.platform.CurrentCell;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows behind exchanges: each beside the case item of the same id. */
@Component
class ExchangeRows {

    /** The exact content, with what binds the ledger to it. */
    record Exact(String text, Commitment commitment) {

        static Exact of(String text) {
            return new Exact(text, Commitment.of(text));
        }
    }

    /** A row without its content. */
    record Row(
            ItemId id,
            CaseId caseId,
            ExchangeKind kind,
            MandateId counterpart,
            UUID basis,
            MandateId recordedBy,
            Instant recordedAt,
            Optional<ItemId> answers,
            Optional<LocalDate> sentOn,
            Optional<String> channel) {}

    /** The content of a row, still sealed, with the grant that opens it. */
    record Loaded(Sealed file, Grant grant) {}

    private static final String COLUMNS =
            "select id, case_id, kind, counterpart_id, basis_id, recorded_by, recorded_at,"
                    + " answers_id, sent_on, channel from exchange where cell_id = ? and ";

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Clock clock;

    ExchangeRows(JdbcTemplate jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void add(ItemId id, RecordExchange asked, Parties parties, Exact exact, Grant grant) {
        jdbc.update(
                "insert into exchange (cell_id, id, case_id, kind, counterpart_id, basis_id, setting_id, recorded_by,"
                        + " recorded_at, answers_id, file_sealed, salt_sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                id.value(),
                asked.caseId().value(),
                asked.kind().name(),
                parties.counterpart().id().value(),
                parties.basis().id().value(),
                parties.setting().id(),
                parties.recorder().id().value(),
                Timestamp.from(clock.instant()),
                asked.answers().map(ItemId::value).orElse(null),
                vault.seal(exact.text(), place(asked.caseId(), id, "file"), grant)
                        .toColumn(),
                vault.seal(exact.commitment().salt(), place(asked.caseId(), id, "salt"), grant)
                        .toColumn());
    }

    private static Place place(CaseId caseId, ItemId id, String column) {
        return new Place(CurrentCell.require(), caseId.value(), "exchange", column, id.value());
    }

    Optional<Row> find(ItemId id) {
        return jdbc
                .query(
                        COLUMNS + "id = ?",
                        (row, n) -> row(row),
                        CurrentCell.require().value(),
                        id.value())
                .stream()
                .findFirst();
    }

    List<Row> of(CaseId caseId) {
        return jdbc.query(
                COLUMNS + "case_id = ? order by recorded_at desc, id desc",
                (row, n) -> row(row),
                CurrentCell.require().value(),
                caseId.value());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ItemId(row.getObject(1, UUID.class)),
                new CaseId(row.getObject(2, UUID.class)),
                ExchangeKind.valueOf(row.getString(3)),
                new MandateId(row.getObject(4, UUID.class)),
                row.getObject(5, UUID.class),
                new MandateId(row.getObject(6, UUID.class)),
                row.getTimestamp(7).toInstant(),
                Optional.ofNullable(row.getObject(8, UUID.class)).map(ItemId::new),
                Optional.ofNullable(row.getObject(9, LocalDate.class)),
                Optional.ofNullable(row.getString(10)));
    }

    Optional<Loaded> load(CaseId caseId, ItemId id, Grant grant) {
        return jdbc
                .query(
                        "select file_sealed from exchange where cell_id = ? and case_id = ? and id = ?",
                        (row, n) -> row.getBytes(1),
                        CurrentCell.require().value(),
                        caseId.value(),
                        id.value())
                .stream()
                .findFirst()
                .map(bytes -> new Loaded(Sealed.fromColumn(bytes).at(place(caseId, id, "file")), grant));
    }

    String open(Loaded loaded) {
        return vault.open(loaded.file(), loaded.grant());
    }

    /** False when it was sent before. */
    boolean sent(ItemId id, LocalDate day, String channel) {
        return jdbc.update(
                        "update exchange set sent_on = ?, channel = ? where cell_id = ? and id = ? and sent_on is null",
                        day,
                        channel,
                        CurrentCell.require().value(),
                        id.value())
                == 1;
    }
}
