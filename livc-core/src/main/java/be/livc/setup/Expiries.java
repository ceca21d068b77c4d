package be.livc.setup;

import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import be.livc.platform.RequestSource;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks ahead: which legal bases and clearances of the bound cell end within sixty days, and the notices of it at 60, 30 and 7
 * days. Each notice is given once, and stands in the ledger.
 */
@Component
public class Expiries {

    /** The days before an end at which a notice is given, the widest first. */
    private static final List<Integer> THRESHOLDS = List.of(60, 30, 7);

    private static final int WIDEST = 60;

    /** How long one that has ended is still pointed at. */
    private static final int STILL_TOLD_DAYS = 30;

    /** A notice that was given. */
    public record Notice(UUID object, LocalDate last, int days, Instant givenAt) {}

    /** Somebody has something to renew: for whoever tells people so outside the program. Holds no content. */
    public record Given(MandateId to) {}

    private final LegalBases bases;
    private final Mandates mandates;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Expiries(
            LegalBases bases,
            Mandates mandates,
            Ledger ledger,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            Clock clock) {
        this.bases = bases;
        this.mandates = mandates;
        this.ledger = ledger;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What ends within sixty days or ended in the last thirty, the most pressing first. */
    @Transactional(readOnly = true)
    public List<Expiring> ahead() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Belgium.TIME);
        List<Expiring> found = new ArrayList<>();
        for (LegalBasis basis : bases.all()) {
            if (basis.withdrawnAt().isEmpty() && !today.isBefore(basis.validFrom())) {
                basis.validTo()
                        .flatMap(
                                last -> within(Expiring.Kind.BASIS, basis.id().value(), basis.reference(), last, today))
                        .ifPresent(found::add);
            }
        }
        for (Mandate mandate : mandates.all()) {
            if (mandate.capacity().needsClearance() && mandate.runsAt(clock.instant())) {
                mandate.clearanceUntil()
                        .flatMap(last -> within(
                                Expiring.Kind.CLEARANCE, mandate.id().value(), mandate.nameWithPartner(), last, today))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingLong(Expiring::days));
        return found;
    }

    private static Optional<Expiring> within(
            Expiring.Kind kind, UUID id, String name, LocalDate last, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, last);
        return days > WIDEST || days < -STILL_TOLD_DAYS
                ? Optional.empty()
                : Optional.of(new Expiring(kind, id, name, last, days));
    }

    /**
     * Gives the notices that are due in the bound cell: for each thing, that of the narrowest threshold it has reached, unless it
     * was given before. Safe to call at any time, by any copy of the program.
     *
     * @return how many were given now
     */
    @Transactional
    public int giveNotices() {
        int given = 0;
        for (Expiring one : ahead()) {
            int threshold = THRESHOLDS.stream()
                    .filter(days -> one.days() <= days)
                    .reduce((wider, narrower) -> narrower)
                    .orElse(WIDEST);
            given += give(one, one.days() < 0 ? 0 : threshold);
        }
        return given;
    }

    private int give(Expiring one, int threshold) {
        int added = jdbc.update(
                "insert into expiry_notice (cell_id, object_id, last_day, days, given_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                CurrentCell.require().value(),
                one.id(),
                Date.valueOf(one.last()),
                threshold,
                Timestamp.from(clock.instant()));
        if (added == 1) {
            ledger.append(Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                    .did(Action.CREATE)
                    .on("expiry-notice", one.id())
                    .forPurpose("configuration")
                    .because(threshold == 0 ? "expired" : "within-" + threshold + "-days"));
            concerned(one).forEach(who -> events.publishEvent(new Given(who)));
        }
        return added;
    }

    /** Who renews it: the coordinators, and of a clearance whoever holds it. */
    private List<MandateId> concerned(Expiring one) {
        return mandates.all().stream()
                .filter(mandate -> mandate.runsAt(clock.instant()))
                .filter(mandate -> mandate.capacity() == Capacity.COORDINATOR
                        || mandate.id().value().equals(one.id()))
                .map(Mandate::id)
                .toList();
    }

    /** The notices that were given about this basis or mandate, the first first. */
    @Transactional(readOnly = true)
    public List<Notice> noticesOf(UUID object) {
        return jdbc.query(
                "select object_id, last_day, days, given_at from expiry_notice where cell_id = ? and object_id = ?"
                        + " order by given_at, days desc",
                (row, n) -> new Notice(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()),
                CurrentCell.require().value(),
                object);
    }
}
