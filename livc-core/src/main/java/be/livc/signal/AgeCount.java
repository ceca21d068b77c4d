package be.livc.signal;

import be.livc.casefile.Subject;
import be.livc.platform.CurrentCell;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts, when a signal is filed, whether it is about a minor: afterwards the birth date is sealed, and what is counted once is
 * not opened for a statistic. Only the sum of the quarter is kept.
 */
@Component
class AgeCount {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AgeCount(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void count(Subject subject) {
        if (subject.birthDate().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        jdbc.update(
                "insert into signal_age (cell_id, quarter, age, signals) values (?, ?, ?, 1)"
                        + " on conflict (cell_id, quarter, age) do update set signals = signal_age.signals + 1",
                CurrentCell.require().value(),
                today.getYear() + "-Q" + today.get(IsoFields.QUARTER_OF_YEAR),
                subject.isMinorOn(today) ? "MINOR" : "ADULT");
    }
}
