package be.livc.vault;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator sees of the keys and may have done with them: their ages, and a renewal before its time. */
@Component
public class Keys {

    private final KeyRotation rotation;
    private final RotationClock clock;
    private final MasterKeys masterKeys;
    private final KeyCalendar calendar;
    private final Cells cells;
    private final Access access;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    Keys(
            KeyRotation rotation,
            RotationClock clock,
            MasterKeys masterKeys,
            KeyCalendar calendar,
            Cells cells,
            Access access,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.rotation = rotation;
        this.clock = clock;
        this.masterKeys = masterKeys;
        this.calendar = calendar;
        this.cells = cells;
        this.access = access;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * How old the keys are and how far their renewal is.
     *
     * @throws Refusal not found, for anybody but an administrator; recorded
     */
    public KeyReport report(Actor reader) {
        if (!Act.CONFIGURE.isFor(reader.capacity())) {
            throw access.denied(reader, "keys", reader.cell().value());
        }
        List<KeyReport.Age> masters = ages(
                "select id as name, first_used_at as since, retired_at, destroyed_at from master_key order by 2 desc",
                masterKeys.current());
        List<KeyReport.Age> own = ages(
                "select version::text as name, created_at as since, retired_at, destroyed_at from cell_key"
                        + " order by version desc",
                newestOfCell());
        return new KeyReport(
                calendar.horizonDays(),
                calendar.nextMasterKey(),
                calendar.nextCellKey(),
                masters,
                own,
                caseKeys(),
                masters.stream().anyMatch(age -> age.state() == KeyReport.State.REPLACED) ? cells() : allCells());
    }

    private String newestOfCell() {
        return Objects.requireNonNull(reading.execute(tx -> Objects.requireNonNull(jdbc.queryForObject(
                "select max(version)::text from cell_key where retired_at is null", String.class))));
    }

    private List<KeyReport.Age> ages(String sql, String current) {
        return List.copyOf(
                Objects.requireNonNull(reading.execute(tx -> jdbc.query(sql, (row, n) -> age(row, current)))));
    }

    private KeyReport.Age age(ResultSet row, String current) throws SQLException {
        String name = row.getString("name");
        Optional<Instant> retired = moment(row, "retired_at");
        Optional<Instant> destroyed = moment(row, "destroyed_at");
        KeyReport.State state = KeyReport.State.REPLACED;
        if (destroyed.isPresent()) {
            state = KeyReport.State.DESTROYED;
        } else if (retired.isPresent()) {
            state = KeyReport.State.RETIRED;
        } else if (name.equals(current)) {
            state = KeyReport.State.CURRENT;
        }
        return new KeyReport.Age(
                name, row.getTimestamp("since").toInstant(), state, destroyed.or(() -> retired.map(calendar::endOf)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private KeyReport.Progress caseKeys() {
        return progress(
                "select count(*) filter (where cell_key_version ="
                        + " (select max(version) from cell_key where retired_at is null)) as done, count(*) as every from case_key");
    }

    /** Each cell in a transaction of its own, since none shows the rows of another. */
    private KeyReport.Progress cells() {
        String current = masterKeys.current();
        return cells.all().stream()
                .map(cell -> CurrentCell.in(
                        cell.id(),
                        () -> progress(
                                "select count(*) filter (where master_key_id = ?) as done, count(*) as every from cell_key"
                                        + " where version = (select max(version) from cell_key where retired_at is null)",
                                current)))
                .reduce(new KeyReport.Progress(0, 0), KeyReport.Progress::plus);
    }

    private KeyReport.Progress allCells() {
        long all = cells.all().size();
        return new KeyReport.Progress(all, all);
    }

    private KeyReport.Progress progress(String sql, Object... arguments) {
        return Objects.requireNonNull(reading.execute(tx -> Objects.requireNonNull(jdbc.queryForObject(
                sql, (row, n) -> new KeyReport.Progress(row.getLong("done"), row.getLong("every")), arguments))));
    }

    /**
     * Renews the key of the actor's cell now; wrapping anew what lies under it goes on by itself.
     *
     * @throws Refusal forbidden, for anybody but an administrator; recorded
     */
    public void renewCellKey(Actor actor) {
        access.toAct(actor, Act.CONFIGURE, "cell-key");
        rotation.renewCellKey(asker(actor), KeyRotation.When.NOW);
        clock.soon();
    }

    /** Renews the master key of all cells now. As {@link #renewCellKey}. */
    public void renewMasterKey(Actor actor) {
        access.toAct(actor, Act.CONFIGURE, "master-key");
        rotation.renewMasterKey(asker(actor), KeyRotation.When.NOW);
        clock.soon();
    }

    private static KeyRotation.Asker asker(Actor actor) {
        return new KeyRotation.Asker(Access.ledgerActor(actor), actor.source());
    }
}
