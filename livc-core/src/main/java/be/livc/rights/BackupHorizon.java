package be.livc.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From when on no backup can open what was erased: cell keys rotate each quarter, and the old one is destroyed when the
 * last backup that needs it has passed.
 */
@Component
class BackupHorizon {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final int days;

    BackupHorizon(@Value("${livc.backups.horizon-days:35}") int days) {
        this.days = days;
    }

    /** The first day on which backups made before this moment are unreadable. */
    LocalDate after(Instant moment) {
        YearMonth month = YearMonth.from(moment.atZone(ZoneOffset.UTC));
        int untilNextQuarter = MONTHS_OF_A_QUARTER - (month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER;
        return month.plusMonths(untilNextQuarter).atDay(1).plusDays(days);
    }
}
