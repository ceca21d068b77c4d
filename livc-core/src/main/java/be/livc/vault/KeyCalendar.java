package be.livc.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When keys are renewed and when the old ones are destroyed: the master key each month, cell keys each quarter, and what has
 * retired when the last backup that needs it has passed. In UTC.
 *
 * <pre>
 *   erased ──▶ next quarter: the cell key that wrapped the case key retires, and with it the master key of that day
 *          ──▶ + horizon: both are destroyed, and no backup from before opens the case
 * </pre>
 */
@Component
public class KeyCalendar {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final int horizonDays;
    private final Clock clock;

    KeyCalendar(@Value("${livc.backups.horizon-days:35}") int horizonDays, Clock clock) {
        this.horizonDays = horizonDays;
        this.clock = clock;
    }

    /** How many days backups are kept. */
    int horizonDays() {
        return horizonDays;
    }

    /**
     * The first day on which no backup opens what is erased at this moment, when the program runs daily and copies of the
     * keyset from before that day are destroyed. One day more than the horizon, for the hour at which the keys were renewed.
     */
    public LocalDate unreadableInBackupsFrom(Instant erased) {
        return quarterOf(erased)
                .plusMonths(MONTHS_OF_A_QUARTER)
                .atDay(1)
                .plusDays(horizonDays)
                .plusDays(1);
    }

    /** Whether a master key of this moment is to be renewed by now. */
    boolean isMasterKeyDue(Instant made) {
        return monthOf(made).isBefore(monthOf(clock.instant()));
    }

    /** Whether a cell key of this moment is to be renewed by now. */
    boolean isCellKeyDue(Instant made) {
        return quarterOf(made).isBefore(quarterOf(clock.instant()));
    }

    LocalDate nextMasterKey() {
        return monthOf(clock.instant()).plusMonths(1).atDay(1);
    }

    LocalDate nextCellKey() {
        return quarterOf(clock.instant()).plusMonths(MONTHS_OF_A_QUARTER).atDay(1);
    }

    /** What retired at this moment or before is destroyed. */
    Instant horizonAgo() {
        return clock.instant().minus(Duration.ofDays(horizonDays));
    }

    /** When what retired then is destroyed. */
    Instant endOf(Instant retired) {
        return retired.plus(Duration.ofDays(horizonDays));
    }

    private static YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(ZoneOffset.UTC));
    }

    private static YearMonth quarterOf(Instant moment) {
        YearMonth month = monthOf(moment);
        return month.minusMonths((month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
    }
}
