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
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Info sessions and study days, with as many places as there are: who comes later waits, and moves up when somebody withdraws.
 */
@Component
public class StudyDays {

    /** What the desk invites to. */
    public static final List<String> KINDS = List.of("INFO_SESSION", "STUDY_DAY");

    private static final int MOST_PLACES = 1000;

    /** Whether somebody has a place, or waits for one. */
    public enum Standing {
        REGISTERED,
        WAITING
    }

    /** What, when, where and for how many. */
    public record About(String kind, String title, LocalDate heldOn, String place, int places) {

        /** Every field that is missing or wrong. */
        public List<Refusal.Reason> problems(LocalDate today) {
            return new Faults()
                    .code(KINDS, "kind", kind)
                    .text("title", title, ShortText.LINE)
                    .text("place", place, ShortText.LINE)
                    .unless(!heldOn.isBefore(today), "heldOn", "in-the-past")
                    .unless(places >= 1 && places <= MOST_PLACES, "places", "out-of-bounds")
                    .found();
        }
    }

    /**
     * A day to come to.
     *
     * @param own how the reader stands; empty when they did not register
     */
    public record StudyDay(UUID id, About about, int registered, int waiting, Optional<Standing> own) {

        /** How many places are left. */
        public int left() {
            return Math.max(0, about.places() - registered);
        }
    }

    /** Somebody who comes or waits; the desk alone sees it. */
    public record Participant(String name, UUID cell, Standing standing) {}

    private final Desk desk;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    StudyDays(Desk desk, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The days that are still to come, the next first. */
    public List<StudyDay> coming(Actor reader) {
        return desk.in(() -> list(reader, Optional.empty()));
    }

    /**
     * One of them, also when it is over.
     *
     * @throws Refusal not found
     */
    public StudyDay find(Actor reader, UUID id) {
        return desk.in(() -> list(reader, Optional.of(id))).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private List<StudyDay> list(Actor reader, Optional<UUID> one) {
        return jdbc.sql("select d.id, kind, title, held_on, place, places,"
                        + " (select count(*) from study_day_place p where p.cell_id = d.cell_id and p.study_day_id = d.id"
                        + " and p.state = 'REGISTERED'),"
                        + " (select count(*) from study_day_place p where p.cell_id = d.cell_id and p.study_day_id = d.id"
                        + " and p.state = 'WAITING'),"
                        + " (select state from study_day_place p where p.cell_id = d.cell_id and p.study_day_id = d.id"
                        + " and p.state <> 'WITHDRAWN' and p.mandate_id = :mandate)"
                        + " from study_day d where cell_id = :cell"
                        + (one.isPresent() ? " and d.id = :id" : " and held_on >= :today") + " order by held_on, d.id")
                .param("cell", CurrentCell.require().value())
                .param("mandate", reader.mandate().value())
                .param(
                        one.isPresent() ? "id" : "today",
                        one.<Object>map(id -> id).orElse(LocalDate.now(clock)))
                .query((row, n) -> new StudyDay(
                        row.getObject(1, UUID.class),
                        new About(
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                row.getInt(6)),
                        row.getInt(7),
                        row.getInt(8),
                        Optional.ofNullable(row.getString(9)).map(Standing::valueOf)))
                .list();
    }

    /** Announces a day. */
    @Transactional
    public UUID announce(Actor consultant, About about) {
        access.toAct(consultant, Act.WORK_AT_DESK, "study-day");
        Refusal.requireNone(about.problems(LocalDate.now(clock)));
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into study_day (cell_id, id, kind, title, held_on, place, places) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        CurrentCell.require().value(),
                        id,
                        about.kind(),
                        about.title().strip(),
                        about.heldOn(),
                        about.place().strip(),
                        about.places())
                .update();
        record(consultant, Act.WORK_AT_DESK, id);
        return id;
    }

    /**
     * Registers: with a place while there is one, else at the end of those who wait. Whoever registered already keeps what
     * they have.
     *
     * @throws Refusal not found; {@code study-day-over}
     */
    @Transactional
    public Standing register(Actor actor, UUID id) {
        access.toAct(actor, Act.ASK_DESK, "study-day");
        Standing standing = desk.in(() -> {
            requireComing(id);
            StudyDay day = list(actor, Optional.of(id)).get(0);
            if (day.own().isPresent()) {
                return day.own().get();
            }
            Standing given = day.left() > 0 ? Standing.REGISTERED : Standing.WAITING;
            jdbc.sql(
                            "insert into study_day_place (cell_id, study_day_id, id, from_cell, mandate_id, name, state, asked_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            CurrentCell.require().value(),
                            id,
                            Ids.next(),
                            actor.cell().value(),
                            actor.mandate().value(),
                            actor.name(),
                            given.name(),
                            Timestamp.from(clock.instant()))
                    .update();
            return given;
        });
        record(actor, Act.ASK_DESK, id);
        return standing;
    }

    /**
     * Withdraws; whoever waited longest gets the place.
     *
     * @throws Refusal not found; {@code study-day-over}
     */
    @Transactional
    public void withdraw(Actor actor, UUID id) {
        access.toAct(actor, Act.ASK_DESK, "study-day");
        desk.run(() -> {
            requireComing(id);
            jdbc.sql("update study_day_place set state = 'WITHDRAWN' where cell_id = ? and study_day_id = ?"
                            + " and mandate_id = ? and state <> 'WITHDRAWN'")
                    .params(CurrentCell.require().value(), id, actor.mandate().value())
                    .update();
            jdbc.sql(
                            "update study_day_place set state = 'REGISTERED' where cell_id = :cell and study_day_id = :id and id in"
                                    + " (select id from study_day_place where cell_id = :cell and study_day_id = :id"
                                    + " and state = 'WAITING' order by asked_at, id limit greatest(0,"
                                    + " (select places from study_day where cell_id = :cell and id = :id)"
                                    + " - (select count(*)::int from study_day_place where cell_id = :cell and study_day_id = :id"
                                    + " and state = 'REGISTERED')))")
                    .param("cell", CurrentCell.require().value())
                    .param("id", id)
                    .update();
        });
        record(actor, Act.ASK_DESK, id);
    }

    /** Two who register at once are let in one after the other. */
    private void requireComing(UUID id) {
        LocalDate heldOn = jdbc.sql("select held_on from study_day where cell_id = ? and id = ?")
                .params(CurrentCell.require().value(), id)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (heldOn.isBefore(LocalDate.now(clock))) {
            throw Refusal.conflict("study-day-over");
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("study-day " + id)
                .query((row, n) -> n)
                .list();
    }

    /**
     * Who comes and who waits, in the order in which they asked.
     *
     * @throws Refusal forbidden, for anybody but the desk
     */
    @Transactional(readOnly = true)
    public List<Participant> participants(Actor consultant, UUID id) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return jdbc.sql("select name, from_cell, state from study_day_place where cell_id = ? and study_day_id = ?"
                        + " and state <> 'WITHDRAWN' order by state, asked_at, id")
                .params(CurrentCell.require().value(), id)
                .query((row, n) -> new Participant(
                        row.getString(1), row.getObject(2, UUID.class), Standing.valueOf(row.getString(3))))
                .list();
    }

    private void record(Actor actor, Act act, UUID id) {
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(act.action())
                .on("study-day", id)
                .forPurpose(actor.purpose()));
    }
}
