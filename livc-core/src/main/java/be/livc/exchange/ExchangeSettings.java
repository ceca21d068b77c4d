package be.livc.exchange;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a cell exchanges anything with OCAD or for the common database. Nobody does until the cell says so, on a reference
 * that it names itself: whether the law lets it is for its lawyer, not for this program.
 */
@Component
public class ExchangeSettings {

    /**
     * One time that it was, or is, switched on.
     *
     * @param reference of the legal basis, as the cell gave it
     * @param validTo the last day; empty while it goes on
     */
    public record Setting(UUID id, Body body, String reference, LocalDate validFrom, Optional<LocalDate> validTo) {

        /** Whether it holds on this day, both ends included. */
        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && validTo.filter(day::isAfter).isEmpty();
        }
    }

    private final JdbcTemplate jdbc;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    ExchangeSettings(JdbcTemplate jdbc, Access access, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Everything that was switched on, the newest first. */
    @Transactional(readOnly = true)
    public List<Setting> all() {
        return jdbc.query(
                "select id, body, reference, valid_from, valid_to from exchange_setting where cell_id = ?"
                        + " order by valid_from desc, id desc",
                (row, n) -> setting(row),
                CurrentCell.require().value());
    }

    private static Setting setting(ResultSet row) throws SQLException {
        return new Setting(
                row.getObject(1, UUID.class),
                Body.valueOf(row.getString(2)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                Optional.ofNullable(row.getObject(5, LocalDate.class)));
    }

    /** The setting under which this is exchanged today; empty while it is off. */
    @Transactional(readOnly = true)
    public Optional<Setting> of(Body body) {
        LocalDate today = LocalDate.now(clock);
        return all().stream()
                .filter(setting -> setting.body() == body && setting.isValidOn(today))
                .findFirst();
    }

    /**
     * Switches it on from a day.
     *
     * @param reference of the legal basis: title, date, article
     * @throws Refusal when the reference is empty; {@code exchange-on}, when it is on already
     */
    @Transactional
    public UUID switchOn(Actor actor, Body body, String reference, LocalDate from) {
        access.toAct(actor, Act.CONFIGURE_CELL, "exchange-setting");
        ShortText.SENTENCE.require("reference", reference);
        holdAgainstOthers();
        boolean overlaps = all().stream()
                .anyMatch(setting -> setting.body() == body
                        && setting.validTo().filter(from::isAfter).isEmpty());
        if (overlaps) {
            throw Refusal.conflict("exchange-on");
        }
        UUID id = Ids.next();
        jdbc.update(
                "insert into exchange_setting (cell_id, id, body, reference, valid_from) values (?, ?, ?, ?, ?)",
                CurrentCell.require().value(),
                id,
                body.name(),
                reference.strip(),
                from);
        record(actor, id, "on-" + body.name());
        return id;
    }

    /**
     * Switches it off after a day.
     *
     * @throws Refusal {@code exchange-off}, when it is not on; invalid, when the day lies before its first
     */
    @Transactional
    public void switchOff(Actor actor, Body body, LocalDate lastDay) {
        access.toAct(actor, Act.CONFIGURE_CELL, "exchange-setting");
        holdAgainstOthers();
        Setting present = all().stream()
                .filter(setting -> setting.body() == body && setting.validTo().isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("exchange-off"));
        if (lastDay.isBefore(present.validFrom())) {
            throw Refusal.invalid("validTo", "ends-before-it-begins");
        }
        jdbc.update(
                "update exchange_setting set valid_to = ? where cell_id = ? and id = ?",
                lastDay,
                CurrentCell.require().value(),
                present.id());
        record(actor, present.id(), "off-" + body.name());
    }

    /** Whoever is to switch looks at what was switched before: one at a time in a cell. */
    private void holdAgainstOthers() {
        jdbc.queryForList(
                "select pg_advisory_xact_lock(hashtextextended('exchange settings ' || ?, 0))",
                CurrentCell.require().toString());
    }

    private void record(Actor actor, UUID id, String what) {
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE_CELL.action())
                .on("exchange-setting", id)
                .forPurpose(actor.purpose())
                .because(what));
    }
}
