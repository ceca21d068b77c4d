package be.livc.casefile;

import be.livc.access.Towns;
import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells, a week before and on the day, that something is to be reviewed: of a case the coordinator, of an embargo whoever laid
 * it. Each notice is given once for one date, whichever copy of the program gives it, and says nothing of what it is about.
 */
@Component
public class ReviewNotices {

    private static final int DAYS_BEFORE = 7;

    /** Somebody has something to review: for whoever tells people so outside the program. Holds no content. */
    public record Given(MandateId to) {}

    private record Review(UUID object, LocalDate day, List<MandateId> to) {}

    private final JdbcTemplate jdbc;
    private final Mandates mandates;
    private final Towns towns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewNotices(JdbcTemplate jdbc, Mandates mandates, Towns towns, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.towns = towns;
        this.events = events;
        this.clock = clock;
    }

    /** Gives what is due in the bound cell today and was not given before; how many. */
    @Transactional
    public int give() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Belgium.TIME);
        Map<MandateId, Set<UUID>> elsewhere = new HashMap<>();
        int given = 0;
        for (Review review : coming(today.plusDays(DAYS_BEFORE))) {
            if (keep(review, review.day().isAfter(today) ? DAYS_BEFORE : 0)) {
                review.to().stream()
                        .filter(one -> !elsewhere
                                .computeIfAbsent(one, towns::elsewhere)
                                .contains(review.object()))
                        .forEach(one -> events.publishEvent(new Given(one)));
                given++;
            }
        }
        return given;
    }

    private List<Review> coming(LocalDate until) {
        List<MandateId> coordinators = mandates.all().stream()
                .filter(mandate -> mandate.capacity() == Capacity.COORDINATOR && mandate.runsAt(clock.instant()))
                .map(Mandate::id)
                .toList();
        List<Review> coming = new ArrayList<>(jdbc.query(
                "select f.id, f.next_review from case_file f"
                        + " join case_phase p on p.cell_id = f.cell_id and p.case_id = f.id"
                        + " where f.cell_id = ? and f.next_review <= ?"
                        + " and p.phase not in ('CLOSED', 'ERASED', 'TRANSFERRED')",
                (row, n) -> new Review(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), coordinators),
                CurrentCell.require().value(),
                Date.valueOf(until)));
        coming.addAll(jdbc.query(
                "select id, review_date, laid_by from embargo where cell_id = ? and lifted_at is null and review_date <= ?",
                (row, n) -> new Review(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        List.of(new MandateId(row.getObject(3, UUID.class)))),
                CurrentCell.require().value(),
                Date.valueOf(until)));
        return coming;
    }

    private boolean keep(Review review, int days) {
        return jdbc.update(
                        "insert into review_notice (cell_id, object_id, review_day, days, given_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        CurrentCell.require().value(),
                        review.object(),
                        Date.valueOf(review.day()),
                        days,
                        Timestamp.from(clock.instant()))
                == 1;
    }
}
