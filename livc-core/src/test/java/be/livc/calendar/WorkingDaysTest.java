package be.livc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against dates as they were published, not as they are computed here. */
class WorkingDaysTest {

    /** Easter Sundays of the almanac of the United States Naval Observatory. */
    @ParameterizedTest
    @CsvSource({
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2030-04-21",
        "2038-04-25"
    })
    void easter_falls_on_the_published_day(LocalDate published) {
        assertThat(PublicHolidays.easterSunday(published.getYear())).isEqualTo(published);
    }

    /** The computus as the calendar reform of 1582 put it: golden number, epact with its corrections, next Sunday. */
    @Test
    void easter_agrees_with_the_epacts_of_clavius_in_every_year_until_4099() {
        for (int year = 1583; year <= 4099; year++) {
            int golden = year % 19 + 1;
            int century = year / 100 + 1;
            int solar = 3 * century / 4 - 12;
            int lunar = (8 * century + 5) / 25 - 5;
            int sunday = 5 * year / 4 - solar - 10;
            int epact = Math.floorMod(11 * golden + 20 + lunar - solar, 30);
            if ((epact == 25 && golden > 11) || epact == 24) {
                epact++;
            }
            int fullMoon = 44 - epact;
            fullMoon += fullMoon < 21 ? 30 : 0;
            int march = fullMoon + 7 - Math.floorMod(sunday + fullMoon, 7);

            assertThat(PublicHolidays.easterSunday(year))
                    .isEqualTo(LocalDate.of(year, 3, 1).plusDays(march - 1));
        }
    }

    /** In 2008 Ascension fell on 1 May: KB 3 juni 2007 named another day for that year alone. */
    @Test
    void ascension_on_the_first_of_may_is_one_day_and_no_fault() {
        assertThat(PublicHolidays.of(2008)).hasSize(9).contains(LocalDate.of(2008, 5, 1));
        assertThat(PublicHolidays.of(2160)).hasSize(9);
    }

    /** The public holidays of 2026 as the federal public service Employment published them. */
    @Test
    void the_ten_public_holidays_of_2026() {
        assertThat(PublicHolidays.of(2026))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "2026-01-01",
                                "2026-04-06",
                                "2026-05-01",
                                "2026-05-14",
                                "2026-05-25",
                                "2026-07-21",
                                "2026-08-15",
                                "2026-11-01",
                                "2026-11-11",
                                "2026-12-25")
                        .map(LocalDate::parse)
                        .toList());
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2}: {3}")
    @CsvSource({
        "2026-11-25, 0, 2026-11-25, a working day itself",
        "2026-11-28, 0, 2026-11-30, a Saturday becomes Monday",
        "2026-11-25, 5, 2026-12-02, over a weekend",
        "2026-12-24, 1, 2026-12-28, over Christmas and a weekend",
        "2026-12-31, 1, 2027-01-04, over New Year and a weekend",
        "2026-05-13, 1, 2026-05-15, over Ascension",
        "2026-04-02, 2, 2026-04-07, over Easter"
    })
    void working_days_pass_over_weekends_and_holidays(LocalDate from, int days, LocalDate expected, String why) {
        assertThat(WorkingDays.after(from, days)).as(why).isEqualTo(expected);
    }

    @Test
    void the_end_of_work_is_told_by_the_clock_of_brussels_in_summer_and_winter() {
        assertThat(WorkingDays.endOfWorkAfter(Instant.parse("2026-07-01T22:30:00Z"), 1))
                .isEqualTo(Instant.parse("2026-07-03T15:00:00Z"));
        assertThat(WorkingDays.endOfWorkAfter(Instant.parse("2026-12-01T12:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-12-02T16:00:00Z"));
    }
}
