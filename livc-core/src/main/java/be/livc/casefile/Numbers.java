package be.livc.casefile;

import be.livc.platform.Belgium;
import be.livc.platform.CurrentCell;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives the numbers that people call things by, such as {@code D-2026-041}: per cell, series and year, without gaps. */
@Component
public class Numbers {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Numbers(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next number of a series, in the caller's transaction. */
    public String next(String series) {
        int year = LocalDate.now(clock.withZone(Belgium.TIME)).getYear();
        Integer number = jdbc.queryForObject(
                "insert into number_series (cell_id, series, year, last) values (?, ?, ?, 1)"
                        + " on conflict (cell_id, series, year) do update set last = number_series.last + 1"
                        + " returning last",
                Integer.class,
                CurrentCell.require().value(),
                series,
                year);
        return "%s-%d-%03d".formatted(series, year, Objects.requireNonNull(number));
    }
}
