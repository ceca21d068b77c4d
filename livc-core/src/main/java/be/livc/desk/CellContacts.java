package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Faults;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk notes of its work with each cell: contacts of every kind, and grants of money. No text names anybody. */
@Component
public class CellContacts {

    /** How people were in contact. */
    public static final List<String> WAYS = List.of("PHONE", "MAIL", "VISIT", "ONLINE", "STUDY_DAY");

    private static final int LONGEST = 2000;
    private static final int MOST_SHOWN = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /**
     * A contact with a cell.
     *
     * @param how one of {@link #WAYS}
     */
    public record Contact(LocalDate heldOn, String how, String about) {

        /** Every field that is missing or wrong; whether its text names somebody is judged when it is noted. */
        public List<Refusal.Reason> problems(LocalDate today) {
            return new Faults()
                    .text("about", about, LONGEST)
                    .code(WAYS, "how", how)
                    .unless(!heldOn.isAfter(today), "day", "in-the-future")
                    .found();
        }
    }

    /** A grant of money to a cell, in whole euro. */
    public record Subsidy(int year, int euro, String purpose) {

        /** Every field that is missing or wrong; whether its text names somebody is judged when it is noted. */
        public List<Refusal.Reason> problems() {
            return new Faults()
                    .text("purpose", purpose, LONGEST)
                    .unless(year >= FIRST_YEAR && year <= LAST_YEAR, "year", "out-of-range")
                    .unless(euro > 0, "euro", "out-of-range")
                    .found();
        }
    }

    private final Guard guard;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    CellContacts(Guard guard, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.guard = guard;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last contacts with a cell, the newest first.
     *
     * @throws Refusal not found, for anybody but the desk
     */
    @Transactional
    public List<Contact> contacts(Actor consultant, CellId about) {
        requireDesk(consultant, about);
        return jdbc.sql("select held_on, how, about from desk_contact where cell_id = ? and about_cell = ?"
                        + " order by held_on desc, id desc limit " + MOST_SHOWN)
                .params(CurrentCell.require().value(), about.value())
                .query((row, n) -> new Contact(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)))
                .list();
    }

    /** The grants to a cell, the newest year first. */
    @Transactional
    public List<Subsidy> subsidies(Actor consultant, CellId about) {
        requireDesk(consultant, about);
        return jdbc.sql("select year, euro, purpose from desk_subsidy where cell_id = ? and about_cell = ?"
                        + " order by year desc, id desc limit " + MOST_SHOWN)
                .params(CurrentCell.require().value(), about.value())
                .query((row, n) -> new Subsidy(row.getInt(1), row.getInt(2), row.getString(3)))
                .list();
    }

    /**
     * Notes a contact.
     *
     * @throws Refusal invalid, among others {@code names-somebody}, when the guard holds the text up
     */
    @Transactional
    public void note(Actor consultant, CellId about, Contact contact) {
        requireDesk(consultant, about);
        Refusal.requireNone(contact.problems(LocalDate.now(clock)));
        guard.requireClean(consultant, "about", contact.about());
        UUID id = Ids.next();
        jdbc.sql("insert into desk_contact (cell_id, id, about_cell, held_on, how, about) values (?, ?, ?, ?, ?, ?)")
                .params(
                        CurrentCell.require().value(),
                        id,
                        about.value(),
                        contact.heldOn(),
                        contact.how(),
                        contact.about().strip())
                .update();
        record(consultant, id);
    }

    /**
     * Notes a grant.
     *
     * @throws Refusal invalid, among others {@code names-somebody}, when the guard holds the text up
     */
    @Transactional
    public void note(Actor consultant, CellId about, Subsidy subsidy) {
        requireDesk(consultant, about);
        Refusal.requireNone(subsidy.problems());
        guard.requireClean(consultant, "purpose", subsidy.purpose());
        UUID id = Ids.next();
        jdbc.sql("insert into desk_subsidy (cell_id, id, about_cell, year, euro, purpose) values (?, ?, ?, ?, ?, ?)")
                .params(
                        CurrentCell.require().value(),
                        id,
                        about.value(),
                        subsidy.year(),
                        subsidy.euro(),
                        subsidy.purpose().strip())
                .update();
        record(consultant, id);
    }

    private void requireDesk(Actor consultant, CellId about) {
        access.toAct(consultant, Act.WORK_AT_DESK, "contact", about.value());
    }

    private void record(Actor consultant, UUID noted) {
        ledger.append(Entry.by(Access.ledgerActor(consultant), consultant.source())
                .did(Act.WORK_AT_DESK.action())
                .on("contact", noted)
                .forPurpose(consultant.purpose()));
    }
}
