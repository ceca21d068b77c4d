package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Faults;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a cell judges its own working, theme by theme, and what changed since the time before. The desk coaches with it. */
@Component
public class SelfScans {

    /** The lowest score: not yet. */
    public static final int LEAST = 1;

    /** The highest score: goes well. */
    public static final int MOST = 4;

    /** The questions of each theme, by code, in their order. */
    public static final Map<String, List<String>> THEMES = themes();

    /** A scan. */
    public record Scan(LocalDate takenOn, Map<String, Integer> scores) {

        /** The average of a theme, in tenths; 0 when none of its questions was answered. */
        public int tenths(String theme) {
            List<Integer> given = THEMES.getOrDefault(theme, List.of()).stream()
                    .filter(scores::containsKey)
                    .map(scores::get)
                    .toList();
            int sum = given.stream().mapToInt(Integer::intValue).sum();
            return given.isEmpty() ? 0 : Math.round(sum * 10f / given.size());
        }
    }

    private final Desk desk;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    SelfScans(Desk desk, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static Map<String, List<String>> themes() {
        Map<String, List<String>> themes = new LinkedHashMap<>();
        themes.put("FOUNDATION", List.of("DECISION", "BASIS", "RULES"));
        themes.put("PARTNERS", List.of("MANDATORY", "SERVICES", "PRESENCE"));
        themes.put("SIGNALS", List.of("KNOWN", "WEIGHED", "FEEDBACK"));
        themes.put("CONSULTATION", List.of("PREPARED", "SPEAKING", "MINUTES"));
        themes.put("FOLLOW_UP", List.of("PLANS", "MEASURES", "CLOSING"));
        themes.put("PRIVACY", List.of("NEED", "RETENTION", "RIGHTS"));
        themes.replaceAll((theme, questions) ->
                questions.stream().map(question -> theme + "_" + question).toList());
        return themes;
    }

    /** Whether somebody in this capacity judges the working of their cell. */
    public static boolean isFor(Actor actor) {
        return actor.isOneOf(Capacity.COORDINATOR, Capacity.MAYOR, Capacity.PRISON_DIRECTION);
    }

    /**
     * Keeps a scan of the actor's own cell.
     *
     * @param scores by question, from {@link #LEAST} to {@link #MOST}
     * @throws Refusal naming every question without a score
     */
    @Transactional
    public void take(Actor actor, Map<String, Integer> scores) {
        requireRunner(actor);
        access.toAct(actor, Act.ASK_DESK, "self-scan");
        List<String> questions = THEMES.values().stream().flatMap(List::stream).toList();
        requireScored(questions, scores);
        UUID id = Ids.next();
        desk.run(() -> {
            jdbc.sql("insert into self_scan (cell_id, id, scanned, taken_on) values (?, ?, ?, ?)")
                    .params(CurrentCell.require().value(), id, actor.cell().value(), LocalDate.now(clock))
                    .update();
            questions.forEach(question -> jdbc.sql(
                            "insert into self_scan_score (cell_id, scan_id, question, score) values (?, ?, ?, ?)")
                    .params(CurrentCell.require().value(), id, question, scores.getOrDefault(question, LEAST))
                    .update());
        });
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.ASK_DESK.action())
                .on("self-scan", id)
                .forPurpose(actor.purpose()));
    }

    private static void requireScored(List<String> questions, Map<String, Integer> scores) {
        Faults faults = new Faults();
        for (String question : questions) {
            int score = scores.getOrDefault(question, 0);
            faults.unless(score >= LEAST && score <= MOST, "scores[" + question + "]", "required");
        }
        faults.refuse();
    }

    /** The scans of the actor's own cell, the newest first. */
    public List<Scan> own(Actor actor) {
        requireRunner(actor);
        return desk.in(() -> scans(actor.cell()));
    }

    private static void requireRunner(Actor actor) {
        if (!isFor(actor)) {
            throw Refusal.forbidden();
        }
    }

    /**
     * The scans of a cell, the newest first.
     *
     * @throws Refusal forbidden, for anybody but the desk
     */
    @Transactional(readOnly = true)
    public List<Scan> of(Actor consultant, CellId cell) {
        Act.WORK_AT_DESK.requireFor(consultant);
        return scans(cell);
    }

    private List<Scan> scans(CellId scanned) {
        Map<UUID, Scan> scans = new LinkedHashMap<>();
        jdbc.sql("select s.id, s.taken_on, p.question, p.score from self_scan s"
                        + " join self_scan_score p on p.cell_id = s.cell_id and p.scan_id = s.id"
                        + " where s.cell_id = ? and s.scanned = ? order by s.taken_on desc, s.id desc")
                .params(CurrentCell.require().value(), scanned.value())
                .query(row -> {
                    LocalDate takenOn = row.getObject(2, LocalDate.class);
                    scans.computeIfAbsent(row.getObject(1, UUID.class), id -> new Scan(takenOn, new TreeMap<>()))
                            .scores()
                            .put(row.getString(3), row.getInt(4));
                });
        return new ArrayList<>(scans.values());
    }
}
