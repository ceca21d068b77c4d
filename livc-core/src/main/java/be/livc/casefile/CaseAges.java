package be.livc.casefile;

import be.livc.platform.CurrentCell;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the person was a minor on the day the cell first heard of them, for the figures: judged once, while the birth date is
 * at hand and before it is sealed, so that nothing is opened for a statistic. Kept beside the case only until the quarter in
 * which it ends is published.
 */
@Component
class CaseAges {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseAges(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes it of a new signal or a case that was taken over; of whom no birth date is known, nothing is noted. */
    void note(CaseId id, Subject subject) {
        if (subject.birthDate().isPresent()) {
            jdbc.update(
                    "insert into case_age (cell_id, case_id, age) values (?, ?, ?)",
                    CurrentCell.require().value(),
                    id.value(),
                    subject.isMinorOn(LocalDate.now(clock)) ? "MINOR" : "ADULT");
        }
    }

    /** A case that is taken up again gets the age of the signal that was the reason, where it has none any more. */
    void carryOver(CaseId signal, CaseId reopened) {
        jdbc.update(
                "insert into case_age (cell_id, case_id, age) select cell_id, ?, age from case_age"
                        + " where cell_id = ? and case_id = ? on conflict do nothing",
                reopened.value(),
                CurrentCell.require().value(),
                signal.value());
    }
}
