package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Faults;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a cell can turn to in each sector: professionals who made themselves known for it. */
@Component
public class ReferencePersons {

    /** The sectors, in the order in which they are shown. */
    public static final List<String> SECTORS =
            List.of("EDUCATION", "YOUTH", "WELFARE", "SPORT", "INTEGRATION", "WORK", "JUSTICE", "FAITH");

    /** Who, where, and how to reach them at work. */
    public record About(String sector, String name, String organisation, String contact) {}

    /** A contact of a sector. */
    public record ReferencePerson(UUID id, About about) {}

    private final Desk desk;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReferencePersons(Desk desk, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everyone who is a contact now, by sector. */
    public List<ReferencePerson> all() {
        return desk.in(() -> jdbc.sql("select id, sector, name, organisation, contact from reference_person"
                        + " where cell_id = ? and ended_on is null order by sector, organisation, name")
                .param(CurrentCell.require().value())
                .query((row, n) -> new ReferencePerson(
                        row.getObject(1, UUID.class),
                        new About(row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
                .list());
    }

    /** Adds a contact, who agreed to it. */
    @Transactional
    public UUID add(Actor consultant, About about) {
        access.toAct(consultant, Act.WORK_AT_DESK, "reference-person");
        new Faults()
                .code(SECTORS, "sector", about.sector())
                .text("name", about.name(), ShortText.LINE)
                .text("organisation", about.organisation(), ShortText.LINE)
                .text("contact", about.contact(), ShortText.LINE)
                .refuse();
        UUID id = Ids.next();
        jdbc.sql("insert into reference_person (cell_id, id, sector, name, organisation, contact, added_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        CurrentCell.require().value(),
                        id,
                        about.sector(),
                        about.name().strip(),
                        about.organisation().strip(),
                        about.contact().strip(),
                        LocalDate.now(clock))
                .update();
        record(consultant, id);
        return id;
    }

    /**
     * Takes a contact off the list.
     *
     * @throws Refusal not found, when there is no such contact any more
     */
    @Transactional
    public void end(Actor consultant, UUID id) {
        access.toAct(consultant, Act.WORK_AT_DESK, "reference-person");
        int ended = jdbc.sql(
                        "update reference_person set ended_on = ? where cell_id = ? and id = ? and ended_on is null")
                .params(LocalDate.now(clock), CurrentCell.require().value(), id)
                .update();
        if (ended == 0) {
            throw Refusal.notFound();
        }
        record(consultant, id);
    }

    private void record(Actor consultant, UUID id) {
        ledger.append(Entry.by(Access.ledgerActor(consultant), consultant.source())
                .did(Act.WORK_AT_DESK.action())
                .on("reference-person", id)
                .forPurpose(consultant.purpose()));
    }
}
