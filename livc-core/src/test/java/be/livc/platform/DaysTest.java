package be.livc.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A due date that has passed in Brussels has passed, also while it is still that day in London. */
class DaysTest {

    @Test
    void the_programs_days_begin_at_midnight_in_belgium() {
        ZoneId zone = new PlatformConfiguration().clock().getZone();

        assertThat(LocalDate.ofInstant(Instant.parse("2026-11-24T23:15:00Z"), zone))
                .isEqualTo("2026-11-25");
        assertThat(LocalDate.ofInstant(Instant.parse("2026-07-24T22:15:00Z"), zone))
                .isEqualTo("2026-07-25");
    }
}
