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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the desk coaches each cell: the phase it is in, what was agreed, what comes next. Nothing of its cases. */
@Component
public class Coaching {

    /** The phases of a cell that is coached: opstarten, reactiveren, optimaliseren, monitoren. */
    public static final List<String> PHASES = List.of("START", "REVIVE", "OPTIMISE", "MONITOR");

    /** In the figures, of a cell in none of these phases. */
    public static final String NOT_COACHED = "NOT_COACHED";

    /** Where a cell stands. */
    public record Track(CellId coached, String phase, String goals, String next, LocalDate since, int version) {}

    /**
     * Where the desk puts a cell down.
     *
     * @param phase one of {@link #PHASES}
     * @param met the session where that was agreed, if there was one
     */
    public record Stand(String phase, String goals, String next, Optional<Met> met) {}

    /**
     * A session, as it is put down.
     *
     * @param day empty where it was not filled in, which is refused
     */
    public record Met(Optional<LocalDate> day, String agreed) {}

    /** A session with a cell. */
    public record Session(LocalDate heldOn, String agreed) {}

    private final Desk desk;
    private final Guard guard;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    Coaching(Desk desk, Guard guard, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.guard = guard;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every cell that is coached. */
    @Transactional(readOnly = true)
    public Map<CellId, Track> tracks(Actor consultant) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return rows();
    }

    private Map<CellId, Track> rows() {
        return jdbc
                .sql("select coached, phase, goals, next, since, version from coaching where cell_id = ?")
                .param(CurrentCell.require().value())
                .query((row, n) -> new Track(
                        new CellId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getInt(6)))
                .list()
                .stream()
                .collect(Collectors.toMap(Track::coached, track -> track));
    }

    /**
     * How many of these cells are in each phase, and how many are not coached: for the figures. To be asked in the desk's
     * cell.
     */
    public Map<String, Integer> cellsByPhase(Collection<CellId> cells) {
        Map<String, Integer> byPhase = new LinkedHashMap<>();
        PHASES.forEach(phase -> byPhase.put(phase, 0));
        Map<CellId, Track> tracks = rows();
        cells.forEach(cell -> byPhase.merge(
                Optional.ofNullable(tracks.get(cell)).map(Track::phase).orElse(NOT_COACHED), 1, Integer::sum));
        byPhase.putIfAbsent(NOT_COACHED, 0);
        return byPhase;
    }

    /**
     * Where one cell stands; empty while it is not coached.
     *
     * @throws Refusal not found, for anybody but the desk
     */
    @Transactional(readOnly = true)
    public Optional<Track> track(Actor consultant, CellId coached) {
        access.toAct(consultant, Act.WORK_AT_DESK, "coaching", coached.value());
        return Optional.ofNullable(tracks(consultant).get(coached));
    }

    /** The sessions with a cell, the newest first. */
    @Transactional(readOnly = true)
    public List<Session> sessions(Actor consultant, CellId coached) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return sessionRows(coached);
    }

    private List<Session> sessionRows(CellId coached) {
        return jdbc.sql("select held_on, agreed from coaching_session where cell_id = ? and coached = ?"
                        + " order by held_on desc, id desc")
                .params(CurrentCell.require().value(), coached.value())
                .query((row, n) -> new Session(row.getObject(1, LocalDate.class), row.getString(2)))
                .list();
    }

    /**
     * Where the actor's own cell stands; empty while it is not coached.
     *
     * @throws Refusal forbidden, for who does not run the cell
     */
    public Optional<Track> own(Actor actor) {
        requireRunner(actor);
        return desk.in(() -> Optional.ofNullable(rows().get(actor.cell())));
    }

    /** The sessions that the desk had with the actor's own cell, the newest first. */
    public List<Session> ownSessions(Actor actor) {
        requireRunner(actor);
        return desk.in(() -> sessionRows(actor.cell()));
    }

    private static void requireRunner(Actor actor) {
        if (!SelfScans.isFor(actor)) {
            throw Refusal.forbidden();
        }
    }

    /**
     * Puts down where a cell stands and, after a session, what was agreed there: both or nothing. A new phase begins today.
     *
     * @param version the version that the change was made on; empty for a cell that was not coached yet
     * @throws Refusal required or unknown code, of every field at once; {@code names-somebody}; changed meanwhile, when somebody
     *     else was first
     */
    @Transactional
    public void follow(Actor consultant, CellId coached, Stand stand, Optional<Integer> version) {
        access.toAct(consultant, Act.WORK_AT_DESK, "coaching", coached.value());
        requireSound(consultant, stand);
        int changed = version.isPresent()
                ? jdbc.sql(
                                "update coaching set since = case when phase = :phase then since else :today end, phase = :phase,"
                                        + " goals = :goals, next = :next, version = version + 1"
                                        + " where cell_id = :cell and coached = :coached and version = :version")
                        .params(values(coached, stand))
                        .param("version", version.get())
                        .update()
                : jdbc.sql("insert into coaching (cell_id, coached, phase, goals, next, since, version)"
                                + " values (:cell, :coached, :phase, :goals, :next, :today, 1) on conflict do nothing")
                        .params(values(coached, stand))
                        .update();
        if (changed == 0) {
            throw Refusal.changedMeanwhile();
        }
        stand.met().ifPresent(met -> keep(coached, met));
        record(consultant, coached.value());
    }

    private void requireSound(Actor consultant, Stand stand) {
        Faults faults = new Faults().code(PHASES, "phase", stand.phase());
        stand.met().ifPresent(met -> faults.unless(met.day().isPresent(), "day", "required")
                .present("agreed", met.agreed()));
        faults.refuse();
        guard.requireClean(consultant, "goals", stand.goals());
        guard.requireClean(consultant, "next", stand.next());
        stand.met().ifPresent(met -> guard.requireClean(consultant, "agreed", met.agreed()));
    }

    private Map<String, Object> values(CellId coached, Stand stand) {
        return Map.of(
                "cell", CurrentCell.require().value(),
                "coached", coached.value(),
                "phase", stand.phase(),
                "goals", stand.goals().strip(),
                "next", stand.next().strip(),
                "today", LocalDate.now(clock));
    }

    private void keep(CellId coached, Met met) {
        jdbc.sql("insert into coaching_session (cell_id, id, coached, held_on, agreed) values (?, ?, ?, ?, ?)")
                .params(
                        CurrentCell.require().value(),
                        Ids.next(),
                        coached.value(),
                        met.day().orElseThrow(),
                        met.agreed().strip())
                .update();
    }

    private void record(Actor consultant, UUID coached) {
        ledger.append(Entry.by(Access.ledgerActor(consultant), consultant.source())
                .did(Act.WORK_AT_DESK.action())
                .on("coaching", coached)
                .forPurpose(consultant.purpose()));
    }
}
