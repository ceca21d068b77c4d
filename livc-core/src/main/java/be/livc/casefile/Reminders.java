package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Towns;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people of measures: the owner some days before the day, owner and coordinator once it has passed. A reminder names
 * no person and quotes nothing; the same one is made once, whichever copy of the program makes it.
 */
@Component
public class Reminders {

    /** How many days before its day a measure is brought to mind. */
    static final int DAYS_BEFORE = 7;

    /** Why somebody is reminded. */
    public enum Kind {
        DUE_SOON,
        OVERDUE
    }

    /**
     * A reminder.
     *
     * @param caseNumber the number that the reader finds the case by
     */
    public record Reminder(UUID id, Kind kind, CaseId caseId, String caseNumber, MeasureId measure, LocalDate due) {}

    /** Somebody was reminded: for whoever tells people so outside the program. Holds no content. */
    public record Made(MandateId to, Kind kind) {}

    private record Wanted(MandateId to, Kind kind, UUID measure, UUID caseId, LocalDate due) {}

    private final JdbcTemplate jdbc;
    private final Mandates mandates;
    private final Access access;
    private final Towns towns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            JdbcTemplate jdbc,
            Mandates mandates,
            Access access,
            Towns towns,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.access = access;
        this.towns = towns;
        this.events = events;
        this.clock = clock;
    }

    /** Makes what is due in the bound cell today and was not made before; how many. */
    @Transactional
    public int remind() {
        int made = 0;
        for (Wanted wanted : wanted()) {
            if (make(wanted)) {
                events.publishEvent(new Made(wanted.to(), wanted.kind()));
                made++;
            }
        }
        return made;
    }

    private List<Wanted> wanted() {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        List<MandateId> coordinators = mandates.all().stream()
                .filter(mandate -> mandate.capacity() == Capacity.COORDINATOR && mandate.runsAt(now))
                .map(Mandate::id)
                .toList();
        List<Wanted> wanted = new ArrayList<>();
        Map<MandateId, Set<UUID>> elsewhere = new HashMap<>();
        jdbc.query(
                "select m.id, m.case_id, m.owner_id, m.due from measure m"
                        + " join case_phase p on p.cell_id = m.cell_id and p.case_id = m.case_id"
                        + " where m.cell_id = ? and m.dropped_at is null and m.state in ('OPEN', 'RUNNING')"
                        + " and m.due <= ? and p.phase <> all (?)",
                row -> {
                    LocalDate due = row.getObject("due", LocalDate.class);
                    UUID caseId = row.getObject("case_id", UUID.class);
                    Kind kind = due.isBefore(today) ? Kind.OVERDUE : Kind.DUE_SOON;
                    List<MandateId> to = new ArrayList<>(List.of(new MandateId(row.getObject("owner_id", UUID.class))));
                    if (kind == Kind.OVERDUE) {
                        coordinators.stream()
                                .filter(one -> !to.contains(one))
                                .filter(one -> !elsewhere
                                        .computeIfAbsent(one, towns::elsewhere)
                                        .contains(caseId))
                                .forEach(to::add);
                    }
                    UUID measure = row.getObject("id", UUID.class);
                    to.forEach(one -> wanted.add(new Wanted(one, kind, measure, caseId, due)));
                },
                CurrentCell.require().value(),
                today.plusDays(DAYS_BEFORE),
                Phases.OVER.toArray(String[]::new));
        return wanted;
    }

    private boolean make(Wanted wanted) {
        return jdbc.update(
                        "insert into reminder (cell_id, id, mandate_id, kind, measure_id, case_id, due, made_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        CurrentCell.require().value(),
                        Ids.next(),
                        wanted.to().value(),
                        wanted.kind().name(),
                        wanted.measure(),
                        wanted.caseId(),
                        wanted.due(),
                        Timestamp.from(clock.instant()))
                == 1;
    }

    /** What this person was reminded of and has not put away, of measures that still wait; the first due first. */
    @Transactional(readOnly = true)
    public List<Reminder> of(Actor reader) {
        return jdbc.query(
                "select r.id, r.kind, r.case_id, c.number, r.measure_id, r.due from reminder r"
                        + " join case_file c on c.cell_id = r.cell_id and c.id = r.case_id"
                        + " join measure m on m.cell_id = r.cell_id and m.id = r.measure_id"
                        + " join case_phase p on p.cell_id = r.cell_id and p.case_id = r.case_id"
                        + " where r.cell_id = ? and r.mandate_id = ? and r.seen_at is null and m.dropped_at is null"
                        + " and m.due = r.due and m.state in ('OPEN', 'RUNNING') and p.phase <> all (?)"
                        + " and not exists (select 1 from reminder later where later.cell_id = r.cell_id"
                        + " and later.mandate_id = r.mandate_id and later.measure_id = r.measure_id"
                        + " and later.due = r.due and later.kind = 'OVERDUE' and r.kind = 'DUE_SOON')"
                        + " order by r.due, r.id limit 20",
                (row, n) -> new Reminder(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        Optional.ofNullable(row.getString("number")).orElse(""),
                        new MeasureId(row.getObject("measure_id", UUID.class)),
                        row.getObject("due", LocalDate.class)),
                CurrentCell.require().value(),
                reader.mandate().value(),
                Phases.OVER.toArray(String[]::new));
    }

    /**
     * Puts one's own reminder away.
     *
     * @throws Refusal not found, when it is somebody else's or not there; recorded
     */
    @Transactional
    public void seen(Actor reader, UUID id) {
        int put = jdbc.update(
                "update reminder set seen_at = coalesce(seen_at, ?) where cell_id = ? and id = ? and mandate_id = ?",
                Timestamp.from(clock.instant()),
                CurrentCell.require().value(),
                id,
                reader.mandate().value());
        if (put == 0) {
            throw access.denied(reader, "reminder", id);
        }
    }
}
